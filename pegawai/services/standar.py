"""Competency standards: draft an edition, edit it, publish it; then it is frozen."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Jabatan, Jenjang, StandarButir, StandarKompetensi
from pegawai.queries.standar import standar_berlaku, standar_untuk

Status = StandarKompetensi.Status


class KepalaStandar(NamedTuple):
    """What names an edition."""

    edisi: str
    nomor_keputusan: str
    tanggal_keputusan: date | None
    berlaku_mulai: date


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
    standar = StandarKompetensi.objects.create(
        jabatan=jabatan, jenjang=jenjang, **kepala._asdict()
    )
    if asal is not None:
        StandarButir.objects.bulk_create(
            StandarButir(standar=standar, kompetensi_id=kompetensi, level=level)
            for kompetensi, level in StandarButir.objects.filter(
                standar=asal
            ).values_list("kompetensi", "level")
        )
    return standar


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
) -> StandarKompetensi:
    """Edit a draft: its head, and competency id -> required level (None: not required)."""
    standar = _kunci(standar)
    _wajib_draf(standar)
    if standar.versi != versi:
        raise AturanDilanggar(
            "Draf ini sudah diubah orang lain sejak Anda membukanya.",
            kode="versi_usang",
        )
    for medan, nilai in kepala._asdict().items():
        setattr(standar, medan, nilai)
    standar.versi += 1
    standar.save()
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
    return standar


@transaction.atomic
def terbitkan_standar(
    *, standar: StandarKompetensi, oleh: Pengguna
) -> StandarKompetensi:
    """Publish a draft; from then on it never changes. Publishing again changes nothing."""
    standar = _kunci(standar)
    if standar.status == Status.TERBIT:
        return standar
    if not StandarButir.objects.filter(standar=standar).exists():
        raise AturanDilanggar(
            "Standar tanpa kompetensi tidak dapat diterbitkan. Isi tingkatnya dulu.",
            kode="standar_kosong",
        )
    kembar = StandarKompetensi.objects.filter(
        jabatan=standar.jabatan_id,
        jenjang=standar.jenjang_id,
        berlaku_mulai=standar.berlaku_mulai,
        status=Status.TERBIT,
    )
    if kembar.exists():
        raise AturanDilanggar(
            f"Sudah ada edisi terbit yang berlaku mulai {tanggal(standar.berlaku_mulai)}. "
            "Ubah tanggal berlakunya.",
            kode="tanggal_ganda",
        )
    standar.status = Status.TERBIT
    standar.diterbitkan_oleh = oleh
    standar.diterbitkan_pada = timezone.now()
    standar.versi += 1
    standar.save()
    return standar


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
