"""Two and more editors of one row in random order (KEAMANAN B.5 row 4)."""

import random
from datetime import date
from uuid import uuid4

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.services.jabatan import ubah_jabatan
from pegawai.services.kamus import KepalaEdisi, ubah_draf_edisi
from pegawai.services.standar import KepalaStandar, ubah_draf_standar
from tests.pabrik.pegawai import (
    EdisiKamusFactory,
    JabatanFactory,
    KamusFactory,
    PenggunaFactory,
    StandarKompetensiFactory,
)


def _jabatan():
    def simpan(jabatan, isi, versi, oleh):
        ubah_jabatan(
            jabatan=jabatan, jenjang=None, kelas_jabatan=isi, versi=versi, oleh=oleh
        )

    return JabatanFactory(jenjang=None), "kelas_jabatan", simpan


def _standar():
    def simpan(standar, isi, versi, oleh):
        kepala = KepalaStandar(str(isi), "061/9/2026", None, date(2026, 12, 1))
        ubah_draf_standar(
            standar=standar, kepala=kepala, level={}, versi=versi, oleh=oleh
        )

    return StandarKompetensiFactory(status="DRAF"), "edisi", simpan


def _edisi():
    def simpan(edisi, isi, versi, oleh):
        kepala = KepalaEdisi(str(isi), "061/9/2026", None, date(2026, 12, 1))
        ubah_draf_edisi(edisi=edisi, kepala=kepala, versi=versi, oleh=oleh)

    kamus = KamusFactory(nama=f"Kamus {uuid4()}")
    return EdisiKamusFactory(kamus=kamus), "edisi", simpan


BENDA = {"jabatan": _jabatan, "standar": _standar, "edisi kamus": _edisi}


def selang_seling(buat, benih, langkah=12):
    """Open and save in random order; how many savings were taken, refused and lost.

    A saving is lost when it was acknowledged and the row does not hold it until the
    next acknowledged one.
    """
    acak = random.Random(benih)
    benda, medan, simpan = buat()
    editor = {PenggunaFactory(): benda.versi for _ in range(3)}
    ada, diterima, ditolak, hilang = getattr(benda, medan), 0, 0, 0
    for nomor in range(langkah):
        oleh = acak.choice(list(editor))
        if acak.random() < 0.4:
            benda.refresh_from_db()
            editor[oleh] = benda.versi
            continue
        isi = nomor % 17 + 1
        basi = editor[oleh] != benda.versi
        try:
            simpan(benda, isi, editor[oleh], oleh)
        except AturanDilanggar as galat:
            ditolak += 1
            hilang += (galat.kode, basi) != ("versi_usang", True)
        else:
            ada, diterima, hilang = isi, diterima + 1, hilang + basi
        benda.refresh_from_db()
        hilang += str(getattr(benda, medan)) != str(ada)
    return diterima, ditolak, hilang
