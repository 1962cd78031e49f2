"""Signals and the terminal of the supervisor."""

import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

from kompetensi.layanan.proses import PR_SET_PDEATHSIG

BERHENTI = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


class Berhenti(Exception):
    """Somebody asked us to stop."""


class Penghenti:
    """Remembers that a polite signal came; the flow asks at points of its own choice.

    A handler that raises would do so anywhere, also while subprocess holds the lock
    that its next wait() needs.
    """

    def __init__(self) -> None:
        self.diminta = False

    def pasang(self) -> None:
        """Listen, also where a script left SIGINT ignored."""
        for sinyal in BERHENTI:
            signal.signal(sinyal, self._catat)
        if "MAKELEVEL" in os.environ:  # make was killed: stop as well
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)

    def _catat(self, _sinyal: int, _bingkai: FrameType | None) -> None:
        self.diminta = True

    def periksa(self) -> None:
        """Raise Berhenti when a signal came."""
        if self.diminta:
            raise Berhenti

    def tidur(self, detik: float) -> None:
        """Sleep, but wake up for a signal."""
        batas = time.monotonic() + detik
        while time.monotonic() < batas:
            self.periksa()
            time.sleep(0.05)
        self.periksa()


def ambil_terminal() -> Callable[[], None]:
    """Become the terminal's only foreground process; returns what gives it back.

    Ctrl-C then reaches us and not `make`, which would end with an error of its own.
    """
    try:
        tty = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return lambda: None
    semula = os.getpgrp()
    if os.tcgetpgrp(tty) != semula or semula == os.getpid() or not sys.stdin.isatty():
        os.close(tty)
        return lambda: None
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    os.setpgid(0, 0)
    os.tcsetpgrp(tty, os.getpgrp())

    def kembalikan() -> None:
        with contextlib.suppress(OSError):
            os.tcsetpgrp(tty, semula)
        os.close(tty)

    return kembalikan
