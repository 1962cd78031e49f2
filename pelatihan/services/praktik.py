"""Learning at a workplace (NKL12) that is arranged outside the catalogue's own requests.

The arranging app says who goes where and when; here it is a course with one batch a
stay, so that hours, certificate, plan lines and effect know nothing of internships.
"""

from datetime import date

from django.db import transaction
from django.db.models.functions import Lower
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai
from pelatihan.models import (
    Angkatan,
    BentukPengembangan,
    Pelatihan,
    Penyelenggara,
    Peserta,
    Sertifikat,
)
from pelatihan.services.katalog import buat_pelatihan
from pelatihan.services.peserta import akhiri_peserta, kunci_angkatan, kunci_peserta
from pelatihan.services.sertifikat import terbitkan_sertifikat

BENTUK = "NKL12"


@transaction.atomic
def pastikan_penyelenggara(*, kode: str, nama: str) -> Penyelenggara:
    """The organiser of this name, new or known; `kode` gets a tail when it is taken."""
    lama = Penyelenggara.objects.alias(n=Lower("nama")).filter(n=nama.lower()).first()
    if lama is not None:
        return lama
    pilihan = [kode[:24], *(f"{kode[:21]}-{n}" for n in range(2, 100))]
    terpakai = set(
        Penyelenggara.objects.filter(kode__in=pilihan).values_list("kode", flat=True)
    )
    bebas = next(k for k in pilihan if k not in terpakai)
    return Penyelenggara.objects.create(kode=bebas, nama=nama)


@transaction.atomic
def buka_praktik(
    *,
    kode: str,
    nama: str,
    penyelenggara: Penyelenggara,
    jp: int | None,
    deskripsi: str,
    oleh: Pengguna,
) -> Pelatihan:
    """The catalogue's entry; without `jp` the hours that the table of forms gives."""
    bentuk = BentukPengembangan.objects.filter(kode=BENTUK).first()
    if bentuk is None:
        raise AturanDilanggar(
            "Bentuk pengembangan NKL12 (magang) belum ada. Minta admin memuat data "
            "referensi.",
            kode="bentuk_belum_ada",
        )
    jp = jp or bentuk.jp_nasional
    if jp is None:
        raise AturanDilanggar(
            "Isi jam pelajaran (JP): tabel bentuk pengembangan tidak memberi angka "
            "untuk magang.",
            kode="jp_wajib",
            medan="jp",
        )
    data = {
        "kode": kode,
        "nama": nama,
        "bentuk": bentuk,
        "penyelenggara": penyelenggara,
        "jp": jp,
        "moda": Pelatihan.Moda.TATAP_MUKA,
        "deskripsi": deskripsi,
        "syarat": "",
        "status": Pelatihan.Status.TERBIT,
    }
    return buat_pelatihan(data=data, sasaran={}, oleh=oleh)


@transaction.atomic
def ikutkan_praktik(
    *,
    pelatihan: Pelatihan,
    pegawai: Pegawai,
    tempat: str,
    tanggal_mulai: date,
    tanggal_selesai: date,
    oleh: Pengguna,
) -> Peserta:
    """One stay that has begun: a running batch with one seat and one participant."""
    Pelatihan.objects.select_for_update(no_key=True).get(pk=pelatihan.pk)
    angkatan = Angkatan.objects.create(
        pelatihan=pelatihan,
        nama=_nama_bebas(pelatihan),
        tanggal_mulai=tanggal_mulai,
        tanggal_selesai=tanggal_selesai,
        tempat=tempat,
        kuota=1,
        terisi=1,
        pendaftaran_mulai=tanggal_mulai,
        pendaftaran_sampai=tanggal_mulai,
        status=Angkatan.Status.BERJALAN,
    )
    sekarang = timezone.now()
    return Peserta.objects.create(
        angkatan=angkatan,
        pegawai=pegawai,
        status=Peserta.Status.DISETUJUI,
        diajukan_pada=sekarang,
        batas_keputusan=sekarang,
        diputuskan_oleh=oleh,
        diputuskan_pada=sekarang,
    )


def _nama_bebas(pelatihan: Pelatihan) -> str:
    """Stays of a course are counted; names given by the organiser are left alone."""
    terpakai = set(pelatihan.angkatan.values_list("nama", flat=True))
    nama = (f"Penempatan {n}" for n in range(1, len(terpakai) + 2))
    return next(n for n in nama if n not in terpakai)


@transaction.atomic
def luluskan_praktik(*, peserta: Peserta, oleh: Pengguna) -> list[Sertifikat]:
    """The stay is over and marked: passed, batch closed, hours and certificate written.

    A stay that ended early counts with its real last day (JP-8). Repeating changes
    nothing, and what the organiser has decided otherwise in the meantime stays.
    """
    angkatan = kunci_angkatan(peserta.angkatan)
    peserta = kunci_peserta(peserta)
    if peserta.status == Peserta.Status.DISETUJUI:
        peserta.status = Peserta.Status.LULUS
        peserta.dinilai_oleh = oleh
        peserta.dinilai_pada = timezone.now()
        peserta.save()
    if peserta.status != Peserta.Status.LULUS:
        return []
    if angkatan.status == Angkatan.Status.BERJALAN:
        angkatan.status = Angkatan.Status.SELESAI
        angkatan.versi = angkatan.versi + 1
        angkatan.save(update_fields=["status", "versi"])
    return terbitkan_sertifikat(angkatan=angkatan, oleh=oleh)


@transaction.atomic
def akhiri_praktik(*, peserta: Peserta, oleh: Pengguna) -> None:
    """The stay ends today at the latest: its last day, whenever the mark arrives."""
    angkatan = kunci_angkatan(peserta.angkatan)
    hari = max(hari_ini(), angkatan.tanggal_mulai)
    if angkatan.status == Angkatan.Status.BERJALAN and hari < angkatan.tanggal_selesai:
        angkatan.tanggal_selesai = hari
        angkatan.save(update_fields=["tanggal_selesai"])


@transaction.atomic
def batalkan_praktik(*, peserta: Peserta, alasan: str, oleh: Pengguna) -> None:
    """A stay that was called off after it began earns nothing."""
    angkatan = kunci_angkatan(peserta.angkatan)
    peserta = kunci_peserta(peserta)
    if peserta.status != Peserta.Status.DISETUJUI:
        return
    akhiri_peserta(peserta, Peserta.Status.DIBATALKAN, alasan=alasan)
    angkatan.status = Angkatan.Status.DIBATALKAN
    angkatan.versi = angkatan.versi + 1
    angkatan.save(update_fields=["status", "versi"])
