"""Grades and education over time."""

from datetime import date

from django.db import transaction

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.kekangan import jelaskan_kekangan
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    Golongan,
    Pegawai,
    RiwayatGolongan,
    RiwayatPendidikan,
    TingkatPendidikan,
)
from pegawai.services.kunci_baris import kunci_pegawai, periksa_tmt


@transaction.atomic
def catat_golongan(
    *,
    pegawai: Pegawai,
    golongan: Golongan,
    tmt: date,
    nomor_sk: str,
    oleh: Pengguna | None,
    versi: int | None = None,
) -> Pegawai:
    """Record a grade from `tmt` on; the latest that has begun is the present one."""
    pegawai = kunci_pegawai(pegawai)
    if RiwayatGolongan.objects.filter(
        pegawai=pegawai, golongan=golongan, tmt=tmt, nomor_sk=nomor_sk
    ).exists():
        return pegawai
    pegawai = kunci_pegawai(pegawai, versi)
    periksa_tmt(pegawai, tmt)
    rumpun = "PPPK" if pegawai.jenis_kepegawaian == Pegawai.Jenis.PPPK else "PNS"
    if golongan.status != rumpun:
        raise AturanDilanggar(
            f"Golongan {golongan.kode} adalah golongan {golongan.status}; pegawai ini "
            f"{pegawai.get_jenis_kepegawaian_display()}.",
            kode="golongan_bukan_jenisnya",
            medan="golongan",
        )
    _catat_golongan_kini(pegawai)
    with jelaskan_kekangan(RiwayatGolongan):
        RiwayatGolongan.objects.create(
            pegawai=pegawai,
            golongan=golongan,
            tmt=tmt,
            nomor_sk=nomor_sk,
            diterapkan=False,
        )
    terapkan_golongan(pegawai=pegawai)
    return pegawai


def _catat_golongan_kini(pegawai: Pegawai) -> None:
    if pegawai.golongan_id is None or pegawai.tmt_golongan is None:
        return
    RiwayatGolongan.objects.get_or_create(
        pegawai=pegawai,
        tmt=pegawai.tmt_golongan,
        defaults={"golongan_id": pegawai.golongan_id},
    )


def terapkan_golongan(*, pegawai: Pegawai) -> bool:
    """Make the latest grade that has begun the present one; did anything change?"""
    mulai = RiwayatGolongan.objects.filter(pegawai=pegawai, tmt__lte=hari_ini())
    mulai.filter(diterapkan=False).update(diterapkan=True)
    kini = mulai.order_by("-tmt").first()
    if kini is None:
        return False
    if (pegawai.golongan_id, pegawai.tmt_golongan) == (kini.golongan_id, kini.tmt):
        return False
    pegawai.golongan_id = kini.golongan_id
    pegawai.tmt_golongan = kini.tmt
    pegawai.versi += 1
    pegawai.save(update_fields=["golongan", "tmt_golongan", "versi"])
    return True


@transaction.atomic
def catat_pendidikan(
    *,
    pegawai: Pegawai,
    tingkat_pendidikan: TingkatPendidikan,
    jurusan: str,
    lembaga: str,
    tahun_lulus: int | None,
    nomor_ijazah: str,
    oleh: Pengguna | None,
    versi: int | None = None,
) -> Pegawai:
    """Record an education; the highest is the one on the person's page."""
    pegawai = kunci_pegawai(pegawai)
    sama = RiwayatPendidikan.objects.filter(
        pegawai=pegawai,
        tingkat_pendidikan=tingkat_pendidikan,
        jurusan=jurusan,
        tahun_lulus=tahun_lulus,
    )
    if sama.filter(lembaga=lembaga, nomor_ijazah=nomor_ijazah).exists():
        return pegawai
    pegawai = kunci_pegawai(pegawai, versi)
    _periksa_tahun(pegawai, tahun_lulus)
    _catat_pendidikan_kini(pegawai)
    with jelaskan_kekangan(RiwayatPendidikan):
        RiwayatPendidikan.objects.create(
            pegawai=pegawai,
            tingkat_pendidikan=tingkat_pendidikan,
            jurusan=jurusan,
            lembaga=lembaga,
            tahun_lulus=tahun_lulus,
            nomor_ijazah=nomor_ijazah,
        )
    _pakai_tertinggi(pegawai)
    return pegawai


def _periksa_tahun(pegawai: Pegawai, tahun: int | None) -> None:
    if tahun is None:
        return
    if not pegawai.tanggal_lahir.year + 10 <= tahun <= hari_ini().year:
        raise AturanDilanggar(
            f"Tahun lulus {tahun} tidak mungkin bagi yang lahir "
            f"{pegawai.tanggal_lahir.year}. Periksa tahunnya.",
            kode="tahun_lulus_mustahil",
            medan="tahun_lulus",
        )


def _catat_pendidikan_kini(pegawai: Pegawai) -> None:
    if pegawai.tingkat_pendidikan_id is None:
        return
    RiwayatPendidikan.objects.get_or_create(
        pegawai=pegawai,
        tingkat_pendidikan_id=pegawai.tingkat_pendidikan_id,
        jurusan=pegawai.pendidikan,
        tahun_lulus=pegawai.tahun_lulus,
    )


def _pakai_tertinggi(pegawai: Pegawai) -> None:
    tinggi = (
        RiwayatPendidikan.objects.filter(pegawai=pegawai)
        .select_related("tingkat_pendidikan")
        .order_by("-tingkat_pendidikan__urutan", "-tahun_lulus", "-pk")[0]
    )
    pegawai.tingkat_pendidikan = tinggi.tingkat_pendidikan
    pegawai.pendidikan = tinggi.jurusan
    pegawai.tahun_lulus = tinggi.tahun_lulus
    pegawai.versi += 1
    pegawai.save(
        update_fields=["tingkat_pendidikan", "pendidikan", "tahun_lulus", "versi"]
    )
