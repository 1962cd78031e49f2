"""Training taken elsewhere: recorded by the person with evidence, changed, withdrawn."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from pegawai.dasar.alat.berkas import BerkasTitipan, periksa_bukti
from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.aturan import aturan
from pegawai.dasar.services.pemberitahuan import kabari_banyak
from pegawai.models import Pegawai
from pegawai.queries.peran import pegawai_sendiri_id
from pegawai.services.perbaikan import penerima_perbaikan
from pelatihan.models import BentukPengembangan, RiwayatPengembangan
from pelatihan.queries.verifikasi import riwayat_kembar

Status = RiwayatPengembangan.Status
MEDAN = (
    "nama",
    "bentuk",
    "penyelenggara",
    "tanggal_mulai",
    "tanggal_selesai",
    "jp",
    "alasan_jp",
    "nomor_sertifikat",
)
MENUNGGU_TERBANYAK = 50
PENERIMA_SQL = """
SELECT 'riwayat-diajukan:' || %s || ':' || %s || ':' || id AS kunci, id AS penerima_id
  FROM dasar_pengguna WHERE id = ANY(%s)
"""


@transaction.atomic
def catat_riwayat(
    *, pegawai: Pegawai, isi: dict[str, Any], bukti: UploadedFile, oleh: Pengguna
) -> RiwayatPengembangan:
    """Record own training; its hours count only once somebody has verified it."""
    pegawai = _kunci_pegawai(pegawai, oleh)
    isi = _bersih(isi)
    _periksa(pegawai, isi)
    _periksa_banyaknya(pegawai)
    riwayat = RiwayatPengembangan(
        pegawai=pegawai,
        unit_kerja=pegawai.unit_kerja,
        diajukan_pada=timezone.now(),
        **isi,
    )
    _titip_bukti(riwayat, bukti)
    _simpan(riwayat)
    _kabari_pemeriksa(riwayat)
    return riwayat


@transaction.atomic
def ubah_riwayat(
    *,
    riwayat: RiwayatPengembangan,
    isi: dict[str, Any],
    bukti: UploadedFile | None = None,
    versi: int,
    oleh: Pengguna,
) -> RiwayatPengembangan:
    """Correct what waits or was refused, and send it again.

    Evidence that was replaced stays in the store: the history refers to it.
    """
    pegawai = _kunci_pegawai(riwayat.pegawai, oleh)
    riwayat = kunci_riwayat(riwayat)
    if riwayat.versi != versi:
        raise versi_usang("Catatan ini")
    if riwayat.status not in {Status.DIAJUKAN, Status.DITOLAK}:
        raise AturanDilanggar(
            f"Catatan ini sudah {riwayat.get_status_display().lower()} dan tidak dapat "
            "diubah.",
            kode="riwayat_tetap",
        )
    isi = _bersih(isi)
    _periksa(pegawai, isi, kecuali=riwayat.pk)
    for medan in MEDAN:
        setattr(riwayat, medan, isi[medan])
    if bukti is not None:
        _titip_bukti(riwayat, bukti)
    riwayat.unit_kerja = pegawai.unit_kerja
    riwayat.status = Status.DIAJUKAN
    riwayat.diajukan_pada = timezone.now()
    riwayat.diverifikasi_oleh = None
    riwayat.diverifikasi_pada = None
    riwayat.alasan_putusan = ""
    riwayat.versi += 1
    _simpan(riwayat)
    _kabari_pemeriksa(riwayat)
    return riwayat


@transaction.atomic
def tarik_riwayat(
    *, riwayat: RiwayatPengembangan, oleh: Pengguna
) -> RiwayatPengembangan:
    """Withdraw own record while nobody has decided; again changes nothing."""
    _kunci_pegawai(riwayat.pegawai, oleh)
    riwayat = kunci_riwayat(riwayat)
    if riwayat.status == Status.DITARIK:
        return riwayat
    if riwayat.status != Status.DIAJUKAN:
        raise AturanDilanggar(
            f"Catatan ini sudah {riwayat.get_status_display().lower()}.",
            kode="riwayat_tetap",
        )
    riwayat.status = Status.DITARIK
    riwayat.versi += 1
    riwayat.save()
    return riwayat


def kunci_riwayat(riwayat: RiwayatPengembangan) -> RiwayatPengembangan:
    """Lock one row of the ledger, read anew.

    Who verified is not joined: after a wait the row is new, what was joined is not.
    """
    return (
        RiwayatPengembangan.objects.select_for_update(of=("self",), no_key=True)
        .select_related("bentuk", "pegawai__pengguna", "pegawai__unit_kerja")
        .get(pk=riwayat.pk)
    )


def periksa_jp(jp: int, alasan_jp: str, mulai: date, selesai: date) -> None:
    """Whole hours up to the rule's most; beyond its hours a day a reason (JP-7)."""
    batas = aturan("jp_batas_baris")
    if not 1 <= jp <= batas["terbanyak"]:
        raise AturanDilanggar(
            f"JP antara 1 dan {batas['terbanyak']}.", kode="jp_di_luar", medan="jp"
        )
    hari = (selesai - mulai).days + 1
    if jp > batas["per_hari"] * hari and not alasan_jp:
        raise AturanDilanggar(
            f"{jp} JP dalam {hari} hari lebih dari {batas['per_hari']} JP sehari. Tulis "
            "sebabnya, misalnya JP menurut sertifikat.",
            kode="jp_sehari",
            medan="alasan_jp",
        )


def _kunci_pegawai(pegawai: Pegawai, oleh: Pengguna) -> Pegawai:
    """One writer a person at a time, and only about oneself."""
    if pegawai.pk != pegawai_sendiri_id(oleh):
        raise AturanDilanggar(
            "Pelatihan hanya dapat dicatat untuk diri sendiri.", kode="bukan_sendiri"
        )
    return (
        Pegawai.objects.select_for_update(of=("self",), no_key=True)
        .select_related("unit_kerja", "pengguna")
        .get(pk=pegawai.pk)
    )


def _bersih(isi: dict[str, Any]) -> dict[str, Any]:
    return {
        medan: " ".join(nilai.replace("\x00", "").split())
        if isinstance(nilai := isi.get(medan, ""), str)
        else nilai
        for medan in MEDAN
    }


def _periksa(
    pegawai: Pegawai, isi: dict[str, Any], *, kecuali: int | None = None
) -> None:
    mulai, selesai = isi["tanggal_mulai"], isi["tanggal_selesai"]
    if selesai < mulai:
        raise AturanDilanggar(
            "Tanggal selesai tidak boleh sebelum tanggal mulai.",
            kode="tanggal_urut",
            medan="tanggal_selesai",
        )
    if selesai > hari_ini():
        raise AturanDilanggar(
            "Catat pelatihan sesudah selesai. Tanggal ini belum tiba.",
            kode="belum_selesai",
            medan="tanggal_selesai",
        )
    if mulai <= pegawai.tanggal_lahir:
        raise AturanDilanggar(
            "Tanggal mulai lebih awal daripada tanggal lahir Anda. Periksa tahunnya.",
            kode="sebelum_lahir",
            medan="tanggal_mulai",
        )
    if isi["bentuk"].jalur == BentukPengembangan.Jalur.PENDIDIKAN:
        raise AturanDilanggar(
            "Pendidikan formal tidak menambah JP. Minta pencatatannya lewat perbaikan "
            "data pendidikan.",
            kode="bentuk_pendidikan",
            medan="bentuk",
        )
    periksa_jp(isi["jp"], isi["alasan_jp"], mulai, selesai)
    kembar = riwayat_kembar(pegawai, isi, kecuali=kecuali)
    if kembar is not None:
        raise _sudah_tercatat(kembar)


def _sudah_tercatat(kembar: RiwayatPengembangan | None = None) -> AturanDilanggar:
    pada = f" pada {tanggal(kembar.diajukan_pada)}" if kembar else ""
    return AturanDilanggar(
        f"Pelatihan ini sudah tercatat{pada}. Buka riwayat pelatihan Anda.",
        kode="sudah_tercatat",
    )


def _periksa_banyaknya(pegawai: Pegawai) -> None:
    menunggu = RiwayatPengembangan.objects.filter(
        pegawai=pegawai, status=Status.DIAJUKAN
    )
    if menunggu.count() >= MENUNGGU_TERBANYAK:
        raise AturanDilanggar(
            f"Sudah ada {MENUNGGU_TERBANYAK} catatan yang menunggu verifikasi. Tunggu "
            "sebagian diputuskan, lalu catat lagi.",
            kode="terlalu_banyak",
        )


def _titip_bukti(riwayat: RiwayatPengembangan, bukti: UploadedFile) -> None:
    try:
        jenis = periksa_bukti(bukti)
    except ValidationError as galat:
        raise AturanDilanggar(
            galat.messages[0], kode=str(galat.code), medan="bukti"
        ) from None
    riwayat.bukti_jenis = jenis
    riwayat.bukti_nama = (bukti.name or f"bukti.{jenis}")[-150:]
    riwayat.bukti.save(bukti.name, bukti, save=False)
    transaction.on_commit(BerkasTitipan(riwayat.bukti.storage, riwayat.bukti.name))


def _simpan(riwayat: RiwayatPengembangan) -> None:
    """A certificate issued for the same activity meanwhile counts as recorded too."""
    try:
        with transaction.atomic():
            riwayat.save()
    except IntegrityError as galat:
        raise _sudah_tercatat() from galat


def _kabari_pemeriksa(riwayat: RiwayatPengembangan) -> None:
    """The carers of the unit; the analysts where there is none."""
    pegawai = riwayat.pegawai
    riwayat.refresh_from_db(fields=["uid"])
    kabari_banyak(
        pilih=PENERIMA_SQL,
        isi_pilih=[riwayat.pk, riwayat.versi, list(penerima_perbaikan(pegawai))],
        judul="Pelatihan menunggu verifikasi",
        isi=f"{pegawai.nama_lengkap} mencatat {riwayat.nama}, {riwayat.jp} JP.",
        tautan=riwayat.get_absolute_url(),
    )
