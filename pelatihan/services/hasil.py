"""Attendance and results, noted by the organiser; never one's own."""

from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pelatihan.models import Angkatan, Kehadiran, Peserta, Sertifikat
from pelatihan.services.peserta import kunci_angkatan

Status = Peserta.Status
_SERTIFIKAT = Sertifikat.objects.filter(peserta=OuterRef("pk"), dicabut_pada=None)
IKUT = (Status.DISETUJUI, Status.LULUS, Status.TIDAK_LULUS)


def hari_pelatihan(angkatan: Angkatan) -> list[date]:
    """Training days up to today: an attendance is noted on or after its day."""
    hari = hari_ini()
    return [tanggal for tanggal in angkatan.hari_pelatihan if tanggal <= hari]


@transaction.atomic
def catat_kehadiran(
    *,
    angkatan: Angkatan,
    hadir: dict[int, set[date]],
    oleh: Pengguna,
    hari: list[date] | None = None,
) -> int:
    """Write a sheet: for each participant id the days of being there.

    Only participants named in `hadir` and days of the sheet (`hari`; without it all so
    far) are touched; sending the sheet again changes nothing.
    """
    angkatan = kunci_angkatan(angkatan)
    _harus_berjalan(angkatan)
    tiba = hari_pelatihan(angkatan)
    hari = tiba if hari is None else hari
    if {tgl for isi in hadir.values() for tgl in isi} - set(hari) or set(hari) - set(
        tiba
    ):
        raise AturanDilanggar(
            "Kehadiran hanya dicatat untuk hari pelatihan yang sudah tiba.",
            kode="hari_di_luar_jadwal",
        )
    daftar = _peserta_dinilai(angkatan, set(hadir), oleh)
    Kehadiran.objects.bulk_create(
        [
            Kehadiran(peserta=p, tanggal=tgl, hadir=tgl in hadir[p.pk])
            for p in daftar
            for tgl in hari
        ],
        update_conflicts=True,
        unique_fields=["peserta", "tanggal"],
        update_fields=["hadir"],
    )
    return len(daftar)


@transaction.atomic
def catat_hasil(*, angkatan: Angkatan, hasil: dict[int, str], oleh: Pengguna) -> int:
    """Write LULUS or TIDAK_LULUS per participant id; what is the same stays untouched."""
    angkatan = kunci_angkatan(angkatan)
    _harus_berjalan(angkatan)
    if set(hasil.values()) - {Status.LULUS, Status.TIDAK_LULUS}:
        raise AturanDilanggar(
            "Pilih lulus atau tidak lulus.", kode="hasil_tidak_dikenal"
        )
    daftar = [
        p
        for p in _peserta_dinilai(angkatan, set(hasil), oleh)
        if p.status != hasil[p.pk]
    ]
    if any(p.bersertifikat for p in daftar):
        raise AturanDilanggar(
            "Hasil peserta yang sudah bersertifikat tidak dapat diubah. Cabut "
            "sertifikatnya dahulu.",
            kode="sudah_bersertifikat",
        )
    sekarang = timezone.now()
    for peserta in daftar:
        peserta.status = hasil[peserta.pk]
        peserta.dinilai_oleh = oleh
        peserta.dinilai_pada = sekarang
        kabari(
            kunci=f"peserta-hasil:{peserta.pk}:{peserta.status}",
            penerima=peserta.pegawai.pengguna,
            judul=f"Hasil pelatihan: {peserta.get_status_display().lower()}",
            isi=f"{angkatan.pelatihan.nama}, {angkatan.nama}.",
            tautan=peserta.get_absolute_url(),
        )
    Peserta.objects.bulk_update(daftar, ["status", "dinilai_oleh", "dinilai_pada"])
    return len(daftar)


def _harus_berjalan(angkatan: Angkatan) -> None:
    if angkatan.status not in {Angkatan.Status.BERJALAN, Angkatan.Status.SELESAI}:
        raise AturanDilanggar(
            "Mulai angkatan ini dahulu, lalu catat kehadiran dan hasilnya.",
            kode="angkatan_belum_mulai",
        )


def _peserta_dinilai(
    angkatan: Angkatan, ids: set[int], oleh: Pengguna
) -> list[Peserta]:
    daftar: list[Peserta] = list(
        angkatan.peserta.filter(pk__in=ids, status__in=IKUT)
        .select_related("pegawai__pengguna")
        .annotate(bersertifikat=Exists(_SERTIFIKAT))
        .order_by("pk")
    )
    if len(daftar) != len(ids):
        raise AturanDilanggar(
            "Ada peserta yang bukan peserta angkatan ini. Muat ulang halaman.",
            kode="bukan_peserta",
        )
    if any(p.pegawai.pengguna_id == oleh.pk for p in daftar):
        raise AturanDilanggar(
            "Anda tidak dapat mencatat kehadiran atau hasil Anda sendiri.",
            kode="diri_sendiri",
        )
    return daftar
