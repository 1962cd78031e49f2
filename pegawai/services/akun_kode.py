"""One-time codes for people of the registry: one, or a printed list for a unit."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from pegawai.dasar.alat.angka import nip
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.kode_masuk import tulis_kode_masuk
from pegawai.dasar.alat.pdf import buat_pdf
from pegawai.dasar.alat.tanggal import waktu
from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.models.pengguna import KodeMasuk, Pengguna
from pegawai.dasar.services.kode import BERLAKU, terbitkan_kode
from pegawai.dasar.services.pekerjaan import buat_pekerjaan, lapor_kemajuan
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.izin import boleh_memberi_kode_unit
from pegawai.models import Pegawai, UnitKerja
from pegawai.queries.akun import menunggu_kode
from pegawai.queries.peran import SELESAI_BEKERJA
from pegawai.services.akun import sediakan_akun

DAFTAR = "pegawai.services.akun_kode.cetak_daftar_kode"
DISIMPAN = timedelta(hours=24)


@transaction.atomic
def beri_kode(*, pegawai: Pegawai, oleh: Pengguna) -> str:
    """A new one-time code for one person; the person is told, in case it was not asked."""
    if pegawai.kedudukan_hukum in SELESAI_BEKERJA:
        raise AturanDilanggar(
            "Pegawai ini tidak bekerja lagi di kota, jadi akunnya tidak dapat dibuka.",
            kode="pegawai_selesai",
        )
    if pegawai.pengguna_id is None:
        sediakan_akun(daftar_pegawai=[pegawai.pk])
        pegawai.refresh_from_db()
    akun = pegawai.pengguna
    if akun is None or not akun.is_active:
        raise AturanDilanggar(
            "Akun pegawai ini tidak aktif. Hubungi admin BKPSDM.", kode="akun_nonaktif"
        )
    sekarang = timezone.now()
    kode, teks = terbitkan_kode(daftar_akun=[akun.pk], sekarang=sekarang, oleh=oleh)[
        akun.pk
    ]
    if akun.has_usable_password():
        kabari(
            kunci=f"kode-masuk:{kode.pk}",
            penerima=akun,
            judul="Kode masuk baru dibuat untuk akun Anda",
            isi=f"Dibuat oleh {oleh} pada {waktu(sekarang)}. Bila Anda tidak memintanya, "
            "hubungi BKPSDM.",
        )
    return tulis_kode_masuk(teks)


def minta_daftar_kode(*, unit: UnitKerja, oleh: Pengguna) -> Pekerjaan:
    """A printed list of codes for everybody of the unit who never signed in, as a job."""
    return buat_pekerjaan(
        tugas=DAFTAR,
        judul=f"Daftar kode masuk {unit.nama}"[:200],
        oleh=oleh,
        unit_id=unit.pk,
    )


def cetak_daftar_kode(*, pekerjaan: Pekerjaan, unit_id: int) -> dict[str, Any]:
    """Job: issue the codes and print them; a second run replaces the first's codes.

    The starter's rights are read again, for a grant may have ended in between.
    """
    oleh = pekerjaan.pemilik
    unit = UnitKerja.objects.get(pk=unit_id)
    if oleh is None or not boleh_memberi_kode_unit(oleh, unit):
        raise AturanDilanggar(
            "Peran Anda tidak lagi mencakup unit ini.", kode="di_luar_cakupan"
        )
    with transaction.atomic():
        sediakan_akun(
            daftar_pegawai=list(menunggu_kode(oleh, unit).values_list("pk", flat=True))
        )
        daftar = list(
            menunggu_kode(oleh, unit)
            .filter(pengguna__isnull=False)
            .select_related("unit_kerja")
            .order_by("unit_kerja__nama", "nama_urut", "pk")
        )
        sekarang = timezone.now()
        kode = terbitkan_kode(
            daftar_akun=[p.pengguna_id for p in daftar if p.pengguna_id],
            sekarang=sekarang,
            oleh=oleh,
        )
        lapor_kemajuan(pekerjaan=pekerjaan, selesai=0, total=len(daftar))
    isi = buat_pdf("kode_masuk", _isi(unit, daftar, kode, waktu(sekarang + BERLAKU)))
    pekerjaan.refresh_from_db()
    pekerjaan.nama_berkas = "kode-masuk.pdf"
    pekerjaan.kedaluwarsa_pada = sekarang + DISIMPAN
    pekerjaan.berkas.save("kode-masuk.pdf", ContentFile(isi), save=False)
    pekerjaan.save(update_fields=["nama_berkas", "kedaluwarsa_pada", "berkas"])
    return {"kode": len(daftar)}


def _isi(
    unit: UnitKerja,
    daftar: list[Pegawai],
    kode: dict[int, tuple[KodeMasuk, str]],
    sampai: str,
) -> dict[str, Any]:
    return {
        "instansi": settings.NAMA_INSTANSI,
        "produk": settings.NAMA_PRODUK,
        "alamat": settings.ALAMAT_SITUS.split("//")[-1].rstrip("/") + "/kode/",
        "unit": unit.nama,
        "sampai": sampai,
        "daftar": [
            {
                "nama": p.nama_lengkap,
                "nip": nip(p.nip),
                "unit": p.unit_kerja.nama if p.unit_kerja else "",
                "kode": tulis_kode_masuk(kode[p.pengguna_id][1]),
            }
            for p in daftar
            if p.pengguna_id in kode
        ],
    }
