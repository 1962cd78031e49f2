"""The competency dictionary."""

from django.db.models import Count, Prefetch, QuerySet

from pegawai.models import KamusKompetensi, Kompetensi, LevelKompetensi


def daftar_kompetensi(
    *, cari: str = "", jenis: str = "", kamus: KamusKompetensi | None = None
) -> QuerySet[Kompetensi]:
    """Competencies in the order of the dictionary, with how many levels are worded."""
    daftar = Kompetensi.objects.filter(aktif=True).annotate(jumlah_level=Count("level"))
    if kamus is not None:
        daftar = daftar.filter(kamus=kamus)
    if jenis:
        daftar = daftar.filter(jenis=jenis)
    for kata in cari.split()[:6]:
        daftar = daftar.filter(
            nama__icontains=kata
        )  # a dictionary has some hundred rows
    return daftar.order_by("jenis", "urutan", "kode", "pk")


def kompetensi_untuk_rinci() -> QuerySet[Kompetensi]:
    """Competencies with their five levels."""
    return Kompetensi.objects.select_related("kamus__unit_kerja").prefetch_related(
        Prefetch("level", LevelKompetensi.objects.order_by("level"))
    )
