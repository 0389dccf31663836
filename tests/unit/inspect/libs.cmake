# SPDX-License-Identifier: GPL-3.0-or-later
set(EXTRA_LIBS Signalbox::simulator signalbox_test_fakecluster)
