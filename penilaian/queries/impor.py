"""Checked files of results, and the sheet to fill in."""

from django.db.models import QuerySet

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Kompetensi, Peran
from pegawai.queries.peran import berlaku_sekota
from penilaian.models import ImporHasil, PeriodePenilaian


def impor_terlihat(pengguna: Pengguna) -> QuerySet[ImporHasil]:
    """One's own files, while one manages periods: they hold unpublished levels."""
    if not berlaku_sekota(pengguna, Peran.ANALIS):
        return ImporHasil.objects.none()
    return ImporHasil.objects.filter(oleh=pengguna).select_related("periode")


def isi_templat(periode: PeriodePenilaian) -> tuple[list[str], list[list[str]]]:
    """Header and rows of the sheet to fill in: the participants, no level filled."""
    kode = list(
        Kompetensi.objects.filter(jenis__in=periode.jenis_kompetensi, aktif=True)
        .exclude(jenis=Kompetensi.Jenis.TEKNIS)
        .order_by("urutan", "kode")
        .values_list("kode", flat=True)
    )
    peserta = periode.penilaian.order_by("pegawai__nama_urut", "pk").values_list(
        "pegawai__nip", "pegawai__nama"
    )
    return ["NIP", "NAMA", "TANGGAL PENILAIAN", *kode], [list(b) for b in peserta]
