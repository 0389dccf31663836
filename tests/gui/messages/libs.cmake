# SPDX-License-Identifier: GPL-3.0-or-later
set(EXTRA_LIBS signalbox_test_fakecluster)
