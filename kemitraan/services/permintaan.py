"""Requests about personal data of partners' users: sent, decided, withdrawn."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from kemitraan.izin import boleh_memutuskan_permintaan_data
from kemitraan.models import PermintaanData
from kemitraan.queries.mitra import mitra_sendiri
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.putusan import sudah_diputuskan, tandai_putusan, wajib_alasan
from pegawai.dasar.alat.tanggal import hari_ini, waktu
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.aturan import aturan
from pegawai.dasar.services.pemberitahuan import kabari, kabari_banyak
from pegawai.models import Peran
from pegawai.queries.penerima import pemegang_peran

Status = PermintaanData.Status
Jenis = PermintaanData.Jenis
NAMA_TERPANJANG = 150
PENERIMA_SQL = """
SELECT 'permintaan-data:' || %s || ':' || id AS kunci, id AS penerima_id
  FROM dasar_pengguna WHERE id = ANY(%s)
"""


@transaction.atomic
def ajukan_permintaan_data(*, jenis: str, isi: str, oleh: Pengguna) -> PermintaanData:
    """Ask about oneself; the clock of 3 x 24 hours starts now. The same waiting one
    is returned."""
    Pengguna.objects.select_for_update(no_key=True).get(pk=oleh.pk)
    mitra = mitra_sendiri(oleh).order_by("pk").first()
    if mitra is None:
        raise AturanDilanggar(
            "Hanya pengguna mitra yang mengajukan permintaan ini.", kode="bukan_mitra"
        )
    ada = PermintaanData.objects.filter(
        pengguna=oleh, jenis=jenis, status=Status.DIAJUKAN
    ).first()
    if ada is not None:
        return ada
    isi = " ".join(isi.replace("\x00", "").split())
    _periksa_isi(jenis, isi)
    kini = timezone.now()
    permintaan = PermintaanData.objects.create(
        mitra=mitra,
        pengguna=oleh,
        jenis=jenis,
        isi=isi,
        diajukan_pada=kini,
        batas_pada=kini + timedelta(hours=aturan("perbaikan_batas_jam")),
    )
    permintaan.refresh_from_db(fields=["uid"])
    kabari_banyak(
        pilih=PENERIMA_SQL,
        isi_pilih=[permintaan.pk, list(pemegang_peran(Peran.ANALIS, hari=hari_ini()))],
        judul="Permintaan data pribadi",
        isi=f"{oleh.nama}, {mitra.nama}: {permintaan.get_jenis_display().lower()}. "
        f"Putuskan sebelum {waktu(permintaan.batas_pada)}.",
        tautan=permintaan.get_absolute_url(),
    )
    return permintaan


def _periksa_isi(jenis: str, isi: str) -> None:
    if jenis != Jenis.SALINAN and not isi:
        raise AturanDilanggar(
            "Tulis apa yang keliru dan apa yang benar.", kode="isi_kosong", medan="isi"
        )
    if jenis == Jenis.NAMA and len(isi) > NAMA_TERPANJANG:
        raise AturanDilanggar(
            f"Nama paling panjang {NAMA_TERPANJANG} huruf. Tulis namanya saja.",
            kode="nama_panjang",
            medan="isi",
        )


@transaction.atomic
def terima_permintaan_data(
    *, permintaan: PermintaanData, alasan: str = "", oleh: Pengguna
) -> PermintaanData:
    """Accept: a name is written at once, a copy becomes ready to be taken, anything else
    needs what was done in words. Again by the same account changes nothing."""
    permintaan = _kunci(permintaan)
    if _sudah(permintaan, Status.DITERIMA, oleh):
        return permintaan
    _periksa_putusan(permintaan, oleh)
    alasan = " ".join(alasan.split())
    if permintaan.jenis == Jenis.NAMA:
        permintaan.pengguna.nama = permintaan.isi
        permintaan.pengguna.save(update_fields=["nama"])
    elif permintaan.jenis != Jenis.SALINAN and not alasan:
        raise AturanDilanggar(
            "Tulis apa yang sudah diperbaiki dan di mana.",
            kode="tindak_lanjut_kosong",
            medan="alasan",
        )
    return _putuskan(permintaan, Status.DITERIMA, alasan, oleh)


@transaction.atomic
def tolak_permintaan_data(
    *, permintaan: PermintaanData, alasan: str, oleh: Pengguna
) -> PermintaanData:
    """Refuse with a reason; again by the same account changes nothing."""
    permintaan = _kunci(permintaan)
    if _sudah(permintaan, Status.DITOLAK, oleh):
        return permintaan
    _periksa_putusan(permintaan, oleh)
    alasan = wajib_alasan(alasan, "Isi alasan penolakan; pemohon membacanya.")
    return _putuskan(permintaan, Status.DITOLAK, alasan, oleh)


@transaction.atomic
def batalkan_permintaan_data(
    *, permintaan: PermintaanData, oleh: Pengguna
) -> PermintaanData:
    """Withdraw one's own while it waits; again changes nothing."""
    permintaan = _kunci(permintaan)
    if permintaan.pengguna_id != oleh.pk:
        raise AturanDilanggar(
            "Hanya pemohon yang dapat membatalkan permintaannya.", kode="bukan_sendiri"
        )
    if permintaan.status == Status.DIBATALKAN:
        return permintaan
    _masih_menunggu(permintaan)
    permintaan.status = Status.DIBATALKAN
    permintaan.save(update_fields=["status"])
    return permintaan


def _kunci(permintaan: PermintaanData) -> PermintaanData:
    return (
        PermintaanData.objects.select_for_update(of=("self",))
        .select_related("pengguna", "mitra")
        .get(pk=permintaan.pk)
    )


def _sudah(permintaan: PermintaanData, status: str, oleh: Pengguna) -> bool:
    return permintaan.status == status and permintaan.diputuskan_oleh_id == oleh.pk


def _periksa_putusan(permintaan: PermintaanData, oleh: Pengguna) -> None:
    if not boleh_memutuskan_permintaan_data(oleh, permintaan):
        raise AturanDilanggar(
            "Permintaan ini diputuskan analis, dan bukan pemohonnya sendiri.",
            kode="bukan_pemutus",
        )
    _masih_menunggu(permintaan)


def _masih_menunggu(permintaan: PermintaanData) -> None:
    if not permintaan.menunggu:
        raise sudah_diputuskan("Permintaan", permintaan)


def _putuskan(
    permintaan: PermintaanData, status: str, alasan: str, oleh: Pengguna
) -> PermintaanData:
    tandai_putusan(permintaan, status=status, alasan=alasan[:500], oleh=oleh)
    permintaan.save()
    kata = permintaan.get_status_display().lower()
    kabari(
        kunci=f"permintaan-data-putus:{permintaan.pk}",
        penerima=permintaan.pengguna,
        judul=f"Permintaan data {kata}",
        isi=f"{permintaan.get_jenis_display()}: {kata}."
        + (" Salinannya dapat diunduh." if permintaan.bersalinan else "")
        + (f" {alasan}" if alasan else ""),
        tautan=permintaan.get_absolute_url(),
    )
    return permintaan
