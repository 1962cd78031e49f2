"""Internship programmes under an agreement, in one direction each."""

import uuid
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from kemitraan.models import Mitra, Perjanjian, ProgramMagang
from kemitraan.queries.perjanjian import dengan_masa
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import rentang_tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pelatihan.models import Penyelenggara
from pelatihan.services.praktik import buka_praktik, pastikan_penyelenggara

BERLAKU = {"AKAN_BERLAKU", "BERLAKU", "AKAN_BERAKHIR"}


@transaction.atomic
def buat_program(
    *,
    perjanjian: Perjanjian,
    arah: str,
    nama: str,
    tanggal_mulai: date,
    tanggal_selesai: date,
    oleh: Pengguna,
    jp: int | None = None,
) -> ProgramMagang:
    """Open an internship programme under an agreement, inside its dates.

    For ASN it earns hours: `jp`, or what the table of forms says (NKL12).
    """
    masa = dengan_masa(Perjanjian.objects.filter(pk=perjanjian.pk)).get()
    if masa.keadaan not in BERLAKU:
        raise AturanDilanggar(
            "Program hanya dapat dibuka pada perjanjian yang ditandatangani dan belum "
            "berakhir.",
            kode="perjanjian_tidak_berlaku",
        )
    if tanggal_mulai < masa.tanggal_mulai or tanggal_selesai > masa.akhir:
        raise AturanDilanggar(
            "Tanggal program harus di dalam masa perjanjian, "
            f"{rentang_tanggal(masa.tanggal_mulai, masa.akhir)}.",
            kode="program_di_luar_perjanjian",
            medan="tanggal_mulai",
        )
    if ProgramMagang.objects.filter(perjanjian=perjanjian, nama=nama).exists():
        raise AturanDilanggar(
            "Program dengan nama ini sudah ada pada perjanjian ini.",
            kode="program_ganda",
            medan="nama",
        )
    isi: dict[str, Any] = {
        "perjanjian": perjanjian,
        "nama": nama,
        "tanggal_mulai": tanggal_mulai,
        "tanggal_selesai": tanggal_selesai,
    }
    if arah == ProgramMagang.Arah.KELUAR:
        return _buat_keluar(**isi, jp=jp, oleh=oleh)
    return ProgramMagang.objects.create(**isi, arah=arah)


def _buat_keluar(
    *,
    perjanjian: Perjanjian,
    nama: str,
    jp: int | None,
    oleh: Pengguna,
    **tanggal: date,
) -> ProgramMagang:
    """A programme for ASN is an entry of the catalogue too, held by the partner."""
    uid = uuid.uuid4()
    mitra = Mitra.objects.select_for_update(no_key=True).get(pk=perjanjian.mitra_id)
    pelatihan = buka_praktik(
        kode=f"NKL12-{uid.hex[:8].upper()}",
        nama=nama,
        penyelenggara=_penyelenggara(mitra),
        jp=jp,
        deskripsi=f"Magang ASN di {mitra.nama}. Peserta dikirim oleh pengelola "
        "kepegawaian OPD atau BKPSDM; sampaikan minat Anda kepada atasan. Jam "
        "pelajaran dan sertifikat tercatat sesudah magang selesai dan dinilai.",
        oleh=oleh,
    )
    return ProgramMagang.objects.create(
        uid=uid,
        perjanjian=perjanjian,
        arah=ProgramMagang.Arah.KELUAR,
        nama=nama,
        pelatihan=pelatihan,
        **tanggal,
    )


def _penyelenggara(mitra: Mitra) -> Penyelenggara:
    if mitra.penyelenggara is None:
        mitra.penyelenggara = pastikan_penyelenggara(
            kode=slugify(mitra.kode).upper() or "MITRA", nama=mitra.nama
        )
        mitra.save(update_fields=["penyelenggara"])
    return mitra.penyelenggara
