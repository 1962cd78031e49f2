"""Publish a standard: the second person, the holes, the frozen words, the new gaps."""

from django.db import transaction
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import StandarButir, StandarKompetensi
from pegawai.queries.penyusun import ikut_menyusun
from pegawai.queries.standar_dokumen import Dokumen, dokumen_standar, lubang_standar
from pegawai.services.capaian import segarkan_standar_capaian

Status = StandarKompetensi.Status


@transaction.atomic
def terbitkan_standar(
    *, standar: StandarKompetensi, oleh: Pengguna
) -> StandarKompetensi:
    """Publish a draft; from then on it never changes. Publishing again changes nothing."""
    standar = StandarKompetensi.objects.select_for_update(of=("self",)).get(
        pk=standar.pk
    )
    if standar.status == Status.TERBIT:
        return standar
    if ikut_menyusun(oleh, standar):
        raise AturanDilanggar(
            "Anda ikut menyusun draf ini. Penerbitannya menunggu orang yang tidak ikut.",
            kode="orang_kedua",
        )
    dok = dokumen_standar(standar)
    lubang = [b for b in lubang_standar(dok) if b.wajib]
    if lubang:
        pesan = " ".join(b.pesan for b in lubang)
        raise AturanDilanggar(
            pesan if len(lubang) == 1 else f"Standar belum dapat diterbitkan. {pesan}",
            kode=lubang[0].kode,
        )
    _bekukan(dok)
    standar.status = Status.TERBIT
    standar.diterbitkan_oleh = oleh
    standar.diterbitkan_pada = timezone.now()
    standar.versi += 1
    standar.save()
    if standar.berlaku_mulai <= hari_ini():
        segarkan_standar_capaian(
            jabatan=standar.jabatan_id, jenjang=standar.jenjang_id, pada=hari_ini()
        )
    return standar


def _bekukan(dok: Dokumen) -> None:
    """Copy names and wording into the edition, before it is closed."""
    standar = dok.standar
    standar.nama_jabatan, standar.nama_unit = dok.nama, dok.unit
    kata = {b.kompetensi.pk: b for b in dok.kompetensi}
    butir = list(StandarButir.objects.filter(standar=standar))
    for b in butir:
        baris = kata[b.kompetensi_id]
        b.nama, b.uraian = baris.nama, baris.uraian
        b.indikator_perilaku = "\n".join(baris.indikator)
    StandarButir.objects.bulk_update(butir, ["nama", "uraian", "indikator_perilaku"])
