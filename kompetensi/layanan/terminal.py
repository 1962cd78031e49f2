"""Signals and the terminal of the supervisor."""

import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType

from kompetensi.layanan.proses import PR_SET_PDEATHSIG

BERHENTI = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


class Berhenti(BaseException):
    """Somebody asked us to stop."""


_keadaan = {"tunda": False, "diminta": False}


@contextlib.contextmanager
def tunda() -> Iterator[None]:
    """Finish a delicate step first: a signal in it takes effect at its end."""
    _keadaan.update(tunda=True, diminta=False)
    try:
        yield
    finally:
        _keadaan["tunda"] = False
        if _keadaan["diminta"]:
            raise Berhenti


def pasang_sinyal() -> None:
    """Make every polite signal stop us, also where a script left SIGINT ignored."""

    def tangkap(_sinyal: int, _bingkai: FrameType | None) -> None:
        tahan_sinyal()
        if not _keadaan["tunda"]:
            raise Berhenti
        _keadaan["diminta"] = True

    for sinyal in BERHENTI:
        signal.signal(sinyal, tangkap)
    if "MAKELEVEL" in os.environ:  # make was killed: stop as well
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def tahan_sinyal() -> None:
    """From here on nothing interrupts the stopping."""
    for sinyal in BERHENTI:
        signal.signal(sinyal, signal.SIG_IGN)


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
