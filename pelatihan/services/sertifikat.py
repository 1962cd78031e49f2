"""Certificates: numbered under a lock, written with hours and code, revoked with reason."""

from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.kode import buat_kode
from pegawai.dasar.alat.tanggal import hari_ini, rentang_tanggal
from pegawai.dasar.models.dokumen import DokumenTerbit
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.aturan import aturan
from pegawai.dasar.services.dokumen import cabut_dokumen, terbitkan_dokumen
from pegawai.dasar.services.pekerjaan import buat_pekerjaan
from pegawai.dasar.services.pemberitahuan import kabari
from pelatihan.izin import boleh_membuka_angkatan
from pelatihan.models import (
    Angkatan,
    Pelatihan,
    Penyelenggara,
    Peserta,
    RiwayatPengembangan,
    Sertifikat,
    UrutSertifikat,
)
from pelatihan.models.riwayat import TIDAK_DIHITUNG, padan
from pelatihan.queries.angkatan import siap_sertifikat
from pelatihan.services.peserta import kunci_angkatan
from pelatihan.signals import pengembangan_diverifikasi

CETAK = "pelatihan.services.sertifikat_berkas.cetak_sertifikat"


class Nomor(NamedTuple):
    """One certificate number of an organiser in a year."""

    tahun: int
    urut: int
    teks: str


@transaction.atomic
def ambil_nomor(
    *, penyelenggara: Penyelenggara, jumlah: int, pada: date
) -> list[Nomor]:
    """Take the next numbers of the organiser-year under its lock (KETENTUAN S-3).

    A transaction that fails afterwards gives them back; a number is never given twice.
    """
    UrutSertifikat.objects.bulk_create(
        [UrutSertifikat(penyelenggara=penyelenggara, tahun=pada.year)],
        ignore_conflicts=True,
    )
    urut = UrutSertifikat.objects.select_for_update().get(
        penyelenggara=penyelenggara, tahun=pada.year
    )
    pola = aturan("sertifikat_format", pada=pada)
    awal = urut.terakhir + 1
    urut.terakhir += jumlah
    urut.save()
    return [
        Nomor(
            pada.year,
            n,
            pola.format(urut=n, penyelenggara=penyelenggara.kode, tahun=pada.year),
        )
        for n in range(awal, awal + jumlah)
    ]


@transaction.atomic
def terbitkan_sertifikat(*, angkatan: Angkatan, oleh: Pengguna) -> list[Sertifikat]:
    """Issue to everybody who passed and has none; issuing again finds nobody left.

    Hours enter the ledger in the same act; the PDF is printed by a job afterwards.
    Nobody certifies oneself (KEAMANAN C.8-3).
    """
    angkatan = kunci_angkatan(angkatan)
    if angkatan.status != Angkatan.Status.SELESAI:
        raise AturanDilanggar(
            "Tutup angkatan ini dahulu, lalu terbitkan sertifikatnya.",
            kode="angkatan_belum_selesai",
        )
    daftar = list(
        siap_sertifikat(oleh, angkatan).select_related(
            "pegawai__pengguna", "pegawai__jabatan"
        )
    )
    riwayat = _catat_riwayat(angkatan, daftar, oleh)
    daftar = [p for p in daftar if p.pegawai_id in riwayat]
    if not daftar:
        return []
    penyelenggara = angkatan.pelatihan.penyelenggara
    hari = hari_ini()
    nomor = ambil_nomor(penyelenggara=penyelenggara, jumlah=len(daftar), pada=hari)
    dokumen = terbitkan_dokumen(
        daftar=[_dokumen(p, n.teks, hari) for p, n in zip(daftar, nomor, strict=True)]
    )
    sertifikat = Sertifikat.objects.bulk_create(
        Sertifikat(
            peserta=p,
            penyelenggara=penyelenggara,
            dokumen=d,
            riwayat=riwayat[p.pegawai_id],
            nomor=n.teks,
            tahun=n.tahun,
            urut=n.urut,
            diterbitkan_oleh=oleh,
            diterbitkan_pada=timezone.now(),
        )
        for p, d, n in zip(daftar, dokumen, nomor, strict=True)
    )
    _umumkan(angkatan, sertifikat, oleh)
    return sertifikat


def _dokumen(peserta: Peserta, nomor: str, hari: date) -> DokumenTerbit:
    angkatan, pegawai = peserta.angkatan, peserta.pegawai
    pelatihan = angkatan.pelatihan
    return DokumenTerbit(
        kode=buat_kode(),
        nomor=nomor,
        jenis="SERTIFIKAT",
        judul=pelatihan.nama,
        pemegang_nama=pegawai.nama_lengkap,
        pemegang_nomor=pegawai.nip,
        tanggal_terbit=hari,
        keterangan={
            "nama_polos": pegawai.nama,
            "jabatan": pegawai.jabatan.nama if pegawai.jabatan else "",
            "unit": pegawai.unit_kerja.nama if pegawai.unit_kerja else "",
            "jp": pelatihan.jp,
            "angkatan": angkatan.nama,
            "waktu": rentang_tanggal(angkatan.tanggal_mulai, angkatan.tanggal_selesai),
            "tempat": angkatan.tempat,
            "penyelenggara": pelatihan.penyelenggara.nama,
            "kompetensi": [
                f"{s.kompetensi.nama} tingkat {s.level}"
                for s in pelatihan.sasaran.all()
            ],
        },
    )


def _catat_riwayat(
    angkatan: Angkatan, daftar: list[Peserta], oleh: Pengguna
) -> dict[int, RiwayatPengembangan]:
    """Ledger rows by person; what the person already recorded is verified (JP-1).

    A person whose same activity already carries a certificate is left out.
    """
    pelatihan = angkatan.pelatihan
    lama = {
        r.pegawai_id: r
        for r in RiwayatPengembangan.objects.filter(
            pegawai__in=[p.pegawai_id for p in daftar],
            tanggal_mulai=angkatan.tanggal_mulai,
            tanggal_selesai=angkatan.tanggal_selesai,
            nama_padan__in=_padan_nama(pelatihan.pk),
        ).exclude(status__in=TIDAK_DIHITUNG)
    }
    bersertifikat = set(
        Sertifikat.objects.filter(riwayat__in=lama.values()).values_list(
            "riwayat__pegawai", flat=True
        )
    )
    isi = {
        "pelatihan": pelatihan,
        "bentuk_id": pelatihan.bentuk_id,
        "nama": pelatihan.nama,
        "penyelenggara": pelatihan.penyelenggara.nama,
        "tanggal_mulai": angkatan.tanggal_mulai,
        "tanggal_selesai": angkatan.tanggal_selesai,
        "jp": pelatihan.jp,
        "alasan_jp": f"JP menurut kurikulum {pelatihan.kode}",
        "status": RiwayatPengembangan.Status.TERVERIFIKASI,
        "diverifikasi_oleh": oleh,
        "diverifikasi_pada": timezone.now(),
    }
    baru = RiwayatPengembangan.objects.bulk_create(
        RiwayatPengembangan(
            pegawai=p.pegawai, unit_kerja_id=p.pegawai.unit_kerja_id, **isi
        )
        for p in daftar
        if p.pegawai_id not in lama
    )
    RiwayatPengembangan.objects.filter(
        pk__in=[r.pk for k, r in lama.items() if k not in bersertifikat]
    ).update(**isi)
    hasil = {r.pegawai_id: r for r in baru}
    return hasil | {k: r for k, r in lama.items() if k not in bersertifikat}


def _padan_nama(pelatihan_id: int) -> QuerySet:
    """The course's name as duplicates compare it, computed by the database."""
    return (
        Pelatihan.objects.filter(pk=pelatihan_id)
        .annotate(padan=padan("nama"))
        .values("padan")
    )


def _umumkan(angkatan: Angkatan, sertifikat: list[Sertifikat], oleh: Pengguna) -> None:
    RiwayatPengembangan.objects.bulk_update(
        [_bernomor(s) for s in sertifikat], ["nomor_sertifikat"]
    )
    pengembangan_diverifikasi.send(
        sender=RiwayatPengembangan,
        riwayat_ids=[s.riwayat_id for s in sertifikat],
        oleh=oleh,
    )
    for s in sertifikat:
        kabari(
            kunci=f"sertifikat-terbit:{s.pk}",
            penerima=s.peserta.pegawai.pengguna,
            judul="Sertifikat Anda terbit",
            isi=f"{angkatan.pelatihan.nama}, nomor {s.nomor}, "
            f"{angkatan.pelatihan.jp} JP.",
            tautan=s.dokumen.get_absolute_url(),
        )
    buat_pekerjaan(
        tugas=CETAK,
        judul=f"Cetak {len(sertifikat)} sertifikat {angkatan.pelatihan.nama}"[:200],
        oleh=oleh,
        tautan=angkatan.get_absolute_url() if boleh_membuka_angkatan(oleh) else "",
        sertifikat_ids=[s.pk for s in sertifikat],
    )


def _bernomor(sertifikat: Sertifikat) -> RiwayatPengembangan:
    sertifikat.riwayat.nomor_sertifikat = sertifikat.nomor
    return sertifikat.riwayat


@transaction.atomic
def cabut_sertifikat(
    *, sertifikat: Sertifikat, alasan: str, keterangan: str, oleh: Pengguna
) -> Sertifikat:
    """Revoke with a reason; its hours leave the ledger from now on (KETENTUAN JP-4)."""
    sertifikat = (
        Sertifikat.objects.select_for_update(of=("self",), no_key=True)
        .select_related("peserta__pegawai__pengguna", "dokumen", "riwayat")
        .get(pk=sertifikat.pk)
    )
    if sertifikat.dicabut:
        return sertifikat
    if alasan not in Sertifikat.AlasanCabut.values:
        raise AturanDilanggar(
            "Pilih alasan pencabutan.", kode="alasan_wajib", medan="alasan"
        )
    if sertifikat.peserta.pegawai.pengguna_id == oleh.pk:
        raise AturanDilanggar(
            "Anda tidak dapat mencabut sertifikat Anda sendiri.", kode="diri_sendiri"
        )
    sertifikat.dicabut_pada = timezone.now()
    sertifikat.dicabut_oleh = oleh
    sertifikat.alasan_cabut = alasan
    sertifikat.keterangan_cabut = keterangan[:300]
    sertifikat.save()
    sertifikat.riwayat.status = RiwayatPengembangan.Status.DICABUT
    sertifikat.riwayat.save(update_fields=["status"])
    label = sertifikat.get_alasan_cabut_display()
    cabut_dokumen(dokumen=sertifikat.dokumen, alasan=label, oleh=oleh)
    kabari(
        kunci=f"sertifikat-dicabut:{sertifikat.pk}",
        penerima=sertifikat.peserta.pegawai.pengguna,
        judul="Sertifikat Anda dicabut",
        isi=f"Nomor {sertifikat.nomor}. Alasan: {label}. Jam pelajarannya tidak lagi "
        "dihitung.",
        tautan=sertifikat.dokumen.get_absolute_url(),
    )
    return sertifikat
