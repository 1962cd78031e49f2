"""Batches: made, changed, opened, started, closed, called off."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import F

from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.alat.putusan import wajib_alasan
from pegawai.dasar.alat.tanggal import hari_ini, rentang_tanggal, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.services.agenda import hapus_agenda, pindahkan_agenda
from pelatihan.models import Angkatan, Pelatihan, Peserta
from pelatihan.models.peserta import BERAKHIR
from pelatihan.services.peserta import (
    akhiri_semua,
    kedaluwarsakan_angkatan,
    kunci_agenda,
    kunci_angkatan,
)

Status = Angkatan.Status
MEDAN = (
    "nama",
    "tanggal_mulai",
    "tanggal_selesai",
    "tempat",
    "kuota",
    "pendaftaran_mulai",
    "pendaftaran_sampai",
)


@transaction.atomic
def buat_angkatan(
    *, pelatihan: Pelatihan, data: dict[str, Any], oleh: Pengguna
) -> Angkatan:
    """Make a batch as a draft; it takes nobody until it is opened."""
    isi = {medan: data[medan] for medan in MEDAN}
    return Angkatan.objects.create(pelatihan=pelatihan, **isi)


@transaction.atomic
def ubah_angkatan(
    *, angkatan: Angkatan, data: dict[str, Any], versi: int, oleh: Pengguna
) -> Angkatan:
    """Change a batch that is not over; participants are told of new dates or place."""
    angkatan = kunci_angkatan(angkatan)
    if angkatan.versi != versi:
        raise versi_usang("Angkatan ini")
    if angkatan.status in {Status.SELESAI, Status.DIBATALKAN}:
        raise AturanDilanggar(
            "Angkatan yang sudah berakhir tidak dapat diubah.",
            kode="angkatan_berakhir",
        )
    if data["kuota"] < angkatan.terisi:
        raise AturanDilanggar(
            f"Kuota tidak dapat kurang dari {angkatan.terisi} kursi yang sudah terisi.",
            kode="kuota_di_bawah_terisi",
            medan="kuota",
        )
    kunci = ("tanggal_mulai", "tanggal_selesai", "tempat")
    lama = [getattr(angkatan, medan) for medan in kunci]
    for medan in MEDAN:
        setattr(angkatan, medan, data[medan])
    angkatan.versi = angkatan.versi + 1
    angkatan.save(update_fields=[*MEDAN, "versi"])
    if lama != [getattr(angkatan, medan) for medan in kunci]:
        _kabari_jadwal(angkatan)
    return angkatan


def _kabari_jadwal(angkatan: Angkatan) -> None:
    peserta = _peserta_aktif(angkatan)
    pindahkan_agenda(
        kunci=[kunci_agenda(p) for p in peserta],
        tanggal_mulai=angkatan.tanggal_mulai,
        tanggal_selesai=angkatan.tanggal_selesai,
    )
    rentang = rentang_tanggal(angkatan.tanggal_mulai, angkatan.tanggal_selesai)
    _kabari_semua(
        peserta,
        kunci=f"angkatan-diubah:{angkatan.pk}:{angkatan.versi}",
        judul="Jadwal pelatihan berubah",
        isi=f"{angkatan.pelatihan.nama} kini {rentang}, {angkatan.tempat}.",
        tautan=angkatan.pelatihan.get_absolute_url(),
    )


def _peserta_aktif(angkatan: Angkatan) -> list[Peserta]:
    return list(
        angkatan.peserta.exclude(status__in=BERAKHIR).select_related(
            "pegawai__pengguna"
        )
    )


def _kabari_semua(peserta: Iterable[Peserta], *, kunci: str, **isi: str) -> None:
    for p in peserta:
        kabari(kunci=f"{kunci}:{p.pk}", penerima=p.pegawai.pengguna, **isi)


@transaction.atomic
def buka_angkatan(*, angkatan: Angkatan, oleh: Pengguna) -> Angkatan:
    """Announce the batch: from now on its window lets people ask seats."""
    angkatan = kunci_angkatan(angkatan)
    if angkatan.status == Status.DIBUKA:
        return angkatan
    _harus(angkatan, Status.RANCANGAN, "dibuka")
    if angkatan.pelatihan.status != Pelatihan.Status.TERBIT:
        raise AturanDilanggar(
            "Terbitkan pelatihannya dahulu, lalu buka angkatan ini.",
            kode="pelatihan_belum_terbit",
        )
    if angkatan.tanggal_selesai < hari_ini():
        raise AturanDilanggar(
            "Tanggal pelatihan sudah lewat. Ubah tanggalnya dahulu.",
            kode="tanggal_lewat",
        )
    return _ganti(angkatan, Status.DIBUKA)


@transaction.atomic
def mulai_angkatan(*, angkatan: Angkatan, oleh: Pengguna) -> Angkatan:
    """Start the training on or after its first day; no new requests from here on."""
    angkatan = kunci_angkatan(angkatan)
    if angkatan.status == Status.BERJALAN:
        return angkatan
    _harus(angkatan, Status.DIBUKA, "dimulai")
    if hari_ini() < angkatan.tanggal_mulai:
        raise AturanDilanggar(
            f"Angkatan baru dapat dimulai {tanggal(angkatan.tanggal_mulai)}.",
            kode="belum_waktunya",
        )
    return _ganti(angkatan, Status.BERJALAN)


@transaction.atomic
def tutup_angkatan(*, angkatan: Angkatan, oleh: Pengguna) -> Angkatan:
    """Close the training when everybody has a result; what still waits is ended."""
    angkatan = kunci_angkatan(angkatan)
    if angkatan.status == Status.SELESAI:
        return angkatan
    _harus(angkatan, Status.BERJALAN, "ditutup")
    if hari_ini() < angkatan.tanggal_selesai:
        raise AturanDilanggar(
            f"Angkatan baru dapat ditutup {tanggal(angkatan.tanggal_selesai)}.",
            kode="belum_waktunya",
        )
    tanpa = angkatan.peserta.filter(status=Peserta.Status.DISETUJUI).count()
    if tanpa:
        raise AturanDilanggar(
            f"Masih ada {tanpa} peserta tanpa hasil. Catat lulus atau tidak lulus "
            "dahulu.",
            kode="hasil_belum_lengkap",
        )
    kedaluwarsakan_angkatan(angkatan=angkatan, semua=True)
    return _ganti(angkatan, Status.SELESAI)


@transaction.atomic
def batalkan_angkatan(*, angkatan: Angkatan, alasan: str, oleh: Pengguna) -> Angkatan:
    """Call a batch off before it starts; participants are told why, seats are free.

    The enrolments are locked before their dates are taken away: one that is being
    approved just now is ended with what the approval has written.
    """
    alasan = wajib_alasan(alasan, "Isi alasan.")
    angkatan = kunci_angkatan(angkatan)
    if angkatan.status == Status.DIBATALKAN:
        return angkatan
    if angkatan.status not in {Status.RANCANGAN, Status.DIBUKA}:
        _harus(angkatan, Status.DIBUKA, "dibatalkan")
    peserta = _peserta_aktif(angkatan)
    akhiri_semua(angkatan=angkatan, alasan=f"Pelatihan dibatalkan: {alasan}")
    hapus_agenda(*[kunci_agenda(p) for p in peserta])
    _kabari_semua(
        peserta,
        kunci=f"angkatan-dibatalkan:{angkatan.pk}",
        judul="Pelatihan dibatalkan",
        isi=f"{angkatan.pelatihan.nama}, {angkatan.nama}. Alasan: {alasan}",
        tautan=angkatan.pelatihan.get_absolute_url(),
    )
    return _ganti(angkatan, Status.DIBATALKAN)


def _harus(angkatan: Angkatan, status: str, kata: str) -> None:
    if angkatan.status != status:
        raise AturanDilanggar(
            f"Angkatan yang {angkatan.get_status_display().lower()} tidak dapat {kata}.",
            kode="status_angkatan",
        )


def _ganti(angkatan: Angkatan, status: str) -> Angkatan:
    Angkatan.objects.filter(pk=angkatan.pk).update(status=status, versi=F("versi") + 1)
    angkatan.refresh_from_db(fields=["status", "versi", "terisi"])
    return angkatan
