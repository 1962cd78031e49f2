"""Wording of the competency dictionary."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.db.models import F

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Kompetensi, LevelKompetensi

Uraian = Mapping[int, tuple[str, str]]  # level -> (uraian, indikator_perilaku)


@transaction.atomic
def buat_kompetensi(
    *, kode: str, nama: str, jenis: str, definisi: str, level: Uraian, oleh: Pengguna
) -> Kompetensi:
    """Add one competency at the end of its kind."""
    try:
        with transaction.atomic():
            kompetensi = Kompetensi.objects.create(
                kode=kode,
                nama=nama,
                jenis=jenis,
                definisi=definisi,
                urutan=Kompetensi.objects.filter(jenis=jenis).count() + 1,
            )
    except IntegrityError:
        raise AturanDilanggar(
            f"Kode {kode} sudah ada di kamus. Pakai kode lain.",
            kode="kode_ganda",
            medan="kode",
        ) from None
    _simpan_level(kompetensi, level)
    return kompetensi


@transaction.atomic
def ubah_kompetensi(
    *,
    kompetensi: Kompetensi,
    nama: str,
    definisi: str,
    level: Uraian,
    versi: int,
    oleh: Pengguna,
) -> Kompetensi:
    """Reword a competency and its levels; a stale `versi` refuses (KETENTUAN X-1)."""
    berubah = Kompetensi.objects.filter(pk=kompetensi.pk, versi=versi).update(
        nama=nama, definisi=definisi, versi=F("versi") + 1
    )
    if not berubah:
        raise AturanDilanggar(
            "Kompetensi ini sudah diubah orang lain sejak Anda membukanya.",
            kode="versi_usang",
        )
    _simpan_level(kompetensi, level)
    kompetensi.refresh_from_db()
    return kompetensi


def _simpan_level(kompetensi: Kompetensi, level: Uraian) -> None:
    """Write the worded levels; an emptied one is removed. Unchanged rows stay as they are."""
    ada = {b.level: b for b in LevelKompetensi.objects.filter(kompetensi=kompetensi)}
    for tingkat, (uraian, indikator) in level.items():
        lama = ada.get(tingkat)
        if not uraian and lama is not None:
            lama.delete()
        elif uraian and lama is None:
            LevelKompetensi.objects.create(
                kompetensi=kompetensi,
                level=tingkat,
                uraian=uraian,
                indikator_perilaku=indikator,
            )
        elif lama is not None and (lama.uraian, lama.indikator_perilaku) != (
            uraian,
            indikator,
        ):
            lama.uraian, lama.indikator_perilaku = uraian, indikator
            lama.save(update_fields=["uraian", "indikator_perilaku"])
