"""Which competencies one participant is assessed on."""

from typing import Any, NamedTuple

from django.db.models import Q

from pegawai.models import Kompetensi, LevelKompetensi, StandarKompetensi
from pegawai.queries.standar import standar_untuk
from penilaian.models import Penilaian, PenugasanAsesor


class Dinilai(NamedTuple):
    """One competency of the entry page with its levels."""

    pk: int
    kode: str
    nama: str
    definisi: str
    standar: int | None
    wajib: bool
    uraian: dict[int, str]


def kompetensi_dinilai(penilaian: Penilaian) -> list[Dinilai]:
    """The frozen-to-be standard's rows of the period's kinds; without one the 8 + 1.

    The 8 + 1 of the period's kinds are offered to everybody (J-2: shown, never summed).
    """
    periode = penilaian.periode
    standar = standar_untuk(penilaian.jabatan, periode.tanggal_selesai)
    perlu = _butir(standar)
    jenis = periode.jenis_kompetensi
    baris = Kompetensi.objects.filter(jenis__in=jenis).filter(
        Q(pk__in=perlu) | Q(aktif=True) & ~Q(jenis=Kompetensi.Jenis.TEKNIS)
    )
    daftar = list(baris.order_by("urutan", "kode", "pk"))
    uraian: dict[int, dict[int, str]] = {}
    for isi in LevelKompetensi.objects.filter(kompetensi__in=daftar):
        uraian.setdefault(isi.kompetensi_id, {})[isi.level] = isi.uraian
    return [
        Dinilai(
            pk=k.pk,
            kode=k.kode,
            nama=k.nama,
            definisi=k.definisi,
            standar=perlu.get(k.pk),
            wajib=k.pk in perlu or standar is None,
            uraian=uraian.get(k.pk, {}),
        )
        for k in daftar
    ]


def _butir(standar: StandarKompetensi | None) -> dict[int, int]:
    if standar is None:
        return {}
    return dict(standar.butir.values_list("kompetensi", "level"))


def isian_asesmen(
    penugasan: PenugasanAsesor,
) -> tuple[list[Dinilai], dict[str, Any]]:
    """What an assessor is asked about one person, and what was entered so far."""
    penilaian = (
        Penilaian.objects.select_related("periode", "jabatan__jenjang")
        .filter(periode=penugasan.periode_id, pegawai=penugasan.pegawai_id)
        .first()
    )
    if penilaian is None:
        kosong = Penilaian(periode=penugasan.periode, jabatan=penugasan.pegawai.jabatan)
        return kompetensi_dinilai(kosong), {"versi": kosong.versi}
    awal: dict[str, Any] = {
        f"k{n.kompetensi_id}": int(n.level_capaian)
        for n in penilaian.nilai.all()
        if n.level_capaian is not None
    }
    awal |= {"catatan": penilaian.catatan, "versi": penilaian.versi}
    if penilaian.tanggal_penilaian:
        awal["tanggal_penilaian"] = penilaian.tanggal_penilaian
    return kompetensi_dinilai(penilaian), awal
