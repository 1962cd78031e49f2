"""Try an act without doing it: what it would bring about, or why it is refused."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db import transaction

from pegawai.dasar.alat.angka import angka
from pegawai.models import Pegawai, PemberianPeran


class _Keadaan(NamedTuple):
    atasan: str
    opd: str
    bawahan: int
    akun: bool
    peran: int


def _keadaan(pegawai: Pegawai) -> _Keadaan:
    kini = Pegawai.objects.select_related("atasan", "unit_kerja__opd", "pengguna").get(
        pk=pegawai.pk
    )
    unit = kini.unit_kerja
    return _Keadaan(
        str(kini.atasan or ""),
        str((unit.opd or unit) if unit else ""),
        Pegawai.objects.filter(atasan=pegawai).count(),
        kini.pengguna is not None and kini.pengguna.is_active,
        PemberianPeran.objects.filter(
            pengguna=kini.pengguna, dicabut_pada__isnull=True
        ).count()
        if kini.pengguna
        else 0,
    )


def coba_tindakan(pegawai: Pegawai, lakukan: Callable[[], Any]) -> list[str]:
    """Sentences on what else the act changes today; the act itself is rolled back."""
    sebelum = _keadaan(pegawai)
    with transaction.atomic():
        lakukan()
        sesudah = _keadaan(pegawai)
        transaction.set_rollback(True)
    return _kalimat(sebelum, sesudah)


def _kalimat(lama: _Keadaan, baru: _Keadaan) -> list[str]:
    kalimat = []
    if lama.opd != baru.opd and lama.opd and baru.opd:
        kalimat.append(
            f"{lama.opd} tidak lagi melihat data pegawai ini; {baru.opd} mulai "
            "melihatnya."
        )
    if lama.atasan != baru.atasan:
        kalimat.append(
            f"Atasan langsung menjadi {baru.atasan or 'belum ada'} (sekarang "
            f"{lama.atasan or 'belum ada'})."
        )
    if lama.bawahan != baru.bawahan:
        kalimat.append(
            f"Jumlah bawahan langsung berubah dari {angka(lama.bawahan)} menjadi "
            f"{angka(baru.bawahan)} orang."
        )
    if lama.akun and not baru.akun:
        peran = f", {angka(lama.peran)} peran dicabut" if lama.peran else ""
        kalimat.append(f"Akun ditutup: tidak dapat masuk lagi{peran}.")
    if baru.akun and not lama.akun:
        kalimat.append("Akun dibuka lagi; peran harus diberikan ulang.")
    return kalimat
