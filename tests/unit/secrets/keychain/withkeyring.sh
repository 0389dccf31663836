#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# withkeyring.sh unlocked|locked PROGRAM…: runs it in a D-Bus session with a GNOME keyring and a home of its own.
set -eu
SIGNALBOX_KEYRING=$1
shift
HOME=$(mktemp -d)
trap 'rm -rf "$HOME"' EXIT
XDG_RUNTIME_DIR=$HOME/run XDG_DATA_HOME=$HOME/data XDG_CONFIG_HOME=$HOME/config XDG_CACHE_HOME=$HOME/cache
mkdir -m 700 "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"
export SIGNALBOX_KEYRING HOME XDG_RUNTIME_DIR XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
unset DISPLAY WAYLAND_DISPLAY
if [ "$SIGNALBOX_KEYRING" = locked ]; then
    # A keyring that exists, behind a password that nobody enters.
    dbus-run-session -- sh -c 'printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null &&
        printf x | secret-tool store --label=first first first'
    dbus-run-session -- sh -c 'gnome-keyring-daemon --start --components=secrets >/dev/null; "$@"' sh "$@"
else
    dbus-run-session -- sh -c 'printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null; "$@"' sh "$@"
fi
