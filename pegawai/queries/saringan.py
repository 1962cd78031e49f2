"""An account's own kept filters."""

from django.db.models import QuerySet

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import SaringanTersimpan


def saringan_terlihat(pengguna: Pengguna) -> QuerySet[SaringanTersimpan]:
    """One's own, by name."""
    return SaringanTersimpan.objects.filter(pengguna=pengguna).order_by("nama", "pk")


def tab_saringan(pengguna: Pengguna, kueri: str) -> list[dict[str, object]]:
    """Tabs over the list: all people, and each kept filter."""
    tersimpan = list(saringan_terlihat(pengguna).values_list("nama", "kueri"))
    if not tersimpan:
        return []
    return [
        {"nama": nama, "url": f"?{isi}", "kini": isi == kueri}
        for nama, isi in [("Semua", ""), *tersimpan]
    ]
