"""Form a unit: its rules when it is proposed and on its day, and the unit itself."""

from datetime import date

from django.db import transaction

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.kekangan import jelaskan_kekangan
from pegawai.dasar.alat.tanggal import tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import PenataanUnit, UnitKerja
from pegawai.services.penataan_kabar import kabari_penyetuju
from pegawai.services.penataan_periksa import periksa_kejauhan, periksa_nama_saudara

Jenis = PenataanUnit.Jenis


@transaction.atomic
def ajukan_pembentukan(
    *,
    induk: UnitKerja,
    nama: str,
    jenis_unit: str,
    berlaku_mulai: date,
    nomor_sk: str,
    singkatan: str = "",
    kode: str = "",
    oleh: Pengguna,
) -> PenataanUnit:
    """Propose a new unit under `induk`; it exists from its day on, once approved.

    The same again is the same proposal.
    """
    isi = {
        "jenis": Jenis.BENTUK,
        "tujuan": induk,
        "nama_baru": " ".join(nama.split()),
        "singkatan_baru": " ".join(singkatan.split()),
        "jenis_baru": jenis_unit,
        "kode_baru": kode.strip(),
        "berlaku_mulai": berlaku_mulai,
        "nomor_sk": nomor_sk,
    }
    sama = PenataanUnit.objects.filter(
        status=PenataanUnit.Status.DIAJUKAN, diajukan_oleh=oleh, **isi
    ).first()
    if sama is not None:
        return sama
    isi["tujuan"] = UnitKerja.objects.get(pk=induk.pk)
    penataan = PenataanUnit(diajukan_oleh=oleh, **isi)
    periksa_pembentukan(penataan)
    with jelaskan_kekangan(PenataanUnit):
        penataan.save()
    kabari_penyetuju(penataan, oleh)
    return penataan


def periksa_pembentukan(penataan: PenataanUnit) -> None:
    """Refuse with a sentence what cannot be formed."""
    induk = penataan.tujuan
    assert induk is not None
    if not penataan.nama_baru:
        raise AturanDilanggar(
            "Isi nama unit baru.", kode="nama_kosong", medan="nama_baru"
        )
    if induk.berlaku_sampai is not None:
        raise AturanDilanggar(
            f"{induk.nama} sudah ditutup. Pilih induk lain.", kode="tujuan_ditutup"
        )
    if induk.berlaku_mulai is not None and penataan.berlaku_mulai < induk.berlaku_mulai:
        raise AturanDilanggar(
            f"{induk.nama} baru ada sejak {tanggal(induk.berlaku_mulai)}. Pilih tanggal "
            "itu atau sesudahnya.",
            kode="mendahului_induk",
            medan="berlaku_mulai",
        )
    periksa_kejauhan(penataan.berlaku_mulai)
    _periksa_jenis(penataan, induk)
    periksa_nama_saudara(induk.pk, penataan.nama_baru)


def _periksa_jenis(penataan: PenataanUnit, induk: UnitKerja) -> None:
    if penataan.jenis_baru == UnitKerja.Jenis.PEMDA:
        raise AturanDilanggar(
            "Pemerintah kota hanya satu. Pilih jenis lain.",
            kode="jenis_unit_salah",
            medan="jenis_baru",
        )
    if penataan.jenis_baru == UnitKerja.Jenis.OPD and induk.opd_id is not None:
        raise AturanDilanggar(
            "Perangkat daerah berada langsung di bawah pemerintah kota, bukan di bawah "
            f"{induk.nama}. Pilih jenis lain, atau bentuk dari halaman pemerintah kota.",
            kode="jenis_unit_salah",
            medan="jenis_baru",
        )


def bentuk_unit(penataan: PenataanUnit) -> UnitKerja:
    """The unit of an approved proposal, on its day; the caller holds the transaction."""
    penataan.unit_kerja = UnitKerja.objects.create(
        induk=penataan.tujuan,
        jenis=penataan.jenis_baru,
        kode=penataan.kode_baru,
        nama=penataan.nama_baru,
        singkatan=penataan.singkatan_baru,
        berlaku_mulai=penataan.berlaku_mulai,
    )
    return penataan.unit_kerja
