"""Rules of a reorganisation: asked when it is proposed and again on its day."""

from datetime import date

from pegawai.dasar.alat.angka import angka
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.models import PenataanUnit, RiwayatUnit, UnitKerja
from pegawai.queries.penataan import anak_berlaku, dampak_penataan, nama_kembar
from pegawai.services.kunci_baris import TERJAUH_HARI

Jenis = PenataanUnit.Jenis


def periksa_penataan(penataan: PenataanUnit) -> None:
    """Refuse with a sentence what cannot be done to this unit."""
    unit = penataan.unit_kerja
    assert unit is not None
    if unit.berlaku_sampai is not None:
        raise AturanDilanggar("Unit ini sudah ditutup.", kode="unit_sudah_ditutup")
    if unit.jenis == UnitKerja.Jenis.PEMDA and penataan.jenis != Jenis.NAMA:
        raise AturanDilanggar(
            "Pemerintah kota adalah puncak susunan unit: hanya namanya yang dapat diganti.",
            kode="puncak_unit",
        )
    _periksa_tanggal(penataan, unit)
    if penataan.jenis == Jenis.NAMA:
        _periksa_nama(penataan, unit)
    if penataan.jenis in {Jenis.PINDAH, Jenis.GABUNG}:
        _periksa_tujuan(penataan, unit)
    if penataan.jenis == Jenis.TUTUP:
        _periksa_kosong(penataan, unit)


def _periksa_tanggal(penataan: PenataanUnit, unit: UnitKerja) -> None:
    mulai = penataan.berlaku_mulai
    akhir = (
        RiwayatUnit.objects.filter(unit_kerja=unit).order_by("-berlaku_sampai").first()
    )
    batas = akhir.berlaku_sampai if akhir else unit.berlaku_mulai
    if batas is not None and mulai <= batas:
        raise AturanDilanggar(
            f"Unit ini terakhir berubah {tanggal(batas)}. Pilih tanggal sesudahnya.",
            kode="penataan_mendahului",
            medan="berlaku_mulai",
        )
    periksa_kejauhan(mulai)


def periksa_kejauhan(mulai: date) -> None:
    """A day more than a year ahead is a slip of the year."""
    if (mulai - hari_ini()).days > TERJAUH_HARI:
        raise AturanDilanggar(
            "Tanggal ini lebih dari setahun lagi. Periksa tahunnya.",
            kode="tanggal_terlalu_jauh",
            medan="berlaku_mulai",
        )


def _periksa_nama(penataan: PenataanUnit, unit: UnitKerja) -> None:
    if not penataan.nama_baru:
        raise AturanDilanggar(
            "Isi nama baru unit.", kode="nama_kosong", medan="nama_baru"
        )
    if (penataan.nama_baru, penataan.singkatan_baru) == (unit.nama, unit.singkatan):
        raise AturanDilanggar(
            "Nama ini sama dengan nama sekarang.", kode="nama_sama", medan="nama_baru"
        )
    periksa_nama_saudara(unit.induk_id, penataan.nama_baru, kecuali=unit.pk)


def periksa_nama_saudara(
    induk_id: int | None, nama: str, *, kecuali: int | None = None
) -> None:
    """Two open units under one parent never carry one name."""
    saudara = UnitKerja.objects.filter(
        induk_id=induk_id, nama_cari=nama.lower(), berlaku_sampai__isnull=True
    ).exclude(pk=kecuali)
    if saudara.exists():
        raise AturanDilanggar(
            "Unit dengan nama ini sudah ada di induk itu.",
            kode="unit_nama_unik_di_induk",
            medan="nama_baru",
        )


def _periksa_tujuan(penataan: PenataanUnit, unit: UnitKerja) -> None:
    tujuan = penataan.tujuan
    if tujuan is None:
        raise AturanDilanggar(
            "Pilih unit tujuannya.", kode="tujuan_kosong", medan="tujuan"
        )
    if tujuan.berlaku_sampai is not None:
        raise AturanDilanggar(
            "Unit tujuan sudah ditutup. Pilih unit lain.",
            kode="tujuan_ditutup",
            medan="tujuan",
        )
    if f"{tujuan.jalur}.".startswith(f"{unit.jalur}."):
        raise AturanDilanggar(
            "Unit tidak dapat berada di bawah unitnya sendiri. Pilih unit lain.",
            kode="unit_tanpa_lingkaran",
            medan="tujuan",
        )
    if penataan.jenis == Jenis.PINDAH and tujuan.pk == unit.induk_id:
        raise AturanDilanggar(
            f"Unit ini sudah berada di bawah {tujuan.nama}.",
            kode="induk_sama",
            medan="tujuan",
        )
    if kembar := nama_kembar(penataan):
        raise AturanDilanggar(
            f"Di bawah {tujuan.nama} sudah ada {', '.join(kembar)}. Ganti nama atau "
            "gabungkan dulu unit yang sama namanya.",
            kode="unit_nama_unik_di_induk",
            medan="tujuan",
        )


def _periksa_kosong(penataan: PenataanUnit, unit: UnitKerja) -> None:
    dampak = dampak_penataan(penataan)
    if dampak.pegawai_langsung:
        raise AturanDilanggar(
            f"Masih ada {angka(dampak.pegawai_langsung)} pegawai di unit ini. Gabungkan "
            "unit ini ke unit lain, atau pindahkan dulu pegawainya.",
            kode="unit_masih_berpegawai",
        )
    if anak := len(anak_berlaku(unit)):
        raise AturanDilanggar(
            f"Masih ada {angka(anak)} unit di bawah unit ini. Pindahkan atau tutup dulu.",
            kode="unit_masih_beranak",
        )
