"""Competency standards: draft an edition, edit it; publishing is services/standar_terbit."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db import transaction

from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    Golongan,
    Jabatan,
    Jenjang,
    StandarButir,
    StandarKompetensi,
    StandarSyarat,
    TingkatPendidikan,
)
from pegawai.queries.standar import standar_berlaku, standar_untuk

Status = StandarKompetensi.Status


class KepalaStandar(NamedTuple):
    """What names an edition."""

    edisi: str
    nomor_keputusan: str
    tanggal_keputusan: date | None
    berlaku_mulai: date


class IsiStandar(NamedTuple):
    """Sections 1, 2 and 4 of the SKJ document."""

    kelompok_jabatan: str = ""
    urusan: str = ""
    kode_jabatan: str = ""
    ikhtisar: str = ""
    golongan_minimum: Golongan | None = None
    pendidikan_minimum: TingkatPendidikan | None = None
    bidang_pendidikan: str = ""
    indikator_kinerja: str = ""


class Syarat(NamedTuple):
    """One requirement: its kind, its words, how much it matters."""

    jenis: str
    uraian: str
    tanda: str


@transaction.atomic
def buat_draf_standar(
    *,
    jabatan: Jabatan | None = None,
    jenjang: Jenjang | None = None,
    kepala: KepalaStandar,
    oleh: Pengguna,
) -> StandarKompetensi:
    """Start an edition for a post or a level, copied from the one in force today.

    One draft at a time: two drafts of one post would silently undo each other.
    """
    draf = StandarKompetensi.objects.filter(
        jabatan=jabatan, jenjang=jenjang, status=Status.DRAF
    ).first()
    if draf is not None:
        raise AturanDilanggar(
            f"Sudah ada draf edisi {draf.edisi} untuk ini. Lanjutkan draf itu, atau "
            "hapus dulu.",
            kode="draf_sudah_ada",
        )
    asal = _yang_berlaku(jabatan, jenjang)
    isi = {} if asal is None else {n: getattr(asal, n) for n in IsiStandar._fields}
    standar = StandarKompetensi.objects.create(
        jabatan=jabatan,
        jenjang=jenjang,
        disusun_oleh=oleh,
        **kepala._asdict(),
        **isi,
    )
    if asal is not None:
        _salin(asal, standar)
    return standar


def _salin(asal: StandarKompetensi, standar: StandarKompetensi) -> None:
    StandarButir.objects.bulk_create(
        StandarButir(standar=standar, kompetensi_id=kompetensi, level=level)
        for kompetensi, level in StandarButir.objects.filter(standar=asal).values_list(
            "kompetensi", "level"
        )
    )
    StandarSyarat.objects.bulk_create(
        StandarSyarat(
            standar=standar,
            jenis=s.jenis,
            uraian=s.uraian,
            tanda=s.tanda,
            urutan=s.urutan,
        )
        for s in StandarSyarat.objects.filter(standar=asal).order_by("urutan", "pk")
    )


def _yang_berlaku(
    jabatan: Jabatan | None, jenjang: Jenjang | None
) -> StandarKompetensi | None:
    if jabatan is not None:
        return standar_untuk(jabatan, hari_ini())
    return (
        standar_berlaku(hari_ini())
        .filter(jenjang=jenjang)
        .order_by("-berlaku_mulai", "-pk")
        .first()
    )


@transaction.atomic
def ubah_draf_standar(
    *,
    standar: StandarKompetensi,
    kepala: KepalaStandar,
    level: Mapping[int, int | None],
    versi: int,
    oleh: Pengguna,
    isi: IsiStandar | None = None,
    syarat: Sequence[Syarat] | None = None,
) -> StandarKompetensi:
    """Edit a draft: its head, and competency id -> required level (None: not required).

    `isi` and `syarat` left out stay as they are.
    """
    standar = _kunci(standar)
    _wajib_draf(standar)
    if standar.versi != versi:
        raise versi_usang("Draf ini")
    baru = kepala._asdict() | (isi._asdict() if isi is not None else {})
    for medan, nilai in baru.items():
        setattr(standar, medan, nilai)
    standar.disusun_oleh = oleh
    standar.versi += 1
    standar.save()
    _simpan_level(standar, level)
    if syarat is not None:
        _simpan_syarat(standar, syarat)
    return standar


def _simpan_level(standar: StandarKompetensi, level: Mapping[int, int | None]) -> None:
    ada = {b.kompetensi_id: b for b in StandarButir.objects.filter(standar=standar)}
    for kompetensi, tingkat in level.items():
        lama = ada.get(kompetensi)
        if tingkat is None and lama is not None:
            lama.delete()
        elif tingkat is not None and lama is None:
            StandarButir.objects.create(
                standar=standar, kompetensi_id=kompetensi, level=tingkat
            )
        elif lama is not None and lama.level != tingkat:
            lama.level = tingkat
            lama.save(update_fields=["level"])


def _simpan_syarat(standar: StandarKompetensi, syarat: Sequence[Syarat]) -> None:
    """The list as a whole; an unchanged list is left alone, so that history stays quiet."""
    daftar = StandarSyarat.objects.filter(standar=standar)
    lama = [
        Syarat(*b)
        for b in daftar.order_by("urutan", "pk").values_list("jenis", "uraian", "tanda")
    ]
    baru = list(dict.fromkeys(syarat))
    if lama == baru:
        return
    daftar.delete()
    StandarSyarat.objects.bulk_create(
        StandarSyarat(standar=standar, urutan=ke, **s._asdict())
        for ke, s in enumerate(baru, 1)
    )


@transaction.atomic
def hapus_draf_standar(*, standar: StandarKompetensi, oleh: Pengguna) -> None:
    """Throw a draft away; a published edition stays for good."""
    standar = _kunci(standar)
    _wajib_draf(standar)
    standar.delete()


def _kunci(standar: StandarKompetensi) -> StandarKompetensi:
    return StandarKompetensi.objects.select_for_update(of=("self",)).get(pk=standar.pk)


def _wajib_draf(standar: StandarKompetensi) -> None:
    if standar.status != Status.DRAF:
        raise AturanDilanggar(
            "Standar yang sudah terbit tidak dapat diubah. Susun edisi baru.",
            kode="standar_terbit",
        )
