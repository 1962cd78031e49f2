"""The decision on a request: by the direct superior, never oneself."""

from django.db import transaction
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.putusan import sudah_diputuskan, wajib_alasan
from pegawai.dasar.alat.tanggal import rentang_tanggal, waktu
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.services.agenda import catat_agenda
from pelatihan.izin import boleh_memutuskan_peserta
from pelatihan.models import Peserta
from pelatihan.services.peserta import (
    akhiri_peserta,
    kabari_pencalon,
    kunci_agenda,
    kunci_angkatan,
    kunci_peserta,
)

Status = Peserta.Status


@transaction.atomic
def setujui_peserta(*, peserta: Peserta, oleh: Pengguna) -> Peserta:
    """Approve a request; approving an approved one again changes nothing."""
    peserta = kunci_peserta(peserta)
    if peserta.status == Status.DISETUJUI and peserta.diputuskan_oleh_id == oleh.pk:
        return peserta
    _periksa_dapat_diputuskan(peserta, oleh)
    peserta.status = Status.DISETUJUI
    peserta.diputuskan_oleh = oleh
    peserta.diputuskan_pada = timezone.now()
    peserta.save()
    angkatan = peserta.angkatan
    catat_agenda(
        kunci=kunci_agenda(peserta),
        pegawai=peserta.pegawai,
        jenis="PELATIHAN",
        judul=angkatan.pelatihan.nama,
        tanggal_mulai=angkatan.tanggal_mulai,
        tanggal_selesai=angkatan.tanggal_selesai,
        tautan=angkatan.pelatihan.get_absolute_url(),
    )
    kabari(
        kunci=f"peserta-disetujui:{peserta.pk}",
        penerima=peserta.pegawai.pengguna,
        judul="Pendaftaran pelatihan disetujui",
        isi=f"{angkatan.pelatihan.nama}, "
        f"{rentang_tanggal(angkatan.tanggal_mulai, angkatan.tanggal_selesai)}, "
        f"{angkatan.tempat}.",
        tautan=angkatan.pelatihan.get_absolute_url(),
    )
    kabari_pencalon(
        peserta,
        "Pencalonan disetujui",
        f"{peserta.pegawai.nama_lengkap}, {angkatan.pelatihan.nama}, {angkatan.nama}.",
    )
    return peserta


@transaction.atomic
def tolak_peserta(*, peserta: Peserta, alasan: str, oleh: Pengguna) -> Peserta:
    """Refuse a request with a reason and free its seat."""
    alasan = wajib_alasan(alasan, "Isi alasan penolakan.")
    kunci_angkatan(peserta.angkatan)
    peserta = kunci_peserta(peserta)
    if peserta.status == Status.DITOLAK and peserta.diputuskan_oleh_id == oleh.pk:
        return peserta
    _periksa_dapat_diputuskan(peserta, oleh)
    peserta.diputuskan_oleh = oleh
    peserta.diputuskan_pada = timezone.now()
    akhiri_peserta(peserta, Status.DITOLAK, alasan=alasan)
    kabari(
        kunci=f"peserta-ditolak:{peserta.pk}",
        penerima=peserta.pegawai.pengguna,
        judul="Pendaftaran pelatihan ditolak",
        isi=f"{peserta.angkatan.pelatihan.nama}. Alasan: {alasan}",
        tautan=peserta.get_absolute_url(),
    )
    kabari_pencalon(
        peserta,
        "Pencalonan ditolak",
        f"{peserta.pegawai.nama_lengkap}, {peserta.angkatan.pelatihan.nama}. "
        f"Alasan: {alasan}",
    )
    return peserta


def _periksa_dapat_diputuskan(peserta: Peserta, oleh: Pengguna) -> None:
    if not boleh_memutuskan_peserta(oleh, peserta):
        raise AturanDilanggar(
            "Hanya atasan langsung, kepala perangkat daerah, atau analis yang dapat "
            "memutuskan pendaftaran ini.",
            kode="bukan_atasan_langsung",
        )
    if peserta.diputuskan_oleh is not None and peserta.status != Status.DIAJUKAN:
        raise sudah_diputuskan("Pendaftaran", peserta)
    if peserta.status != Status.DIAJUKAN:
        raise AturanDilanggar(
            f"Pendaftaran ini sudah {peserta.get_status_display().lower()}.",
            kode="sudah_berakhir",
        )
    if peserta.batas_keputusan < timezone.now():
        raise AturanDilanggar(
            f"Batas keputusan sudah lewat {waktu(peserta.batas_keputusan)}. "
            "Pegawai dapat mendaftar lagi.",
            kode="batas_keputusan_lewat",
        )
