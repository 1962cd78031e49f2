"""Whom the carer of a unit may nominate for a batch."""

from django.db.models import Exists, OuterRef, QuerySet

from pegawai.alat.nip import bersihkan_nip
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import CapaianKompetensi, Pegawai
from pegawai.models.peran import Peran
from pegawai.queries.peran import pegawai_sendiri_id, unit_dalam_cakupan
from pelatihan.models import Angkatan, Peserta, SasaranPelatihan
from pelatihan.models.peserta import BERAKHIR
from pelatihan.queries.riwayat import jp_tahun


def awal_nomor(cari: str) -> str:
    """The digits of a NIP or of its beginning, however grouped; empty for words."""
    polos = bersihkan_nip(cari)
    return polos if polos.isascii() and polos.isdigit() and len(polos) >= 4 else ""


def pegawai_calon(pengguna: Pengguna) -> QuerySet[Pegawai]:
    """Active people of the units this account cares for, never oneself."""
    unit = unit_dalam_cakupan(pengguna, Peran.PENGELOLA_OPD)
    return Pegawai.objects.filter(
        unit_kerja__in=unit.values("pk"),
        kedudukan_hukum__in=[Pegawai.Kedudukan.AKTIF, Pegawai.Kedudukan.TUGAS_BELAJAR],
    ).exclude(pk=pegawai_sendiri_id(pengguna) or 0)


def daftar_calon(
    pengguna: Pengguna,
    angkatan: Angkatan,
    *,
    cari: str = "",
    kesenjangan: bool = False,
) -> QuerySet[Pegawai]:
    """The choice for one batch: `terdaftar` has a seat, `menutup` a gap it closes, `jp`."""
    kursi = Peserta.objects.filter(pegawai=OuterRef("pk"), angkatan=angkatan)
    menutup = Exists(_kesenjangan_tertutup(angkatan))
    daftar = pegawai_calon(pengguna).annotate(
        terdaftar=Exists(kursi.exclude(status__in=BERAKHIR)), menutup=menutup
    )
    if nomor := awal_nomor(cari):
        daftar = daftar.filter(nip__startswith=nomor)
    else:
        for kata in cari.lower().split()[:6]:
            daftar = daftar.filter(nama_urut__contains=kata)
    if kesenjangan:
        daftar = daftar.filter(menutup)
    return (
        jp_tahun(daftar, hari_ini().year)
        .select_related("jabatan", "unit_kerja")
        .order_by("nama_urut", "pk")
    )


def _kesenjangan_tertutup(angkatan: Angkatan) -> QuerySet[CapaianKompetensi]:
    """Gaps of a person in what the course raises above the present level."""
    sasaran = SasaranPelatihan.objects.filter(
        pelatihan=angkatan.pelatihan_id,
        kompetensi=OuterRef("kompetensi"),
        level__gt=OuterRef("level"),
    )
    return CapaianKompetensi.objects.filter(
        Exists(sasaran), pegawai=OuterRef("pk"), kesenjangan__gt=0
    )
