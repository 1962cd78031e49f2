"""A form is acted on once: its idempotency key and the act share one transaction."""

from uuid import UUID

from django.db import connection, transaction

from pegawai.dasar.models.pengguna import KunciKirim, Pengguna


def pakai_kunci(*, kunci: UUID, jalur: str, oleh: Pengguna | None) -> str | None:
    """Claim the key; None when it is new, else the first receipt ('' while unknown).

    Must run inside the act's transaction: a second sender waits here until the first
    commits, and takes over when the first rolls back.
    """
    with connection.cursor() as kursor:
        kursor.execute(
            "INSERT INTO dasar_kuncikirim (kunci, pengguna_id, jalur, jawaban)"
            " VALUES (%s, %s, %s, '') ON CONFLICT (kunci) DO NOTHING RETURNING id",
            [kunci, oleh.pk if oleh else None, jalur[:300]],
        )
        if kursor.fetchone():
            return None
    lama = KunciKirim.objects.filter(kunci=kunci, pengguna=oleh).first()
    return lama.jawaban if lama else ""


def catat_jawaban(*, kunci: UUID, jawaban: str) -> None:
    """Keep where the first sending was answered."""
    KunciKirim.objects.filter(kunci=kunci).update(jawaban=jawaban[:500])


def lepas_kunci() -> None:
    """Give the key back with everything else: the form was not accepted."""
    transaction.set_rollback(True)
