"""Posts of a unit: made, moved to another unit, closed, opened again.

The history of who held a post stays with it; a post that is held is emptied by moves
(services/mutasi.py) first, so that nobody's present post goes by a side door.
"""

from django.db import transaction

from pegawai.dasar.alat.angka import angka
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.kekangan import jelaskan_kekangan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Jabatan, Jenjang, UnitKerja
from pegawai.queries.jabatan import jumlah_pemegang, jumlah_tugas_berjalan
from pegawai.services.atasan_turunan import (
    cakupan_jabatan,
    gabung_cakupan,
    hitung_atasan,
)
from pegawai.services.jabatan import tetapkan_jenjang
from pegawai.services.kunci_baris import kunci_struktur


@transaction.atomic
def buat_jabatan(
    *,
    unit: UnitKerja,
    nama: str,
    jenis: str,
    jenjang: Jenjang | None,
    kelas_jabatan: int | None,
    oleh: Pengguna,
) -> Jabatan:
    """A new post in a unit; without a level its name says which (KETENTUAN JJ-1)."""
    kunci_struktur()
    nama = " ".join(nama.split())
    unit = UnitKerja.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    _periksa_unit(unit)
    _periksa_nama(nama, unit)
    if jenjang is None and not jenis:
        raise AturanDilanggar(
            "Pilih jenis atau jenjang jabatan.", kode="jenis_kosong", medan="jenis"
        )
    with jelaskan_kekangan(Jabatan):
        jabatan = Jabatan.objects.create(
            unit_kerja=unit,
            nama=nama,
            jenis=jenjang.jenis if jenjang else jenis,
            jenjang=jenjang,
            kelas_jabatan=kelas_jabatan,
        )
    if jenjang is None:
        tetapkan_jenjang(jabatan_ids=[jabatan.pk], oleh=oleh)
        jabatan.refresh_from_db()
    hitung_atasan(oleh=oleh, cakupan=cakupan_jabatan([jabatan.pk]))
    return jabatan


@transaction.atomic
def pindahkan_jabatan(*, jabatan: Jabatan, unit: UnitKerja, oleh: Pengguna) -> Jabatan:
    """An empty post goes to another unit; the same again changes nothing."""
    jabatan = _kunci(jabatan)
    if jabatan.unit_kerja_id == unit.pk:
        return jabatan
    unit = UnitKerja.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    _periksa_unit(unit, medan="unit")
    _periksa_kosong(jabatan)
    _periksa_nama(jabatan.nama, unit, medan="unit")
    sebelum = cakupan_jabatan([jabatan.pk])
    jabatan.unit_kerja = unit
    jabatan.versi += 1
    with jelaskan_kekangan(Jabatan):
        jabatan.save(update_fields=["unit_kerja", "versi"])
    sesudah = cakupan_jabatan([jabatan.pk])
    hitung_atasan(oleh=oleh, cakupan=gabung_cakupan(sebelum, sesudah))
    return jabatan


@transaction.atomic
def tutup_jabatan(*, jabatan: Jabatan, oleh: Pengguna) -> Jabatan:
    """A post that nobody holds is no longer used; again changes nothing."""
    jabatan = _kunci(jabatan)
    if not jabatan.aktif:
        return jabatan
    _periksa_kosong(jabatan)
    return _simpan_aktif(jabatan, aktif=False, oleh=oleh)


@transaction.atomic
def buka_jabatan(*, jabatan: Jabatan, oleh: Pengguna) -> Jabatan:
    """A closed post is used again; its unit must still be there."""
    jabatan = _kunci(jabatan)
    if jabatan.aktif:
        return jabatan
    if jabatan.unit_kerja is not None:
        _periksa_unit(jabatan.unit_kerja)
    return _simpan_aktif(jabatan, aktif=True, oleh=oleh)


def _simpan_aktif(jabatan: Jabatan, *, aktif: bool, oleh: Pengguna) -> Jabatan:
    jabatan.aktif = aktif
    jabatan.versi += 1
    jabatan.save(update_fields=["aktif", "versi"])
    hitung_atasan(oleh=oleh, cakupan=cakupan_jabatan([jabatan.pk]))
    return jabatan


def _kunci(jabatan: Jabatan) -> Jabatan:
    """Whoever fills this post at the same moment waits (services/mutasi.py)."""
    kunci_struktur()
    return Jabatan.objects.select_for_update(of=("self",)).get(pk=jabatan.pk)


def _periksa_unit(unit: UnitKerja, *, medan: str | None = None) -> None:
    if unit.berlaku_sampai is not None:
        raise AturanDilanggar(
            f"{unit.nama} sudah ditutup. Pilih unit lain.",
            kode="unit_sudah_ditutup",
            medan=medan,
        )


def _periksa_nama(nama: str, unit: UnitKerja, *, medan: str = "nama") -> None:
    """One name once in a unit; a closed one is opened again, not made twice."""
    if not nama:
        raise AturanDilanggar("Isi nama jabatan.", kode="nama_kosong", medan=medan)
    ada = Jabatan.objects.filter(unit_kerja=unit, nama_cari=nama.lower()).first()
    if ada is None:
        return
    if ada.aktif:
        pesan = f"{ada.nama} sudah ada di {unit.nama}."
        raise AturanDilanggar(pesan, kode="jabatan_unik_di_unit", medan=medan)
    raise AturanDilanggar(
        f"{ada.nama} pernah ada di {unit.nama} dan sudah ditutup. Buka lagi jabatan itu: "
        "cari di daftar jabatan dengan keadaan Sudah ditutup.",
        kode="jabatan_sudah_ditutup",
        medan=medan,
    )


def _periksa_kosong(jabatan: Jabatan) -> None:
    if banyak := jumlah_pemegang(jabatan):
        raise AturanDilanggar(
            f"Jabatan ini masih dipegang {angka(banyak)} orang. Catat dulu mutasi mereka.",
            kode="jabatan_masih_dipegang",
        )
    if banyak := jumlah_tugas_berjalan(jabatan):
        raise AturanDilanggar(
            f"Masih ada {angka(banyak)} mutasi, Plt., atau Plh. ke jabatan ini yang belum "
            "berakhir. Akhiri atau batalkan dulu.",
            kode="jabatan_masih_ditugaskan",
        )
