# SPDX-License-Identifier: GPL-3.0-or-later
# One Debian package of all programs, by cpack.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME signalbox)
set(CPACK_PACKAGE_VENDOR "The Signalbox developers")
set(CPACK_PACKAGE_CONTACT "The Signalbox developers <signalbox@localhost>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no linker sees: the driver of the file that keeps runs and messages; the reader of SVG icons, keychain, layout, fonts.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "graphviz, fonts-inter, fonts-jetbrains-mono, libsecret-1-0, qt6-wayland")
include(CPack)
