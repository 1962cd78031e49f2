"""A course proposed by an OPD, taken into the catalogue as a draft, or refused."""

from typing import Any

from django.db import IntegrityError, transaction

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.putusan import sudah_diputuskan, tandai_putusan, wajib_alasan
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari, kabari_banyak
from pegawai.models.peran import Peran
from pegawai.queries.penerima import pemegang_peran
from pelatihan.izin import boleh_memutuskan_usul_pelatihan
from pelatihan.models import Pelatihan, UsulPelatihan
from pelatihan.queries.usul import unit_pengusul
from pelatihan.services.katalog import buat_pelatihan

Status = UsulPelatihan.Status
MEDAN = (
    "unit_kerja",
    "nama",
    "bentuk",
    "kebutuhan",
    "jumlah_peserta",
    "jp",
    "kompetensi",
    "level",
)
PENERIMA_SQL = """
SELECT 'usul-pelatihan:' || %s || ':' || id AS kunci, id AS penerima_id
  FROM dasar_pengguna WHERE id = ANY(%s)
"""


@transaction.atomic
def usulkan_pelatihan(*, isi: dict[str, Any], oleh: Pengguna) -> UsulPelatihan:
    """Ask for a course in the name of an own unit; the same again changes nothing."""
    unit = isi["unit_kerja"]
    if not unit_pengusul(oleh).filter(pk=unit.pk).exists():
        raise AturanDilanggar(
            "Anda hanya dapat mengusulkan pelatihan atas nama unit yang Anda kelola.",
            kode="di_luar_cakupan",
            medan="unit_kerja",
        )
    nama = " ".join(isi["nama"].split())
    ada = UsulPelatihan.objects.filter(
        unit_kerja=unit, nama__iexact=nama, status=Status.DIUSULKAN
    ).first()
    if ada is not None:
        return ada
    if (isi["kompetensi"] is None) is not (isi["level"] is None):
        raise AturanDilanggar(
            "Pilih kompetensi dan tingkatnya, atau kosongkan keduanya.",
            kode="sasaran_tidak_lengkap",
            medan="level" if isi["kompetensi"] else "kompetensi",
        )
    try:
        with transaction.atomic():
            usul = UsulPelatihan.objects.create(
                **{medan: isi[medan] for medan in MEDAN} | {"nama": nama},
                diusulkan_oleh=oleh,
            )
    except IntegrityError as galat:
        raise AturanDilanggar(
            "Usul ini sudah menunggu keputusan.", kode="usul_ganda"
        ) from galat
    _kabari_analis(usul)
    return usul


def _kabari_analis(usul: UsulPelatihan) -> None:
    usul.refresh_from_db(fields=["uid"])
    penerima = set(pemegang_peran(Peran.ANALIS, hari=hari_ini()))
    kabari_banyak(
        pilih=PENERIMA_SQL,
        isi_pilih=[usul.pk, list(penerima - {usul.diusulkan_oleh_id})],
        judul="Usul pelatihan menunggu keputusan",
        isi=f"{usul.unit_kerja} mengusulkan {usul.nama} untuk sekitar "
        f"{usul.jumlah_peserta} peserta.",
        tautan=usul.get_absolute_url(),
    )


@transaction.atomic
def ambil_usul_pelatihan(
    *,
    usul: UsulPelatihan,
    data: dict[str, Any],
    sasaran: dict[int, int],
    oleh: Pengguna,
) -> Pelatihan:
    """Take it over: a draft of the catalogue, whatever state the form names.

    Again by the same account gives the same draft.
    """
    usul = _kunci(usul)
    if usul.pelatihan is not None and usul.diputuskan_oleh_id == oleh.pk:
        return usul.pelatihan
    _periksa(usul, oleh)
    pelatihan = buat_pelatihan(
        data=data | {"status": Pelatihan.Status.DRAF}, sasaran=sasaran, oleh=oleh
    )
    usul.pelatihan = pelatihan
    _putuskan(usul, Status.DITERIMA, "", oleh)
    return pelatihan


@transaction.atomic
def tolak_usul_pelatihan(
    *, usul: UsulPelatihan, alasan: str, oleh: Pengguna
) -> UsulPelatihan:
    """Refuse with a reason; again by the same account changes nothing."""
    usul = _kunci(usul)
    if usul.status == Status.DITOLAK and usul.diputuskan_oleh_id == oleh.pk:
        return usul
    _periksa(usul, oleh)
    alasan = wajib_alasan(alasan, "Isi alasan penolakan; pengusul membacanya.")
    _putuskan(usul, Status.DITOLAK, alasan, oleh)
    return usul


@transaction.atomic
def tarik_usul_pelatihan(*, usul: UsulPelatihan, oleh: Pengguna) -> UsulPelatihan:
    """Withdraw what waits; again changes nothing."""
    usul = _kunci(usul)
    if usul.status == Status.DITARIK:
        return usul
    _masih_menunggu(usul)
    usul.status = Status.DITARIK
    usul.save()
    return usul


def _kunci(usul: UsulPelatihan) -> UsulPelatihan:
    return (
        UsulPelatihan.objects.select_for_update(of=("self",))
        .select_related("unit_kerja", "diusulkan_oleh")
        .get(pk=usul.pk)
    )


def _periksa(usul: UsulPelatihan, oleh: Pengguna) -> None:
    _masih_menunggu(usul)
    if not boleh_memutuskan_usul_pelatihan(oleh, usul):
        raise AturanDilanggar(
            "Usul pelatihan diputuskan analis, dan bukan pengusulnya sendiri.",
            kode="bukan_pemutus",
        )


def _masih_menunggu(usul: UsulPelatihan) -> None:
    if not usul.menunggu:
        raise sudah_diputuskan("Usul", usul, kode="usul_sudah_diputuskan")


def _putuskan(usul: UsulPelatihan, status: str, alasan: str, oleh: Pengguna) -> None:
    tandai_putusan(usul, status=status, alasan=alasan[:300], oleh=oleh)
    usul.save()
    diterima = status == Status.DITERIMA
    kabari(
        kunci=f"usul-pelatihan-putus:{usul.pk}",
        penerima=usul.diusulkan_oleh,
        judul=f"Usul pelatihan {usul.get_status_display().lower()}",
        isi=f"{usul.nama}. "
        + ("Sedang disiapkan untuk katalog." if diterima else f"Alasan: {usul.alasan}"),
        tautan=usul.get_absolute_url(),
    )
