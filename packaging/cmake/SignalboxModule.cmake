# SPDX-License-Identifier: GPL-3.0-or-later
# What nearly every file includes, compiled once for all targets that are compiled alike.
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "")
add_library(signalbox_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
target_link_libraries(signalbox_precompiled PRIVATE Signalbox::options Qt6::Core)
target_precompile_headers(signalbox_precompiled PRIVATE ${CMAKE_SOURCE_DIR}/packaging/cmake/pch.h)
set_target_properties(signalbox_precompiled PROPERTIES AUTOMOC OFF)

# signalbox_precompile(TARGET): the target's files begin with the common header.
function(signalbox_precompile target)
  target_precompile_headers(${target} REUSE_FROM signalbox_precompiled)
endfunction()

# signalbox_module(NAME [PUBLIC …] [PRIVATE …]): a library lib/NAME of all sources in its folder, as
# Signalbox::NAME. lib/README.md says what may be linked; tests/architecture checks it.
function(signalbox_module name)
  cmake_parse_arguments(ARG "" "" "PUBLIC;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
  file(GLOB units CONFIGURE_DEPENDS *.cpp)
  if(NOT units)
    return() # to be written
  endif()
  foreach(link IN LISTS ARG_PUBLIC ARG_PRIVATE)
    if(link MATCHES "^Signalbox::" AND NOT TARGET ${link})
      message(STATUS "${name} waits for ${link}")
      return()
    endif()
  endforeach()
  add_library(signalbox_${name} STATIC ${sources})
  add_library(Signalbox::${name} ALIAS signalbox_${name})
  target_include_directories(signalbox_${name} PUBLIC ${CMAKE_SOURCE_DIR}/lib)
  target_link_libraries(signalbox_${name} PUBLIC ${ARG_PUBLIC} PRIVATE Signalbox::options ${ARG_PRIVATE})
  signalbox_precompile(signalbox_${name})
endfunction()

# signalbox_resources(MODULE FOLDER…): puts resources/FOLDER/* into the module, under :/FOLDER/. A static library's
# resources are only there after Q_INIT_RESOURCE(signalbox_MODULE) in a function outside every namespace.
function(signalbox_resources module)
  foreach(folder IN LISTS ARGN)
    file(GLOB found LIST_DIRECTORIES false CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/${folder}/*)
    list(APPEND files ${found})
  endforeach()
  set(qrc ${CMAKE_CURRENT_BINARY_DIR}/signalbox_${module}.qrc)
  set(text "<RCC><qresource prefix=\"/\">\n")
  foreach(file IN LISTS files)
    file(RELATIVE_PATH alias ${CMAKE_SOURCE_DIR}/resources ${file})
    string(APPEND text "<file alias=\"${alias}\">${file}</file>\n")
  endforeach()
  file(CONFIGURE OUTPUT ${qrc} CONTENT "${text}</qresource></RCC>\n" @ONLY)
  qt_add_resources(generated ${qrc})
  target_sources(signalbox_${module} PRIVATE ${generated})
  set_source_files_properties(${generated} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# signalbox_test(NAME SOURCE [LIBS …] [LABELS …]): one QTest program and its ctest entry.
function(signalbox_test name source)
  cmake_parse_arguments(ARG "" "" "LIBS;LABELS" ${ARGN})
  add_executable(${name} ${source})
  target_link_libraries(${name} PRIVATE Signalbox::options signalbox_test_support Qt6::Test ${ARG_LIBS})
  target_compile_definitions(${name} PRIVATE SIGNALBOX_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
                                             SIGNALBOX_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                             SIGNALBOX_BIN_DIR="${SIGNALBOX_BIN_DIR}")
  signalbox_precompile(${name})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 120 LABELS "${ARG_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;ASAN_OPTIONS=detect_leaks=1;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()
