"""Races over real connections: threads that start together."""

import threading

from django.db import connection

from pegawai.dasar.alat.galat import AturanDilanggar


def serentak(kerja, isi, *, sambungan=40):
    """Run `kerja(x)` for all x in threads that start together; results in any order.

    At most `sambungan` hold a database connection at one time. A broken rule gives its
    `kode`, any other error itself.
    """
    mulai, pintu = threading.Event(), threading.Semaphore(sambungan)
    hasil, kunci = [], threading.Lock()

    def jalan(x):
        mulai.wait()
        with pintu:
            try:
                jawaban = kerja(x)
            except AturanDilanggar as galat:
                jawaban = galat.kode
            except Exception as galat:
                jawaban = galat
            finally:
                connection.close()
        with kunci:
            hasil.append(jawaban)

    utas = [threading.Thread(target=jalan, args=(x,)) for x in isi]
    for u in utas:
        u.start()
    mulai.set()
    for u in utas:
        u.join(timeout=60)
    assert len(hasil) == len(utas), "a thread hangs"
    return hasil
