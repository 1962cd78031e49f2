"""Who had a hand in a draft: read from the trail, so that a later editor hides nobody."""

from django.db.models import Q

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import EdisiKamus, StandarKompetensi


def penyusun(draf: StandarKompetensi | EdisiKamus) -> list[Pengguna]:
    """Everybody who began or changed this edition while it was a draft, by name."""
    jejak = draf.events.filter(status="DRAF", disusun_oleh__isnull=False)  # type: ignore[union-attr]
    ikut = jejak.order_by().values("disusun_oleh_id")
    return list(
        Pengguna.objects.filter(Q(pk__in=ikut) | Q(pk=draf.disusun_oleh_id)).order_by(
            "nama", "pk"
        )
    )


def ikut_menyusun(pengguna: Pengguna, draf: StandarKompetensi | EdisiKamus) -> bool:
    """Is this account one of them? Then publishing is for somebody else."""
    return pengguna in penyusun(draf)
