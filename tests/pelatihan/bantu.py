"""Stories that several tests begin with."""

from datetime import UTC, datetime

from pegawai.dasar.alat.tanggal import hari_ini
from pelatihan.models import Angkatan
from pelatihan.services.sertifikat import terbitkan_sertifikat
from tests.pabrik.pegawai import PenggunaFactory
from tests.pabrik.pelatihan import AngkatanBerjalanFactory, PesertaFactory

PADA = datetime(2026, 11, 1, tzinfo=UTC)


def peserta_disetujui(angkatan, **lain):
    """An approved participant."""
    return PesertaFactory(
        angkatan=angkatan,
        status="DISETUJUI",
        diputuskan_oleh=PenggunaFactory(),
        diputuskan_pada=PADA,
        **lain,
    )


def peserta_lulus(angkatan, **lain):
    """A participant who passed."""
    akun = PenggunaFactory()
    return PesertaFactory(
        angkatan=angkatan,
        status="LULUS",
        diputuskan_oleh=akun,
        diputuskan_pada=PADA,
        dinilai_oleh=akun,
        dinilai_pada=PADA,
        **lain,
    )


def angkatan_selesai(**lain):
    """A batch that ended today and is closed."""
    return AngkatanBerjalanFactory(
        **{"status": Angkatan.Status.SELESAI, "tanggal_selesai": hari_ini()} | lain
    )


def satu_sertifikat(oleh, *, angkatan=None, **lain):
    """One certificate, issued by the service."""
    peserta = peserta_lulus(angkatan or angkatan_selesai(), **lain)
    return terbitkan_sertifikat(angkatan=peserta.angkatan, oleh=oleh)[0]
