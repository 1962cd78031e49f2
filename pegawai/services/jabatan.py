"""Kind and level of posts, derived from their names (KETENTUAN JJ-1) or by hand."""

from collections.abc import Iterable

from django.db import connection, transaction

from pegawai.dasar.alat.angka import angka
from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.alat.kekangan import jelaskan_kekangan
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Jabatan, Jenjang
from pegawai.queries.jabatan import jumlah_pemegang
from pegawai.services.atasan_turunan import (
    cakupan_jabatan,
    gabung_cakupan,
    hitung_atasan,
)
from pegawai.services.capaian import segarkan_standar_capaian
from pegawai.services.kunci_baris import kunci_struktur

# First pattern that matches, by its order. `{jenis}` is the cell JENIS JABATAN NAMA (or
# our own kind of post), `{nama}` the name; both SQL expressions over text. White space is
# made one first, so that Python's re and PostgreSQL's ~* agree.
POLA_SQL = r"""(
    SELECT pola.jenjang_id FROM pegawai_polajenjang pola
     WHERE btrim(regexp_replace({jenis}, '\s+', ' ', 'g')) ~* pola.pola_jenis
       AND btrim(regexp_replace({nama}, '\s+', ' ', 'g')) ~* pola.pola_nama
     ORDER BY pola.urutan LIMIT 1)"""


@transaction.atomic
def tetapkan_jenjang(
    *, jabatan_ids: Iterable[int] | None = None, oleh: Pengguna | None
) -> int:
    """Give every post without a level the one its name says; how many were given.

    A level that is already there stays: it may have been set by a person. A post whose
    name matches no pattern stays without (the list "tanpa jenjang" shows it).
    """
    kunci_struktur()
    pilih = None if jabatan_ids is None else list(jabatan_ids)
    with connection.cursor() as kursor:
        kursor.execute(
            f"""
            UPDATE pegawai_jabatan j
               SET jenjang_id = t.jenjang_id, versi = j.versi + 1
              FROM (SELECT id, {POLA_SQL.format(jenis="jenis", nama="nama")} AS jenjang_id
                      FROM pegawai_jabatan WHERE jenjang_id IS NULL) t
             WHERE t.id = j.id AND t.jenjang_id IS NOT NULL
               AND (%(semua)s OR j.id = ANY(%(pilih)s::bigint[]))
            """,
            {"semua": pilih is None, "pilih": pilih or []},
        )
        return kursor.rowcount


@transaction.atomic
def ubah_jabatan(
    *,
    jabatan: Jabatan,
    jenjang: Jenjang | None,
    kelas_jabatan: int | None,
    versi: int,
    oleh: Pengguna,
    nama: str | None = None,
    jenis: str | None = None,
) -> Jabatan:
    """Correct a post; a stale `versi` refuses (KETENTUAN X-1). The kind is the level's.

    Superiors and the standing comparison of its holders follow the new level.
    """
    kunci_struktur()
    jabatan = Jabatan.objects.select_for_update(of=("self",)).get(pk=jabatan.pk)
    if jabatan.versi != versi:
        raise versi_usang("Jabatan ini")
    nama = jabatan.nama if nama is None else " ".join(nama.split())
    jenis = jenjang.jenis if jenjang else (jabatan.jenis if jenis is None else jenis)
    baru = (nama, jenis, jenjang, kelas_jabatan)
    lama = (jabatan.nama, jabatan.jenis, jabatan.jenjang, jabatan.kelas_jabatan)
    if lama == baru:
        return jabatan
    _periksa_ubahan(jabatan, nama, jenis)
    sebelum = cakupan_jabatan([jabatan.pk])
    jabatan.nama, jabatan.jenis, jabatan.jenjang, jabatan.kelas_jabatan = baru
    jabatan.versi += 1
    with jelaskan_kekangan(Jabatan):
        jabatan.save(
            update_fields=["nama", "jenis", "jenjang", "kelas_jabatan", "versi"]
        )
    if lama[:3] != baru[:3]:
        sesudah = cakupan_jabatan([jabatan.pk])
        hitung_atasan(oleh=oleh, cakupan=gabung_cakupan(sebelum, sesudah))
    if lama[2] != baru[2]:
        segarkan_standar_capaian(jabatan=jabatan.pk, pada=hari_ini())
    return jabatan


def _periksa_ubahan(jabatan: Jabatan, nama: str, jenis: str) -> None:
    if not nama:
        raise AturanDilanggar("Isi nama jabatan.", kode="nama_kosong", medan="nama")
    struktural = Jenjang.Jenis.STRUKTURAL
    if jenis != struktural or jabatan.jenis == struktural:
        return
    if (banyak := jumlah_pemegang(jabatan)) > 1:
        raise AturanDilanggar(
            f"Jabatan ini dipegang {angka(banyak)} orang; jabatan struktural hanya satu. "
            "Catat dulu mutasi mereka.",
            kode="pemegang_lebih_dari_satu",
            medan="jenjang",
        )
