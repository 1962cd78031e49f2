"""Keep a filter under a name; throw it away."""

from django.db import transaction

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import SaringanTersimpan

TERBANYAK = 12


@transaction.atomic
def simpan_saringan(*, nama: str, kueri: str, oleh: Pengguna) -> SaringanTersimpan:
    """The same name again replaces what it held."""
    Pengguna.objects.select_for_update().get(pk=oleh.pk)
    milik = SaringanTersimpan.objects.filter(pengguna=oleh)
    if milik.exclude(nama=nama).count() >= TERBANYAK:
        raise AturanDilanggar(
            f"Paling banyak {TERBANYAK} saringan dapat disimpan. Hapus salah satu dahulu.",
            kode="saringan_penuh",
            medan="nama",
        )
    saringan, _ = SaringanTersimpan.objects.update_or_create(
        pengguna=oleh, nama=nama, defaults={"kueri": kueri}
    )
    return saringan


def hapus_saringan(*, saringan: SaringanTersimpan, oleh: Pengguna) -> None:
    """Only one's own; a repeated call finds nothing."""
    SaringanTersimpan.objects.filter(pk=saringan.pk, pengguna=oleh).delete()
