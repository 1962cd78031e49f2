"""The matrix of posts and competencies, one page of posts at a time."""

from typing import NamedTuple

from django.db import connection

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Jabatan, Kompetensi, StandarKompetensi
from pegawai.queries.standar import BUTIR_STANDAR_SQL, standar_terlihat
from pegawai.queries.standar_dokumen import kompetensi_inti


class BarisMatriks(NamedTuple):
    """One post: the edition that holds, a level per common competency, the technical."""

    jabatan: Jabatan
    standar: StandarKompetensi | None
    tingkat: list[tuple[str, int | None]]
    teknis: list[tuple[str, int]]
    draf: StandarKompetensi | None


class Matriks(NamedTuple):
    """Columns and rows."""

    kolom: list[Kompetensi]
    baris: list[BarisMatriks]


def matriks_standar(pengguna: Pengguna, jabatan: list[Jabatan]) -> Matriks:
    """What holds today for these posts; drafts only for those who may see them."""
    kolom = list(kompetensi_inti())
    butir = _butir([j.pk for j in jabatan])
    standar = StandarKompetensi.objects.in_bulk(
        {s for satu in butir.values() for _, _, s in satu}
    )
    nama = dict(
        Kompetensi.objects.filter(
            pk__in={k for satu in butir.values() for k, _, _ in satu}
        ).values_list("pk", "nama")
    )
    draf = {
        s.jabatan_id: s
        for s in standar_terlihat(pengguna).filter(
            jabatan__in=jabatan, status=StandarKompetensi.Status.DRAF
        )
    }
    inti = {k.pk for k in kolom}
    baris = []
    for j in jabatan:
        satu = butir.get(j.pk, [])
        level = {k: n for k, n, _ in satu}
        baris.append(
            BarisMatriks(
                j,
                standar[satu[0][2]] if satu else None,
                [(k.nama, level.get(k.pk)) for k in kolom],
                sorted((nama[k], n) for k, n in level.items() if k not in inti),
                draf.get(j.pk),
            )
        )
    return Matriks(kolom, baris)


def _butir(jabatan: list[int]) -> dict[int, list[tuple[int, int, int]]]:
    """Post -> (competency, level, edition), in one statement."""
    hasil: dict[int, list[tuple[int, int, int]]] = {}
    with connection.cursor() as kursor:
        kursor.execute(
            f"SELECT * FROM ({BUTIR_STANDAR_SQL}) b WHERE jabatan_id = ANY(%(id)s)",
            {"pada": hari_ini(), "id": jabatan},
        )
        for j, kompetensi, level, standar in kursor.fetchall():
            hasil.setdefault(j, []).append((kompetensi, level, standar))
    return hasil
