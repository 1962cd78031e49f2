"""Lines of a plan: written while it is a draft or returned, then only progress."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from pegawai.dasar.alat.angka import angka
from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import CapaianKompetensi, Kompetensi
from pelatihan.models import BentukPengembangan, Pelatihan
from penilaian.models import ButirRencana, RencanaPengembangan
from penilaian.queries.rencana import menyasar
from penilaian.services.rencana import kunci_rencana
from penilaian.services.rencana_kemajuan import segarkan_kemajuan_rencana

BATAS_BUTIR = 40


@dataclass(frozen=True)
class IsiButir:
    """What a person writes in one line."""

    kompetensi: Kompetensi
    level_target: int
    triwulan: int
    pelatihan: Pelatihan | None = None
    kegiatan: str = ""
    bentuk: BentukPengembangan | None = None
    jp: int | None = None
    catatan: str = ""


def _terbuka(rencana: RencanaPengembangan) -> RencanaPengembangan:
    rencana = kunci_rencana(rencana)
    if not rencana.dapat_diubah:
        raise AturanDilanggar(
            "Isi rencana yang sudah diajukan atau disetujui tidak dapat diubah.",
            kode="rencana_tertutup",
        )
    return rencana


def _terapkan(butir: ButirRencana, isi: IsiButir) -> None:
    """Copy the written line, with form and hours of the training where there is one."""
    pelatihan = isi.pelatihan
    butir.kompetensi = isi.kompetensi
    butir.level_target = isi.level_target
    butir.triwulan = isi.triwulan
    butir.pelatihan = pelatihan
    butir.kegiatan = "" if pelatihan else isi.kegiatan.strip()
    bentuk = pelatihan.bentuk if pelatihan else isi.bentuk
    jp = isi.jp or (pelatihan.jp if pelatihan else None)
    if bentuk is None or not (pelatihan or butir.kegiatan):
        raise AturanDilanggar(
            "Pilih pelatihan dari katalog, atau tulis kegiatan lain dengan bentuknya.",
            kode="butir_tanpa_kegiatan",
            medan="pelatihan",
        )
    if not jp:
        raise AturanDilanggar(
            "Isi perkiraan JP kegiatan ini.", kode="butir_tanpa_jp", medan="jp"
        )
    butir.bentuk, butir.jp, butir.catatan = bentuk, jp, isi.catatan.strip()


def _periksa(rencana: RencanaPengembangan, butir: ButirRencana) -> None:
    capaian = CapaianKompetensi.objects.filter(
        pegawai=rencana.pegawai_id, kompetensi=butir.kompetensi_id
    ).first()
    butir.level_sekarang = capaian.level if capaian else None
    if capaian is not None and butir.level_target <= capaian.level:
        raise AturanDilanggar(
            f"Tingkat yang dituju harus di atas tingkat sekarang "
            f"({angka(capaian.level, 2)}).",
            kode="butir_level_tidak_naik",
            medan="level_target",
        )
    if butir.pelatihan_id and not menyasar(butir.pelatihan, butir.kompetensi):
        raise AturanDilanggar(
            f"Pelatihan “{butir.pelatihan.nama}” tidak menyasar "
            f"{butir.kompetensi.nama}. Pilih pelatihan lain atau kompetensi lain.",
            kode="pelatihan_tidak_menyasar",
            medan="pelatihan",
        )


def _simpan(rencana: RencanaPengembangan, butir: ButirRencana) -> None:
    butir.diubah_pada = timezone.now()
    try:
        with transaction.atomic():
            butir.save()
    except IntegrityError as galat:
        if "butir_pelatihan_sekali" not in str(galat):
            raise
        raise AturanDilanggar(
            "Pelatihan ini sudah ada di rencana untuk kompetensi itu.",
            kode="butir_ganda",
            medan="pelatihan",
        ) from galat
    rencana.versi += 1
    rencana.save(update_fields=["versi"])


@transaction.atomic
def tambah_butir(
    *, rencana: RencanaPengembangan, isi: IsiButir, oleh: Pengguna
) -> ButirRencana:
    """Add one line to an open plan."""
    rencana = _terbuka(rencana)
    if rencana.butir.count() >= BATAS_BUTIR:
        raise AturanDilanggar(
            f"Satu rencana memuat paling banyak {BATAS_BUTIR} butir.",
            kode="rencana_penuh",
        )
    butir = ButirRencana(rencana=rencana)
    _terapkan(butir, isi)
    _periksa(rencana, butir)
    _simpan(rencana, butir)
    return butir


@transaction.atomic
def ubah_butir(
    *, butir: ButirRencana, isi: IsiButir, versi: int | None = None, oleh: Pengguna
) -> ButirRencana:
    """Rewrite one line of an open plan; a line changed elsewhere meanwhile is refused."""
    rencana = _terbuka(butir.rencana)
    butir = ButirRencana.objects.select_for_update().get(pk=butir.pk)
    if versi is not None and versi != butir.versi:
        raise versi_usang("Butir ini")
    _terapkan(butir, isi)
    _periksa(rencana, butir)
    butir.versi += 1
    _simpan(rencana, butir)
    return butir


@transaction.atomic
def hapus_butir(*, butir: ButirRencana, oleh: Pengguna) -> None:
    """Take one line out of an open plan; taking it out again changes nothing."""
    rencana = _terbuka(butir.rencana)
    jumlah, _ = ButirRencana.objects.filter(pk=butir.pk).delete()
    if jumlah:
        rencana.versi += 1
        rencana.save(update_fields=["versi"])


@transaction.atomic
def catat_butir(
    *, butir: ButirRencana, selesai_pada: date, oleh: Pengguna
) -> ButirRencana:
    """Mark a free activity of an approved plan as done on a day; again: no change."""
    rencana = kunci_rencana(butir.rencana)
    butir = ButirRencana.objects.select_for_update().get(pk=butir.pk)
    if butir.selesai_pada is not None:
        return butir
    if not rencana.sudah_disetujui:
        raise AturanDilanggar(
            "Kemajuan dicatat sesudah rencana disetujui.",
            kode="rencana_belum_disetujui",
        )
    if butir.pelatihan_id:
        raise AturanDilanggar(
            "Kemajuan pelatihan mengikuti catatan pelatihan dan tidak diisi di sini.",
            kode="butir_pelatihan",
        )
    if selesai_pada > hari_ini():
        raise AturanDilanggar(
            "Tanggal selesai tidak boleh sesudah hari ini.",
            kode="tanggal_mendatang",
            medan="selesai_pada",
        )
    butir.selesai_pada = selesai_pada
    butir.save(update_fields=["selesai_pada"])
    segarkan_kemajuan_rencana(pegawai_ids=[rencana.pegawai_id])
    return butir
