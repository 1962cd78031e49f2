"""Acts on a period: create, edit, open, close, assign, take out."""

from datetime import date

from django.db import transaction

from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import Pegawai
from penilaian.izin import boleh_menjadi_asesor
from penilaian.models import (
    MetodePenilaian,
    Penilaian,
    PenugasanAsesor,
    PeriodePenilaian,
)

Status = PeriodePenilaian.Status


def _kunci(periode: PeriodePenilaian) -> PeriodePenilaian:
    return PeriodePenilaian.objects.select_for_update(of=("self",)).get(pk=periode.pk)


def _nama_bebas(nama: str, kecuali: int | None = None) -> None:
    lain = PeriodePenilaian.objects.filter(nama=nama).exclude(pk=kecuali)
    if lain.exists():
        raise AturanDilanggar(
            "Periode dengan nama ini sudah ada. Pilih nama lain.",
            kode="periode_nama_terpakai",
            medan="nama",
        )


@transaction.atomic
def buat_periode(
    *,
    nama: str,
    tujuan: str,
    metode: MetodePenilaian,
    jenis_kompetensi: list[str],
    tanggal_mulai: date,
    tanggal_selesai: date,
    surplus_menutup: bool = True,
    oleh: Pengguna,
) -> PeriodePenilaian:
    """Plan a period."""
    _nama_bebas(nama)
    return PeriodePenilaian.objects.create(
        nama=nama,
        tujuan=tujuan,
        metode=metode,
        jenis_kompetensi=jenis_kompetensi,
        tanggal_mulai=tanggal_mulai,
        tanggal_selesai=tanggal_selesai,
        surplus_menutup=surplus_menutup,
    )


@transaction.atomic
def ubah_periode(
    *, periode: PeriodePenilaian, versi: int, oleh: Pengguna, **isian: object
) -> PeriodePenilaian:
    """Change a period that is planned or running; two writers: the second is told."""
    periode = _kunci(periode)
    if periode.versi != versi:
        raise versi_usang("Periode ini")
    if not periode.dapat_diubah:
        raise AturanDilanggar(
            "Periode yang sudah ditutup tidak dapat diubah.", kode="periode_ditutup"
        )
    _nama_bebas(str(isian.get("nama", periode.nama)), periode.pk)
    for medan, nilai in isian.items():
        setattr(periode, medan, nilai)
    periode.versi += 1
    periode.save()
    return periode


@transaction.atomic
def buka_periode(*, periode: PeriodePenilaian, oleh: Pengguna) -> PeriodePenilaian:
    """Let assessors enter results; a closed period may be opened again."""
    periode = _kunci(periode)
    if periode.status == Status.BERJALAN:
        return periode
    if periode.status == Status.DITERBITKAN:
        raise AturanDilanggar(
            "Hasil periode ini sudah terbit dan tidak dapat dibuka lagi.",
            kode="periode_sudah_terbit",
        )
    if periode.tanggal_selesai < hari_ini():
        raise AturanDilanggar(
            "Tanggal selesai periode ini sudah lewat. Ubah tanggalnya lebih dahulu.",
            kode="periode_lewat",
        )
    _sertakan_yang_ditugaskan(periode)
    periode.status = Status.BERJALAN
    periode.versi += 1
    periode.save()
    for tugas in periode.penugasan_asesor.select_related("asesor").distinct("asesor"):
        _kabari_asesor(periode, tugas.asesor)
    return periode


@transaction.atomic
def tutup_periode(*, periode: PeriodePenilaian, oleh: Pengguna) -> PeriodePenilaian:
    """No more entries; results wait for publishing."""
    periode = _kunci(periode)
    if periode.status == Status.DITUTUP:
        return periode
    if periode.status != Status.BERJALAN:
        raise AturanDilanggar(
            "Hanya periode yang berjalan yang dapat ditutup.",
            kode="periode_tidak_berjalan",
        )
    _sertakan_yang_ditugaskan(periode)
    periode.status = Status.DITUTUP
    periode.versi += 1
    periode.save()
    return periode


@transaction.atomic
def tugaskan_asesor(
    *,
    periode: PeriodePenilaian,
    asesor: Pengguna,
    daftar_pegawai: list[Pegawai],
    oleh: Pengguna,
) -> int:
    """Give an assessor people to assess; they become participants of the period."""
    periode = _kunci(periode)
    if not periode.dapat_diubah:
        raise AturanDilanggar(
            "Periode ini sudah ditutup; asesor tidak dapat ditugasi lagi.",
            kode="periode_ditutup",
        )
    for pegawai in daftar_pegawai:
        if not boleh_menjadi_asesor(asesor, pegawai):
            raise AturanDilanggar(
                f"{asesor} tidak dapat menilai {pegawai}: diri sendiri, atasan, atau "
                "bawahannya.",
                kode="asesor_berkepentingan",
                medan="nip",
            )
    masuk_peserta(periode=periode, daftar_pegawai=daftar_pegawai)
    sebelum = periode.penugasan_asesor.count()
    PenugasanAsesor.objects.bulk_create(
        [
            PenugasanAsesor(periode=periode, asesor=asesor, pegawai=p)
            for p in daftar_pegawai
        ],
        ignore_conflicts=True,
    )
    if periode.status == Status.BERJALAN:
        _kabari_asesor(periode, asesor)
    return periode.penugasan_asesor.count() - sebelum


def masuk_peserta(*, periode: PeriodePenilaian, daftar_pegawai: list[Pegawai]) -> None:
    """Make them participants with a snapshot of post, level and unit of today."""
    Penilaian.objects.bulk_create(
        [
            Penilaian(
                periode=periode,
                pegawai=p,
                jabatan=p.jabatan,
                jenjang=p.jabatan.jenjang if p.jabatan else None,
                unit_kerja=p.unit_kerja,
            )
            for p in daftar_pegawai
        ],
        ignore_conflicts=True,
        batch_size=1000,
    )


def _sertakan_yang_ditugaskan(periode: PeriodePenilaian) -> None:
    """Nobody who was to be assessed is forgotten when the period is published."""
    belum = (
        Pegawai.objects.filter(penugasan_asesor__periode=periode)
        .exclude(penilaian__periode=periode)
        .select_related("jabatan__jenjang", "unit_kerja")
        .distinct()
    )
    masuk_peserta(periode=periode, daftar_pegawai=list(belum))


@transaction.atomic
def keluarkan_peserta(*, penilaian: Penilaian, oleh: Pengguna) -> None:
    """Take a person out of a period that is not published; the history keeps it."""
    periode = _kunci(penilaian.periode)
    if periode.status == Status.DITERBITKAN:
        raise AturanDilanggar(
            "Hasil yang sudah terbit tidak dapat dihapus.", kode="periode_sudah_terbit"
        )
    periode.penugasan_asesor.filter(pegawai=penilaian.pegawai_id).delete()
    Penilaian.objects.filter(pk=penilaian.pk).delete()


def _kabari_asesor(periode: PeriodePenilaian, asesor: Pengguna) -> None:
    kabari(
        kunci=f"asesor-ditugasi:{periode.pk}:{asesor.pk}",
        penerima=asesor,
        judul="Anda ditugasi menilai kompetensi",
        isi=f"{periode.nama} berlangsung sampai {tanggal(periode.tanggal_selesai)}.",
        tautan="/penilaian/asesmen/",
    )
