"""One import writes at a time; the others stay queued and hold no worker."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import Error, connection

from pegawai.dasar.services.pekerjaan import BelumGiliran, bangunkan_berikutnya

KUNCI = 1_835_626_608  # "impo"; a session lock, so a killed worker lets go of it
TUGAS = (
    "pegawai.services.impor_jalan.laksanakan_impor",
    "pegawai.services.impor_urung.laksanakan_urung",
)


@contextmanager
def giliran() -> Iterator[None]:
    """Hold the turn, or raise BelumGiliran at once; whoever ends wakes the next."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_try_advisory_lock(%s)", [KUNCI])
        if not kursor.fetchone()[0]:
            raise BelumGiliran
    try:
        yield
    finally:
        # A lost connection has let go of the lock by itself.
        with suppress(Error), connection.cursor() as kursor:
            kursor.execute("SELECT pg_advisory_unlock(%s)", [KUNCI])
        bangunkan_berikutnya(tugas=TUGAS)
