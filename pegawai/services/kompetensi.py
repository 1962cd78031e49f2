"""The competencies that a published edition of a dictionary puts in force."""

from collections.abc import Sequence

from django.db import transaction

from pegawai.alat.rumusan import TINGKAT, Butir
from pegawai.models import KamusKompetensi, Kompetensi, LevelKompetensi


@transaction.atomic
def tulis_rumusan(*, kamus: KamusKompetensi, isi: Sequence[Butir]) -> None:
    """Make the rows say what the edition says; unchanged ones are not touched.

    A competency that is left out is closed, not deleted: results and standards refer to it.
    """
    ada = {k.kode: k for k in Kompetensi.objects.filter(kamus=kamus)}
    for urutan, butir in enumerate(isi, 1):
        kompetensi = ada.pop(butir["kode"], None) or Kompetensi(
            kamus=kamus, kode=butir["kode"]
        )
        baru = {
            "nama": butir["nama"],
            "jenis": butir["jenis"],
            "definisi": butir["definisi"],
            "urutan": urutan,
            "aktif": True,
        }
        lama = {n: getattr(kompetensi, n) for n in baru}
        if kompetensi.pk is None or lama != baru:
            for medan, nilai in baru.items():
                setattr(kompetensi, medan, nilai)
            kompetensi.versi += 1
            kompetensi.save()
        _simpan_level(kompetensi, butir)
    for kompetensi in ada.values():
        if kompetensi.aktif:
            kompetensi.aktif = False
            kompetensi.save(update_fields=["aktif"])


def _simpan_level(kompetensi: Kompetensi, butir: Butir) -> None:
    ada = {b.level: b for b in LevelKompetensi.objects.filter(kompetensi=kompetensi)}
    for tingkat in TINGKAT:
        isi = butir["level"].get(tingkat, {})
        uraian, indikator = isi.get("uraian", ""), isi.get("indikator", "")
        lama = ada.get(int(tingkat))
        if not uraian and lama is not None:
            lama.delete()
        elif uraian and lama is None:
            LevelKompetensi.objects.create(
                kompetensi=kompetensi,
                level=int(tingkat),
                uraian=uraian,
                indikator_perilaku=indikator,
            )
        elif lama is not None and (lama.uraian, lama.indikator_perilaku) != (
            uraian,
            indikator,
        ):
            lama.uraian, lama.indikator_perilaku = uraian, indikator
            lama.save(update_fields=["uraian", "indikator_perilaku"])
