"""A person's own facts and number."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from pegawai.alat.nip import LAHIR_TERAWAL, beda_dengan_nip, periksa_nip
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.kekangan import jelaskan_kekangan
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import NomorPegawai, Pegawai
from pegawai.services.akun import ikuti_nomor
from pegawai.services.kunci_baris import kunci_pegawai

DAPAT_DIUBAH = (
    "nama",
    "gelar_depan",
    "gelar_belakang",
    "tanggal_lahir",
    "jenis_kelamin",
    "surel_dinas",
    "tmt_cpns",
    "tmt_pns",
)
TMT = ("tmt_cpns", "tmt_pns", "tmt_golongan", "tmt_jabatan")
UMUR_TERMUDA = timedelta(days=15 * 365)


@transaction.atomic
def ubah_pegawai(
    *, pegawai: Pegawai, versi: int, oleh: Pengguna, **isi: Any
) -> Pegawai:
    """Correct a person's own facts; somebody else's newer change refuses (X-1)."""
    pegawai = kunci_pegawai(pegawai, versi)
    berubah = [n for n in DAPAT_DIUBAH if n in isi and getattr(pegawai, n) != isi[n]]
    if not berubah:
        return pegawai
    if "tanggal_lahir" in berubah:
        periksa_lahir(pegawai, isi["tanggal_lahir"])
    for nama in berubah:
        setattr(pegawai, nama, isi[nama])
    pegawai.versi += 1
    with jelaskan_kekangan(Pegawai):
        pegawai.save(update_fields=[*berubah, "versi"])
    return pegawai


def periksa_lahir(
    pegawai: Pegawai, hari: date, *, medan: str = "tanggal_lahir"
) -> None:
    """A birth date that can be: not before the oldest, before every TMT on record."""
    if not LAHIR_TERAWAL <= hari <= hari_ini() - UMUR_TERMUDA:
        raise AturanDilanggar(
            "Tanggal lahir ini tidak mungkin. Periksa tahunnya.",
            kode="lahir_mustahil",
            medan=medan,
        )
    if any((tmt := getattr(pegawai, nama)) and hari >= tmt for nama in TMT):
        raise AturanDilanggar(
            "Tanggal lahir harus sebelum TMT. Periksa tahunnya.",
            kode="lahir_sesudah_tmt",
            medan=medan,
        )


def peringatan_data(
    pegawai: Pegawai, *, tanggal_lahir: date, jenis_kelamin: str
) -> list[str]:
    """Where the facts written differ from the number: a warning (DOMAIN 1.4, rule 8)."""
    return beda_dengan_nip(
        pegawai.nip,
        hari_ini=hari_ini(),
        tanggal_lahir=tanggal_lahir,
        jenis_kelamin=jenis_kelamin,
    )


def peringatan_nomor(pegawai: Pegawai, nomor: str) -> tuple[str, ...]:
    """What a new number says that differs from what is known: a warning (DOMAIN 1.4)."""
    return periksa_nip(
        nomor,
        hari_ini=hari_ini(),
        tanggal_lahir=pegawai.tanggal_lahir,
        jenis_kelamin=pegawai.jenis_kelamin,
    ).peringatan


@transaction.atomic
def ganti_nomor(
    *,
    pegawai: Pegawai,
    nomor: str,
    berlaku_mulai: date,
    nomor_sk: str,
    oleh: Pengguna,
    versi: int | None = None,
) -> Pegawai:
    """Give a person a new number (an NI PPPK may change); the old one stays in history.

    The account is renamed with it, so the old number no longer signs in.
    """
    pegawai = kunci_pegawai(pegawai)
    if pegawai.nip == nomor:
        return pegawai
    pegawai = kunci_pegawai(pegawai, versi)
    _periksa_nomor(pegawai, nomor, berlaku_mulai)
    lama, _ = NomorPegawai.objects.get_or_create(
        nomor=pegawai.nip, defaults={"pegawai": pegawai}
    )
    if lama.berlaku_mulai is None or lama.berlaku_mulai < berlaku_mulai:
        lama.berlaku_sampai = berlaku_mulai - timedelta(days=1)
        lama.save(update_fields=["berlaku_sampai"])
    with jelaskan_kekangan(NomorPegawai, Pegawai):
        NomorPegawai.objects.create(
            pegawai=pegawai,
            nomor=nomor,
            berlaku_mulai=berlaku_mulai,
            nomor_sk=nomor_sk,
        )
        pegawai.nip = nomor
        pegawai.versi += 1
        pegawai.save(update_fields=["nip", "versi"])
    ikuti_nomor(daftar_pegawai=[pegawai.pk])
    kabari(
        kunci=f"nomor:{pegawai.pk}:{nomor}",
        penerima=pegawai.pengguna,
        judul="Nomor pegawai Anda berubah",
        isi=f"Mulai {tanggal(berlaku_mulai)} nomor Anda {nomor}. Pakai nomor ini untuk "
        "masuk.",
        tautan=pegawai.get_absolute_url(),
    )
    return pegawai


def _periksa_nomor(pegawai: Pegawai, nomor: str, mulai: date) -> None:
    jenis = "PPPK" if pegawai.jenis_kepegawaian == Pegawai.Jenis.PPPK else "PNS"
    hasil = periksa_nip(nomor, hari_ini=hari_ini(), jenis=jenis)
    if not hasil.sah:
        raise AturanDilanggar(hasil.pesan, kode="nomor_tidak_sah", medan="nomor")
    pernah = NomorPegawai.objects.filter(nomor=nomor).first()
    if pernah is not None and pernah.pegawai_id == pegawai.pk:
        raise AturanDilanggar(
            "Ini nomor lama pegawai ini sendiri. Nomor yang berlaku tidak dikembalikan.",
            kode="nomor_lama",
            medan="nomor",
        )
    if pernah or Pegawai.objects.filter(nip=nomor).exists():
        raise AturanDilanggar(
            "Nomor ini milik atau pernah dipakai pegawai lain. Periksa kembali angkanya.",
            kode="nomor_milik_orang_lain",
            medan="nomor",
        )
    if mulai > hari_ini():
        raise AturanDilanggar(
            "Nomor baru dicatat sejak tanggal berlakunya. Pilih hari ini atau sebelumnya.",
            kode="nomor_belum_berlaku",
            medan="berlaku_mulai",
        )
    if mulai <= pegawai.tanggal_lahir:
        raise AturanDilanggar(
            "Tanggal ini mendahului tanggal lahir pegawai. Periksa tahunnya.",
            kode="tmt_sebelum_lahir",
            medan="berlaku_mulai",
        )
