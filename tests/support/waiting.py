# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for what another program does."""
import os
import time

DEADLINE_S = float(os.environ.get("SIGNALBOX_TEST_DEADLINE", "30"))


def wait_for(condition, what: str, seconds: float = DEADLINE_S):
    """Polls until the condition gives something that is true, and gives it back."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"{what}: not within {seconds} s")
        time.sleep(0.02)
