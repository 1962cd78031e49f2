"""Reorganisation: a unit is formed, renamed, merged, moved or closed by two people.

Proposed by the analyst or by who cares for the unit, approved by the administrator
(KEAMANAN C.3, C.7), applied on its day in one transaction. Access follows the present
unit; what was stored with an event (a result, a training) keeps the unit it was stored
with.
"""

from datetime import date

from django.db import transaction
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.kekangan import jelaskan_kekangan
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Jabatan, PenataanUnit, UnitKerja
from pegawai.queries.penataan import dampak_penataan
from pegawai.services.atasan_turunan import (
    Cakupan,
    cakupan_jabatan,
    hitung_atasan,
)
from pegawai.services.kunci_baris import kunci_struktur, kunci_unit
from pegawai.services.penataan_bentuk import bentuk_unit, periksa_pembentukan
from pegawai.services.penataan_gabung import gabungkan_unit
from pegawai.services.penataan_kabar import kabari_disetujui, kabari_penyetuju
from pegawai.services.penataan_periksa import periksa_penataan
from pegawai.services.penataan_unit import ganti_induk, ganti_nama, tutup_unit

Jenis = PenataanUnit.Jenis
Status = PenataanUnit.Status


@transaction.atomic
def ajukan_penataan(
    *,
    unit: UnitKerja,
    jenis: str,
    berlaku_mulai: date,
    nomor_sk: str,
    tujuan: UnitKerja | None = None,
    nama_baru: str = "",
    singkatan_baru: str = "",
    pemberian: str = PenataanUnit.Pemberian.AKHIRI,
    oleh: Pengguna,
    versi: int | None = None,
) -> PenataanUnit:
    """Propose one act on a unit; nothing moves yet. The same again is the same act."""
    isi = {
        "jenis": jenis,
        "tujuan": tujuan,
        "nama_baru": " ".join(nama_baru.split()),
        "singkatan_baru": " ".join(singkatan_baru.split()),
        "pemberian": pemberian,
        "berlaku_mulai": berlaku_mulai,
        "nomor_sk": nomor_sk,
    }
    sama = PenataanUnit.objects.filter(
        unit_kerja=unit, status=Status.DIAJUKAN, diajukan_oleh=oleh, **isi
    ).first()
    if sama is not None:
        return sama
    unit = kunci_unit(unit, versi)
    if tujuan is not None:
        isi["tujuan"] = UnitKerja.objects.get(pk=tujuan.pk)
    penataan = PenataanUnit(unit_kerja=unit, diajukan_oleh=oleh, **isi)
    periksa_penataan(penataan)
    with jelaskan_kekangan(PenataanUnit):
        penataan.save()
    kabari_penyetuju(penataan, oleh)
    return penataan


def _kunci(penataan: PenataanUnit) -> PenataanUnit:
    return PenataanUnit.objects.select_for_update(of=("self",)).get(pk=penataan.pk)


@transaction.atomic
def setujui_penataan(*, penataan: PenataanUnit, oleh: Pengguna) -> PenataanUnit:
    """Approve what somebody else proposed; it is applied at once when its day has come."""
    kunci_struktur()
    penataan = _kunci(penataan)
    if penataan.status in {Status.DISETUJUI, Status.DITERAPKAN}:
        return penataan
    if penataan.status != Status.DIAJUKAN:
        raise AturanDilanggar(
            "Usul ini sudah dibatalkan. Ajukan usul baru.", kode="usul_tidak_terbuka"
        )
    if penataan.diajukan_oleh_id == oleh.pk:
        raise AturanDilanggar(
            "Usul ini Anda ajukan sendiri. Minta admin lain menyetujuinya.",
            kode="disetujui_sendiri",
        )
    penataan.status = Status.DISETUJUI
    penataan.disetujui_oleh = oleh
    penataan.disetujui_pada = timezone.now()
    penataan.save()
    if penataan.berlaku_mulai <= hari_ini():
        jalankan_penataan(penataan=penataan)
        penataan.refresh_from_db()
    kabari_disetujui(penataan)
    return penataan


@transaction.atomic
def batalkan_penataan(*, penataan: PenataanUnit, oleh: Pengguna) -> PenataanUnit:
    """Take a proposal or an approved act back before its day; twice changes nothing."""
    penataan = _kunci(penataan)
    if penataan.status == Status.DIBATALKAN:
        return penataan
    if penataan.status == Status.DITERAPKAN:
        raise AturanDilanggar(
            "Penataan ini sudah diterapkan. Ajukan penataan baru untuk mengubahnya lagi.",
            kode="sudah_diterapkan",
        )
    penataan.status = Status.DIBATALKAN
    penataan.save(update_fields=["status"])
    return penataan


@transaction.atomic
def jalankan_penataan(*, penataan: PenataanUnit) -> int:
    """Carry an approved act out, whole or not at all; 1 when it was, 0 when it had been."""
    kunci_struktur()
    penataan = _kunci(penataan)
    if penataan.status != Status.DISETUJUI or penataan.berlaku_mulai > hari_ini():
        return 0
    if penataan.jenis == Jenis.BENTUK:
        periksa_pembentukan(penataan)
        with jelaskan_kekangan(UnitKerja):
            bentuk_unit(penataan)
    else:
        _jalankan_atas_unit(penataan)
    penataan.status = Status.DITERAPKAN
    penataan.save(update_fields=["status", "hasil", "unit_kerja"])
    return 1


def _jalankan_atas_unit(penataan: PenataanUnit) -> None:
    """Acts on a unit that exists: what it moved is kept, superiors follow."""
    periksa_penataan(penataan)
    penataan.hasil = dampak_penataan(penataan).ringkas()
    unit = kunci_unit(penataan.unit_kerja)
    cakupan = _cakupan(penataan, unit)
    with jelaskan_kekangan(UnitKerja, PenataanUnit):
        _lakukan(penataan, unit)
    hitung_atasan(oleh=penataan.disetujui_oleh, cakupan=cakupan)


def _cakupan(penataan: PenataanUnit, unit: UnitKerja) -> Cakupan | None:
    """Whose superior an act may change: nobody's by a name, else all of what it moves.

    Asked before it is carried out: a merge takes the head posts along.
    """
    if penataan.jenis == Jenis.NAMA:
        return Cakupan()
    jabatan = Jabatan.objects.filter(unit_kerja=unit).values_list("pk", flat=True)
    if penataan.jenis != Jenis.PINDAH and cakupan_jabatan(jabatan) is None:
        return None
    penerima = [penataan.tujuan_id] if penataan.jenis == Jenis.GABUNG else []
    return Cakupan(unit=[unit.pk, *filter(None, penerima)])


def _lakukan(penataan: PenataanUnit, unit: UnitKerja) -> None:
    mulai, sk, tujuan = penataan.berlaku_mulai, penataan.nomor_sk, penataan.tujuan
    if penataan.jenis == Jenis.NAMA:
        ganti_nama(
            unit,
            nama=penataan.nama_baru,
            singkatan=penataan.singkatan_baru,
            mulai=mulai,
            nomor_sk=sk,
        )
    elif penataan.jenis == Jenis.PINDAH and tujuan is not None:
        ganti_induk(unit, induk=tujuan, mulai=mulai, nomor_sk=sk)
    elif penataan.jenis == Jenis.GABUNG:
        gabungkan_unit(penataan, unit)
    else:
        tutup_unit(unit, mulai=mulai)
