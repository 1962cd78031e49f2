"""Correction requests: sent with evidence, accepted, refused with a reason, withdrawn."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from pegawai.dasar.alat.berkas import BerkasTitipan, periksa_bukti
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.putusan import sudah_diputuskan, tandai_putusan, wajib_alasan
from pegawai.dasar.alat.tanggal import hari_ini, waktu
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.aturan import aturan
from pegawai.dasar.services.pemberitahuan import kabari, kabari_banyak
from pegawai.models import Pegawai, Peran, PermintaanPerbaikan
from pegawai.queries.penerima import pemegang_peran
from pegawai.queries.peran import pegawai_sendiri_id
from pegawai.queries.perbaikan import KOLOM, nilai_kini
from pegawai.services.perbaikan_terapkan import baca_nilai, terapkan_nilai

Status = PermintaanPerbaikan.Status
TERBUKA_TERBANYAK = 10
PENERIMA_SQL = """
SELECT 'perbaikan-ajukan:' || %s || ':' || id AS kunci, id AS penerima_id
  FROM dasar_pengguna WHERE id = ANY(%s)
"""


@transaction.atomic
def ajukan_perbaikan(
    *,
    pegawai: Pegawai,
    medan: str,
    nilai: str,
    keterangan: str = "",
    bukti: UploadedFile,
    oleh: Pengguna,
) -> PermintaanPerbaikan:
    """Send a request about oneself; the clock of 3 x 24 hours starts now."""
    if pegawai.pk != pegawai_sendiri_id(oleh):
        raise AturanDilanggar(
            "Perbaikan hanya dapat diminta untuk data sendiri.", kode="bukan_sendiri"
        )
    pegawai = Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai.pk)
    nilai = baca_nilai(pegawai=pegawai, medan=medan, nilai=nilai)
    _periksa_terbuka(pegawai, medan)
    try:
        jenis = periksa_bukti(bukti)
    except ValidationError as galat:
        raise AturanDilanggar(
            galat.messages[0], kode=str(galat.code), medan="bukti"
        ) from None
    kini = timezone.now()
    perbaikan = PermintaanPerbaikan(
        pegawai=pegawai,
        medan=medan,
        nilai_lama=nilai_kini(pegawai, medan),
        nilai_baru=nilai,
        keterangan=" ".join(keterangan.replace("\x00", "").split()),
        bukti_jenis=jenis,
        bukti_nama=(bukti.name or f"bukti.{jenis}")[-150:],
        diajukan_pada=kini,
        ingatkan_pada=kini + timedelta(hours=aturan("perbaikan_ingatkan_jam")),
        batas_pada=kini + timedelta(hours=aturan("perbaikan_batas_jam")),
    )
    perbaikan.bukti.save(bukti.name, bukti, save=False)
    transaction.on_commit(BerkasTitipan(perbaikan.bukti.storage, perbaikan.bukti.name))
    perbaikan.save()
    _kabari_pemutus(perbaikan)
    return perbaikan


def _periksa_terbuka(pegawai: Pegawai, medan: str) -> None:
    terbuka = list(
        PermintaanPerbaikan.objects.filter(
            pegawai=pegawai, status=Status.DIAJUKAN
        ).values_list("medan", flat=True)
    )
    if medan in terbuka and medan != PermintaanPerbaikan.Medan.LAIN:
        raise AturanDilanggar(
            "Permintaan Anda untuk data ini masih menunggu keputusan. Batalkan dahulu bila "
            "ingin menggantinya.",
            kode="masih_menunggu",
        )
    if len(terbuka) >= TERBUKA_TERBANYAK:
        raise AturanDilanggar(
            f"Sudah ada {TERBUKA_TERBANYAK} permintaan yang menunggu. Tunggu sebagian "
            "diputuskan, lalu ajukan lagi.",
            kode="terlalu_banyak",
        )


def penerima_perbaikan(pegawai: Pegawai, *, eskalasi: bool = False) -> set[int]:
    """Accounts that are told: the unit's carers, the analysts where there is none."""
    hari = hari_ini()
    penerima: set[int] = set()
    if pegawai.unit_kerja is not None:
        penerima = set(
            pemegang_peran(Peran.PENGELOLA_OPD, hari=hari, unit=pegawai.unit_kerja)
        )
    penerima.discard(pegawai.pengguna_id or 0)
    if eskalasi or not penerima:
        penerima |= set(pemegang_peran(Peran.ANALIS, hari=hari))
    return penerima - {pegawai.pengguna_id}


def _kabari_pemutus(perbaikan: PermintaanPerbaikan) -> None:
    pegawai = perbaikan.pegawai
    perbaikan.refresh_from_db(fields=["uid"])
    kabari_banyak(
        pilih=PENERIMA_SQL,
        isi_pilih=[perbaikan.pk, list(penerima_perbaikan(pegawai))],
        judul="Permintaan perbaikan data",
        isi=f"{pegawai.nama_lengkap} meminta perbaikan "
        f"{perbaikan.get_medan_display().lower()}. Putuskan sebelum "
        f"{waktu(perbaikan.batas_pada)}.",
        tautan=perbaikan.get_absolute_url(),
    )


def _kunci(perbaikan: PermintaanPerbaikan) -> PermintaanPerbaikan:
    return (
        PermintaanPerbaikan.objects.select_for_update(of=("self",))
        .select_related("pegawai__pengguna")  # not what a waiting lock would miss
        .get(pk=perbaikan.pk)
    )


def _periksa_putusan(perbaikan: PermintaanPerbaikan, oleh: Pengguna) -> None:
    """Only what waits can be decided, and never by the person it is about (C.8-3)."""
    if perbaikan.pegawai.pengguna_id == oleh.pk:
        raise AturanDilanggar(
            "Permintaan sendiri diputuskan oleh orang lain.", kode="putusan_sendiri"
        )
    if perbaikan.status == Status.DIBATALKAN:
        raise AturanDilanggar(
            f"Permintaan ini dibatalkan pemohon pada {waktu(perbaikan.dibatalkan_pada)}.",
            kode="sudah_diputuskan",
        )
    if perbaikan.status != Status.DIAJUKAN:
        raise sudah_diputuskan("Permintaan", perbaikan)


@transaction.atomic
def terima_perbaikan(
    *,
    perbaikan: PermintaanPerbaikan,
    alasan: str = "",
    nilai_dilihat: str | None = None,
    oleh: Pengguna,
) -> PermintaanPerbaikan:
    """Accept: a field is written into the registry, a block needs what was done in words.

    `nilai_dilihat` is the stored value that the decider saw; another one by now stops
    the act. Accepting again by the same account changes nothing.
    """
    perbaikan = _kunci(perbaikan)
    if perbaikan.status == Status.DITERIMA and perbaikan.diputuskan_oleh == oleh:
        return perbaikan
    _periksa_putusan(perbaikan, oleh)
    kini = nilai_kini(perbaikan.pegawai, perbaikan.medan)
    if nilai_dilihat is not None and nilai_dilihat != kini:
        raise AturanDilanggar(
            "Nilai yang tercatat berubah sejak halaman ini dibuka. Bandingkan lagi, lalu "
            "putuskan.",
            kode="nilai_berubah",
        )
    alasan = " ".join(alasan.split())
    if perbaikan.medan in KOLOM:
        terapkan_nilai(perbaikan=perbaikan, oleh=oleh)
    elif not alasan:
        raise AturanDilanggar(
            "Tulis apa yang sudah diperbaiki dan di mana.",
            kode="tindak_lanjut_kosong",
            medan="alasan",
        )
    return _putuskan(perbaikan, Status.DITERIMA, alasan, oleh)


@transaction.atomic
def tolak_perbaikan(
    *, perbaikan: PermintaanPerbaikan, alasan: str, oleh: Pengguna
) -> PermintaanPerbaikan:
    """Refuse, with a reason that the person reads. Again by the same: nothing changes."""
    perbaikan = _kunci(perbaikan)
    if perbaikan.status == Status.DITOLAK and perbaikan.diputuskan_oleh == oleh:
        return perbaikan
    _periksa_putusan(perbaikan, oleh)
    alasan = wajib_alasan(alasan, "Isi alasan penolakan; pemohon membacanya.")
    return _putuskan(perbaikan, Status.DITOLAK, alasan, oleh)


def _putuskan(
    perbaikan: PermintaanPerbaikan, status: str, alasan: str, oleh: Pengguna
) -> PermintaanPerbaikan:
    tandai_putusan(perbaikan, status=status, alasan=alasan, oleh=oleh)
    perbaikan.save(
        update_fields=["status", "alasan", "diputuskan_oleh", "diputuskan_pada"]
    )
    kata = perbaikan.get_status_display().lower()
    kabari(
        kunci=f"perbaikan-{kata}:{perbaikan.pk}",
        penerima=perbaikan.pegawai.pengguna,
        judul=f"Permintaan perbaikan {kata}",
        isi=f"Permintaan Anda tentang {perbaikan.get_medan_display().lower()} {kata}."
        + (f" {alasan}" if alasan else ""),
        tautan=perbaikan.get_absolute_url(),
    )
    return perbaikan


@transaction.atomic
def batalkan_perbaikan(
    *, perbaikan: PermintaanPerbaikan, oleh: Pengguna
) -> PermintaanPerbaikan:
    """Withdraw one's own request while nobody has decided. Again: nothing changes."""
    perbaikan = _kunci(perbaikan)
    if perbaikan.pegawai.pengguna_id != oleh.pk:
        raise AturanDilanggar(
            "Hanya pemohon yang dapat membatalkan permintaannya.", kode="bukan_sendiri"
        )
    if perbaikan.status == Status.DIBATALKAN:
        return perbaikan
    if perbaikan.status != Status.DIAJUKAN:
        raise AturanDilanggar(
            f"Permintaan ini sudah {perbaikan.get_status_display().lower()} dan tidak "
            "dapat dibatalkan.",
            kode="sudah_diputuskan",
        )
    perbaikan.status = Status.DIBATALKAN
    perbaikan.dibatalkan_pada = timezone.now()
    perbaikan.save(update_fields=["status", "dibatalkan_pada"])
    return perbaikan
