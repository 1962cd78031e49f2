"""Nominating people of the own units for a batch: many at once, under the batch's lock."""

from collections.abc import Iterable

from django.db import transaction

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import rentang_tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.aturan import aturan
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import Pegawai
from pelatihan.izin import boleh_mencalonkan_pegawai
from pelatihan.models import Angkatan, Peserta
from pelatihan.models.peserta import BERAKHIR
from pelatihan.services.peserta import (
    kedaluwarsakan_angkatan,
    kunci_angkatan,
    minta_kursi,
    periksa_dapat_didaftar,
)


@transaction.atomic
def calonkan_peserta(
    *, angkatan: Angkatan, pegawai: Iterable[Pegawai], oleh: Pengguna
) -> list[Peserta]:
    """Ask seats for these people, all or none; who has one already keeps it.

    The rules are those of an own request (KETENTUAN P-1, P-3): each nomination holds
    a seat, and the superior or the head decides. Returns only the new ones.
    """
    daftar = list(pegawai)
    if not all(boleh_mencalonkan_pegawai(oleh, p) for p in daftar):
        raise AturanDilanggar(
            "Anda hanya dapat mencalonkan pegawai dari unit yang Anda kelola. Untuk diri "
            "sendiri, daftar dari halaman pelatihannya.",
            kode="di_luar_cakupan",
        )
    angkatan = kunci_angkatan(angkatan)
    ada = set(
        angkatan.peserta.filter(pegawai__in=daftar)
        .exclude(status__in=BERAKHIR)
        .values_list("pegawai", flat=True)
    )
    baru = [p for p in daftar if p.pk not in ada]
    for satu in baru:
        periksa_dapat_didaftar(angkatan, satu)
    _periksa_kursi(angkatan, len(baru))
    hari = aturan("usul_kursi_hari")
    hasil = [minta_kursi(angkatan, satu, hari, pencalon=oleh) for satu in baru]
    for peserta in hasil:
        _kabari_calon(peserta, oleh)
    return hasil


def _periksa_kursi(angkatan: Angkatan, diminta: int) -> None:
    """Name how many are left, so that the choice can be made smaller."""
    if diminta <= angkatan.sisa:
        return
    kedaluwarsakan_angkatan(angkatan=angkatan)
    angkatan.refresh_from_db(fields=["terisi"])
    if diminta > angkatan.sisa:
        pesan = (
            f"Sisa kursi {angkatan.sisa}, sedangkan Anda memilih {diminta} pegawai. "
            "Kurangi pilihan Anda."
            if angkatan.sisa
            else "Kelas ini sudah penuh. Pilih angkatan lain."
        )
        raise AturanDilanggar(pesan, kode="kelas_penuh")


def _kabari_calon(peserta: Peserta, oleh: Pengguna) -> None:
    angkatan = peserta.angkatan
    kabari(
        kunci=f"dicalonkan:{peserta.pk}",
        penerima=peserta.pegawai.pengguna,
        judul="Anda dicalonkan untuk pelatihan",
        isi=f"{angkatan.pelatihan.nama}, "
        f"{rentang_tanggal(angkatan.tanggal_mulai, angkatan.tanggal_selesai)}, "
        f"dicalonkan {oleh}. Bila tidak bersedia, tolak dari halaman ini.",
        tautan=peserta.get_absolute_url(),
    )
