"""What the demo's `asn` took elsewhere: one record waits, one was refused."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from kompetensi.contoh.akun import AkunDemo
from kompetensi.contoh.alat import Kota
from kompetensi.contoh.perbaikan import PDF
from pegawai.dasar.alat.tanggal import hari_ini
from pelatihan.models import BentukPengembangan, RiwayatPengembangan
from pelatihan.services.riwayat import catat_riwayat
from pelatihan.services.riwayat_putus import tolak_riwayat


def isi_riwayat(kota: Kota, akun: AkunDemo) -> None:
    """The carer of the unit has asked for a scan that can be read."""
    lama = _catat(kota, akun, "Webinar Pelayanan Publik Inklusif", hari=40, jp=4)
    tolak_riwayat(
        riwayat=lama,
        versi=lama.versi,
        alasan="Pindaian sertifikat tidak terbaca. Kirim lagi yang jelas.",
        oleh=akun.pengelola_opd.pengguna,  # type: ignore[arg-type] -- has one
    )
    _catat(kota, akun, "Bimbingan Teknis Layanan Adminduk Digital", hari=12, jp=10)


def _catat(
    kota: Kota, akun: AkunDemo, nama: str, *, hari: int, jp: int
) -> RiwayatPengembangan:
    tanggal = min(kota.hari, hari_ini()) - timedelta(days=hari)
    return catat_riwayat(
        pegawai=akun.asn,
        isi={
            "nama": nama,
            "bentuk": BentukPengembangan.objects.get(kode="NKL03"),
            "penyelenggara": "Lembaga Administrasi Negara",
            "tanggal_mulai": tanggal,
            "tanggal_selesai": tanggal,
            "jp": jp,
            "alasan_jp": "",
            "nomor_sertifikat": "",
        },
        bukti=SimpleUploadedFile("sertifikat.pdf", PDF),
        oleh=akun.asn.pengguna,  # type: ignore[arg-type] -- has one
    )
