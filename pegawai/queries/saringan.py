"""An account's own kept filters."""

from django.db import connection
from django.db.models import QuerySet

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import SaringanTersimpan

TERSIMPAN = (
    "SELECT nama, kueri FROM pegawai_saringantersimpan WHERE pengguna_id = %s "
    "ORDER BY nama, id"
)


def saringan_terlihat(pengguna: Pengguna) -> QuerySet[SaringanTersimpan]:
    """One's own, by name."""
    return SaringanTersimpan.objects.filter(pengguna=pengguna).order_by("nama", "pk")


def tab_saringan(pengguna: Pengguna, kueri: str) -> list[dict[str, object]]:
    """Tabs over the list: all people, and each kept filter."""
    with connection.cursor() as kursor:  # plain: every page of the list asks it
        kursor.execute(TERSIMPAN, [pengguna.pk])
        tersimpan = kursor.fetchall()
    if not tersimpan:
        return []
    return [
        {"nama": nama, "url": f"?{isi}", "kini": isi == kueri}
        for nama, isi in [("Semua", ""), *tersimpan]
    ]
