"""One-time codes: given out for one or for thousands, used once."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.kode_masuk import buat_kode_masuk, sidik_kode_masuk
from pegawai.dasar.models.pengguna import KodeMasuk, Pengguna, TokenApi

BERLAKU = timedelta(hours=72)
TIDAK_BERLAKU = (
    "NIP dan kode ini tidak cocok atau tidak berlaku lagi. Minta kode baru kepada "
    "pengelola kepegawaian OPD Anda."
)


@transaction.atomic
def terbitkan_kode(
    *, daftar_akun: Iterable[int], sekarang: datetime, oleh: Pengguna | None
) -> dict[int, tuple[KodeMasuk, str]]:
    """A new code for each account; its text is returned once and stored nowhere.

    An earlier code of the account that was not used ends. No password is touched.
    """
    akun = sorted(set(daftar_akun))
    KodeMasuk.objects.filter(
        pengguna__in=akun, dipakai_pada__isnull=True, dicabut_pada__isnull=True
    ).update(dicabut_pada=sekarang)
    teks = {pk: buat_kode_masuk() for pk in akun}
    baris = KodeMasuk.objects.bulk_create(
        (
            KodeMasuk(
                pengguna_id=pk,
                sidik=sidik_kode_masuk(kode),
                berlaku_sampai=sekarang + BERLAKU,
                dibuat_oleh=oleh,
            )
            for pk, kode in teks.items()
        ),
        batch_size=2000,
    )
    return {kode.pengguna_id: (kode, teks[kode.pengguna_id]) for kode in baris}


@transaction.atomic
def pakai_kode(*, kode: KodeMasuk, sandi: str, sekarang: datetime) -> Pengguna:
    """Set the account's password by the code, once; open sessions and tokens end."""
    dipakai = KodeMasuk.objects.filter(
        pk=kode.pk,
        dipakai_pada__isnull=True,
        dicabut_pada__isnull=True,
        berlaku_sampai__gt=sekarang,
        pengguna__is_active=True,
    ).update(dipakai_pada=sekarang)
    if not dipakai:
        raise AturanDilanggar(TIDAK_BERLAKU, kode="kode_tidak_berlaku")
    pengguna = Pengguna.objects.select_for_update().get(pk=kode.pengguna_id)
    pengguna.set_password(sandi)
    pengguna.save(update_fields=["password"])
    TokenApi.objects.filter(pengguna=pengguna, dicabut_pada__isnull=True).update(
        dicabut_pada=sekarang
    )
    return pengguna


def cabut_kode(*, daftar_akun: Iterable[int], sekarang: datetime) -> None:
    """Codes of these accounts that were not used yet are worth nothing any more."""
    KodeMasuk.objects.filter(
        pengguna__in=list(daftar_akun),
        dipakai_pada__isnull=True,
        dicabut_pada__isnull=True,
    ).update(dicabut_pada=sekarang)
