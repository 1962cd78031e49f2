"""The plan's way: made, submitted, returned or approved by the direct superior."""

from django.db import transaction
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.alat.tanggal import hari_ini, waktu
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import Pegawai
from penilaian.models import LangkahRencana, RencanaPengembangan
from penilaian.queries.rencana import tahun_terbuka

Status = RencanaPengembangan.Status
Tindakan = LangkahRencana.Tindakan
TANPA_ATASAN = (
    "Atasan langsung Anda belum tercatat, sehingga rencana belum dapat diajukan. "
    "Hubungi pengelola kepegawaian OPD Anda. Isi rencana tetap tersimpan."
)


def kunci_rencana(rencana: RencanaPengembangan) -> RencanaPengembangan:
    """The same plan, locked until the transaction ends."""
    return (
        RencanaPengembangan.objects.select_for_update(of=("self",))
        .select_related("pegawai__atasan__pengguna", "pegawai__pengguna")
        .get(pk=rencana.pk)
    )


def periksa_versi(rencana: RencanaPengembangan, versi: int | None) -> None:
    """Refuse what was decided on an older state than the stored one (X-1)."""
    if versi is not None and versi != rencana.versi:
        raise versi_usang("Rencana ini")


def _langkah(
    rencana: RencanaPengembangan, tindakan: str, oleh: Pengguna, alasan: str = ""
) -> None:
    LangkahRencana.objects.create(
        rencana=rencana, tindakan=tindakan, oleh=oleh, alasan=alasan
    )


def _bukan_diri_sendiri(rencana: RencanaPengembangan, oleh: Pengguna) -> None:
    if rencana.pegawai.pengguna_id == oleh.pk:
        raise AturanDilanggar(
            "Rencana sendiri tidak dapat diputuskan sendiri.", kode="diri_sendiri"
        )


def _sudah_diputuskan(rencana: RencanaPengembangan) -> AturanDilanggar:
    return AturanDilanggar(
        f"Rencana ini sudah disetujui oleh {rencana.disetujui_oleh} pada "
        f"{waktu(rencana.disetujui_pada)}.",
        kode="rencana_sudah_disetujui",
    )


@transaction.atomic
def buat_rencana(
    *, pegawai: Pegawai, tahun: int, oleh: Pengguna
) -> RencanaPengembangan:
    """Start the plan of a year as a draft; there is one per person and year."""
    if tahun not in tahun_terbuka(hari_ini()):
        raise AturanDilanggar(
            "Rencana hanya dapat dibuat untuk tahun ini atau tahun depan.",
            kode="rencana_tahun_tertutup",
        )
    rencana, baru = RencanaPengembangan.objects.get_or_create(
        pegawai=pegawai, tahun=tahun
    )
    if baru:
        _langkah(rencana, Tindakan.BUAT, oleh)
        rencana.refresh_from_db()
    return rencana


@transaction.atomic
def ajukan_rencana(
    *, rencana: RencanaPengembangan, versi: int | None = None, oleh: Pengguna
) -> RencanaPengembangan:
    """Send the plan to the direct superior. Submitting a waiting plan changes nothing."""
    rencana = kunci_rencana(rencana)
    if rencana.status == Status.DIAJUKAN:
        return rencana
    if rencana.sudah_disetujui:
        raise _sudah_diputuskan(rencana)
    periksa_versi(rencana, versi)
    if not rencana.butir.exists():
        raise AturanDilanggar(
            "Rencana belum berisi kegiatan. Tambahkan sedikitnya satu butir.",
            kode="rencana_kosong",
        )
    if rencana.pegawai.atasan is None:
        raise AturanDilanggar(TANPA_ATASAN, kode="tanpa_atasan")

    rencana.status = Status.DIAJUKAN
    rencana.diajukan_pada = timezone.now()
    rencana.versi += 1
    rencana.save()
    _langkah(rencana, Tindakan.AJUKAN, oleh)
    kabari(
        kunci=f"rencana-diajukan:{rencana.pk}:{rencana.versi}",
        penerima=rencana.pegawai.atasan.pengguna,
        judul="Rencana pengembangan menunggu persetujuan Anda",
        isi=f"{rencana.pegawai.nama_lengkap} mengajukan rencana pengembangan tahun "
        f"{rencana.tahun}. Setujui, atau kembalikan dengan alasan.",
        tautan=rencana.get_absolute_url(),
    )
    return rencana


@transaction.atomic
def setujui_rencana(
    *, rencana: RencanaPengembangan, versi: int | None = None, oleh: Pengguna
) -> RencanaPengembangan:
    """Approve a submitted plan. Approving an approved plan again changes nothing."""
    rencana = kunci_rencana(rencana)
    if rencana.sudah_disetujui:
        return rencana
    if rencana.status != Status.DIAJUKAN:
        raise AturanDilanggar(
            "Hanya rencana yang sudah diajukan yang dapat disetujui.",
            kode="rencana_belum_diajukan",
        )
    periksa_versi(rencana, versi)
    _bukan_diri_sendiri(rencana, oleh)
    if not rencana.butir.exists():
        raise AturanDilanggar(
            "Rencana tanpa butir tidak dapat disetujui.", kode="rencana_kosong"
        )

    rencana.status = Status.DISETUJUI
    rencana.disetujui_oleh = oleh
    rencana.disetujui_pada = timezone.now()
    rencana.alasan = ""
    rencana.versi += 1
    rencana.save()
    _langkah(rencana, Tindakan.SETUJUI, oleh)
    kabari(
        kunci=f"rencana-disetujui:{rencana.pk}",
        penerima=rencana.pegawai.pengguna,
        judul="Rencana pengembangan disetujui",
        isi=f"Rencana pengembangan {rencana.tahun} Anda telah disetujui.",
        tautan=rencana.get_absolute_url(),
    )
    return rencana


@transaction.atomic
def kembalikan_rencana(
    *,
    rencana: RencanaPengembangan,
    alasan: str,
    versi: int | None = None,
    oleh: Pengguna,
) -> RencanaPengembangan:
    """Return a submitted plan with a reason; the person revises and submits again."""
    rencana = kunci_rencana(rencana)
    if rencana.sudah_disetujui:
        raise _sudah_diputuskan(rencana)
    alasan = alasan.strip()
    if rencana.status == Status.DIKEMBALIKAN and rencana.alasan == alasan:
        return rencana
    if rencana.status != Status.DIAJUKAN:
        raise AturanDilanggar(
            "Hanya rencana yang sudah diajukan yang dapat dikembalikan.",
            kode="rencana_belum_diajukan",
        )
    periksa_versi(rencana, versi)
    _bukan_diri_sendiri(rencana, oleh)
    if not alasan:
        raise AturanDilanggar(
            "Isi alasan pengembalian, supaya pegawai tahu apa yang perlu diperbaiki.",
            kode="alasan_kosong",
            medan="alasan",
        )

    rencana.status = Status.DIKEMBALIKAN
    rencana.alasan = alasan
    rencana.dikembalikan_pada = timezone.now()
    rencana.versi += 1
    rencana.save()
    _langkah(rencana, Tindakan.KEMBALIKAN, oleh, alasan)
    kabari(
        kunci=f"rencana-dikembalikan:{rencana.pk}:{rencana.versi}",
        penerima=rencana.pegawai.pengguna,
        judul="Rencana pengembangan dikembalikan",
        isi=f"Rencana {rencana.tahun} Anda dikembalikan oleh atasan: “{alasan}” "
        "Perbaiki, lalu ajukan lagi.",
        tautan=rencana.get_absolute_url(),
    )
    return rencana
