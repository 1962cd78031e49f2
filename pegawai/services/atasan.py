"""The direct superior overridden with a reason, for one person or for a unit's people."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, QuerySet

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai
from pegawai.queries.peran import SELESAI_BEKERJA
from pegawai.services.atasan_turunan import Cakupan, hitung_atasan
from pegawai.services.kunci_baris import kunci_struktur
from pegawai.signals import atasan_berganti


@transaction.atomic
def ganti_atasan(
    *, pegawai: Pegawai, atasan: Pegawai | None, alasan: str, oleh: Pengguna
) -> Pegawai:
    """Override the derived direct superior, with a reason, and announce it.

    `atasan=None` says that this person has none. The same again changes nothing.
    """
    alasan = " ".join(alasan.split())
    pegawai = Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai.pk)
    baru = None if atasan is None else atasan.pk
    if (pegawai.atasan_id, pegawai.atasan_alasan) == (baru, alasan) and (
        pegawai.atasan_ditetapkan
    ):
        return pegawai
    _periksa(pegawai, atasan, alasan)
    pegawai.atasan = atasan
    pegawai.atasan_ditetapkan = True
    pegawai.atasan_alasan = alasan
    pegawai.versi += 1
    pegawai.save(
        update_fields=["atasan", "atasan_ditetapkan", "atasan_alasan", "versi"]
    )
    atasan_berganti.send(sender=Pegawai, pegawai_ids=[pegawai.pk], oleh=oleh)
    return pegawai


@transaction.atomic
def turunkan_atasan(*, pegawai: Pegawai, oleh: Pengguna) -> Pegawai:
    """Take back an override: the superior follows the registry again."""
    kunci_struktur()
    pegawai = Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai.pk)
    if pegawai.atasan_ditetapkan:
        pegawai.atasan_ditetapkan = False
        pegawai.atasan_alasan = ""
        pegawai.versi += 1
        pegawai.save(update_fields=["atasan_ditetapkan", "atasan_alasan", "versi"])
        hitung_atasan(oleh=oleh, cakupan=Cakupan(orang=[pegawai.pk]))
        pegawai.refresh_from_db()
    return pegawai


def _anggota(unit_id: int, pilih: Sequence[UUID] | None) -> QuerySet[Pegawai]:
    """Working people of one unit, locked; only those named when `pilih` is given."""
    anggota = (
        Pegawai.objects.select_for_update(of=("self",))
        .filter(unit_kerja=unit_id)
        .exclude(kedudukan_hukum__in=SELESAI_BEKERJA)
        .order_by("pk")
    )
    return anggota if pilih is None else anggota.filter(uid__in=pilih)


@transaction.atomic
def ganti_atasan_unit(
    *,
    unit_id: int,
    atasan: Pegawai,
    alasan: str,
    oleh: Pengguna,
    pilih: Sequence[UUID] | None = None,
) -> int:
    """Set one superior for other people of one unit (a school under its head), or only
    for those of them that `pilih` names. One signal for the whole set; who already has
    it is left alone, so the same again changes nothing."""
    alasan = " ".join(alasan.split())
    anggota = [p for p in _anggota(unit_id, pilih) if p.pk != atasan.pk]
    for pegawai in anggota:
        _periksa(pegawai, atasan, alasan, periksa_lingkaran=False)
    if _garis_atasan(atasan) & {p.pk for p in anggota}:
        raise _lingkaran()
    ids = [
        p.pk
        for p in anggota
        if (p.atasan_id, p.atasan_ditetapkan, p.atasan_alasan)
        != (atasan.pk, True, alasan)
    ]
    Pegawai.objects.filter(pk__in=ids).update(
        atasan=atasan,
        atasan_ditetapkan=True,
        atasan_alasan=alasan,
        versi=F("versi") + 1,
    )
    if ids:
        atasan_berganti.send(sender=Pegawai, pegawai_ids=ids, oleh=oleh)
    return len(ids)


@transaction.atomic
def turunkan_atasan_unit(
    *, unit_id: int, oleh: Pengguna, pilih: Sequence[UUID] | None = None
) -> int:
    """Take the overrides of a unit's people back; their superiors follow the registry."""
    kunci_struktur()
    ids = [p.pk for p in _anggota(unit_id, pilih) if p.atasan_ditetapkan]
    Pegawai.objects.filter(pk__in=ids).update(
        atasan_ditetapkan=False, atasan_alasan="", versi=F("versi") + 1
    )
    if ids:
        hitung_atasan(oleh=oleh, cakupan=Cakupan(orang=ids))
    return len(ids)


def _periksa(
    pegawai: Pegawai,
    atasan: Pegawai | None,
    alasan: str,
    *,
    periksa_lingkaran: bool = True,
) -> None:
    if not alasan:
        raise AturanDilanggar(
            "Isi alasan penetapan atasan, misalnya nomor surat.",
            kode="alasan_kosong",
            medan="alasan",
        )
    if atasan is None:
        return
    if atasan.pk == pegawai.pk:
        raise AturanDilanggar(
            "Pegawai tidak dapat menjadi atasannya sendiri. Pilih orang lain.",
            kode="atasan_sendiri",
            medan="atasan",
        )
    if atasan.kedudukan_hukum in SELESAI_BEKERJA:
        raise AturanDilanggar(
            f"{atasan} sudah tidak bekerja di sini. Pilih orang lain.",
            kode="atasan_tidak_bekerja",
            medan="atasan",
        )
    if periksa_lingkaran and _di_bawah(atasan, pegawai):
        raise _lingkaran()


def _lingkaran() -> AturanDilanggar:
    return AturanDilanggar(
        "Orang itu berada di bawah pegawai ini. Ubah dulu atasannya, atau pilih orang "
        "lain.",
        kode="atasan_berputar",
        medan="atasan",
    )


def _di_bawah(orang: Pegawai, calon_atas: Pegawai) -> bool:
    """Does the line of superiors of `orang` pass through `calon_atas`?"""
    return calon_atas.pk in _garis_atasan(orang)


def _garis_atasan(orang: Pegawai) -> set[int]:
    """Everybody above a person, as stored now."""
    with connection.cursor() as kursor:
        kursor.execute(
            """
            WITH RECURSIVE garis(id) AS (
                SELECT atasan_id FROM pegawai_pegawai WHERE id = %s
                UNION
                SELECT p.atasan_id FROM pegawai_pegawai p JOIN garis g ON p.id = g.id)
            SELECT id FROM garis WHERE id IS NOT NULL
            """,
            [orang.pk],
        )
        return {pk for (pk,) in kursor.fetchall()}
