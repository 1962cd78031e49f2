"""Values of correction requests: read strictly, written into the registry with history."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pghistory
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai, PermintaanPerbaikan
from pegawai.queries.perbaikan import BOLEH_KOSONG, KOLOM, TANGGAL, nilai_kini
from pegawai.services.pegawai import periksa_lahir, ubah_pegawai

Medan = PermintaanPerbaikan.Medan
PANJANG = {"NAMA": 150, "GELAR_DEPAN": 60, "GELAR_BELAKANG": 100, "SUREL_DINAS": 254}
DALAM_NAMA = frozenset({Medan.NAMA, Medan.GELAR_DEPAN, Medan.GELAR_BELAKANG})


def _galat(pesan: str, kode: str = "nilai_salah") -> AturanDilanggar:
    return AturanDilanggar(pesan, kode=kode, medan="nilai")


def baca_nilai(*, pegawai: Pegawai, medan: str, nilai: str) -> str:
    """The value as it would be stored, as text; refuses what the registry cannot hold."""
    if medan not in Medan.values:
        raise _galat("Pilih data yang perlu diperbaiki.", "data_asing")
    nilai = " ".join(nilai.replace("\x00", "").split())
    if not nilai and medan not in BOLEH_KOSONG:
        raise _galat("Isi nilai yang benar.", "nilai_kosong")
    terpanjang = PANJANG.get(medan, 1000)
    if len(nilai) > terpanjang:
        raise _galat(
            f"Isian terlalu panjang. Paling banyak {terpanjang} huruf.", "nilai_panjang"
        )
    if medan in TANGGAL:
        _periksa_tanggal(pegawai, medan, nilai)
    elif periksa := PEMERIKSA.get(medan):
        periksa(nilai)
    if medan in KOLOM and nilai == nilai_kini(pegawai, medan):
        raise _galat(
            "Nilai ini sama dengan yang tercatat. Tidak ada yang perlu diperbaiki.",
            "nilai_sama",
        )
    return nilai


def _periksa_tanggal(pegawai: Pegawai, medan: str, nilai: str) -> None:
    try:
        hari = date.fromisoformat(nilai)
    except ValueError:
        raise _galat("Tulis tanggal seperti 24-11-2026.") from None
    if medan == Medan.TANGGAL_LAHIR:
        periksa_lahir(pegawai, hari, medan="nilai")
        return
    if hari <= pegawai.tanggal_lahir:
        raise _galat("TMT harus sesudah tanggal lahir. Periksa tahunnya.")
    if hari > hari_ini() + timedelta(days=366):
        raise _galat("TMT ini terlalu jauh di masa depan. Periksa tahunnya.")
    cpns = hari if medan == Medan.TMT_CPNS else pegawai.tmt_cpns
    pns = hari if medan == Medan.TMT_PNS else pegawai.tmt_pns
    if cpns and pns and pns < cpns:
        raise _galat("TMT PNS tidak boleh sebelum TMT CPNS. Periksa tanggalnya.")


def _periksa_nama(nilai: str) -> None:
    if not any(huruf.isalpha() for huruf in nilai):
        raise _galat("Nama harus mengandung huruf.")


def _periksa_kelamin(nilai: str) -> None:
    if nilai not in Pegawai.Kelamin.values:
        raise _galat("Pilih laki-laki atau perempuan.")


def _periksa_surel(nilai: str) -> None:
    try:
        EmailValidator()(nilai)
    except ValidationError:
        raise _galat("Tulis alamat surel seperti nama@contoh.go.id.") from None


PEMERIKSA: dict[str, Callable[[str], None]] = {
    Medan.NAMA: _periksa_nama,
    Medan.JENIS_KELAMIN: _periksa_kelamin,
    Medan.SUREL_DINAS: _periksa_surel,
}


def terapkan_nilai(*, perbaikan: PermintaanPerbaikan, oleh: Pengguna) -> Pegawai:
    """Write the asked value by the registry's service; its history names the request."""
    medan = perbaikan.medan
    pegawai = Pegawai.objects.select_for_update(of=("self",)).get(
        pk=perbaikan.pegawai_id
    )
    if nilai_kini(pegawai, medan) == perbaikan.nilai_baru:
        return pegawai  # the registry caught up by itself
    nilai = baca_nilai(pegawai=pegawai, medan=medan, nilai=perbaikan.nilai_baru)
    isi: Any = date.fromisoformat(nilai) if medan in TANGGAL else nilai
    lama = {pegawai.nama, pegawai.nama_lengkap}
    kolom = KOLOM[Medan(medan)]
    with pghistory.context(perbaikan=str(perbaikan.uid)):
        pegawai = ubah_pegawai(
            pegawai=pegawai, versi=pegawai.versi, oleh=oleh, **{kolom: isi}
        )
    if medan in DALAM_NAMA:
        # The account is shown by the name of its owner.
        Pengguna.objects.filter(pk=pegawai.pengguna_id, nama__in=lama).update(
            nama=pegawai.nama_lengkap
        )
    return pegawai
