# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the project shares: language level, warnings, sanitizers, Qt's strictness.

option(SIGNALBOX_TESTS "Build the tests" ON)
option(SIGNALBOX_WERROR "Treat warnings as errors" ON)
option(SIGNALBOX_COVERAGE "Instrument for line coverage" OFF)
option(SIGNALBOX_FUZZ "Build the fuzz targets (clang only)" OFF)
set(SIGNALBOX_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize takes them")
set(SIGNALBOX_BIN_DIR "${CMAKE_BINARY_DIR}/bin" CACHE PATH "Where the programs are left")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(signalbox_options INTERFACE)
add_library(Signalbox::options ALIAS signalbox_options)
target_compile_options(signalbox_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
  -Wundef -Wcast-qual)
if(SIGNALBOX_WERROR)
  target_compile_options(signalbox_options INTERFACE -Werror)
endif()
target_compile_definitions(signalbox_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_KEYWORDS QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(SIGNALBOX_SANITIZE)
  add_compile_options(-fsanitize=${SIGNALBOX_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${SIGNALBOX_SANITIZE})
endif()
if(SIGNALBOX_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link -fsanitize-ignorelist=${CMAKE_SOURCE_DIR}/packaging/cmake/ubsan-ignorelist.txt)
endif()
if(SIGNALBOX_COVERAGE)
  add_compile_options(--coverage -fprofile-update=atomic)
  add_link_options(--coverage)
endif()

find_program(SIGNALBOX_CCACHE ccache)
if(SIGNALBOX_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${SIGNALBOX_CCACHE})
endif()
find_program(SIGNALBOX_MOLD mold)
if(SIGNALBOX_MOLD AND NOT SIGNALBOX_SANITIZE)
  add_link_options(-fuse-ld=mold)
endif()
