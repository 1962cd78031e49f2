"""Learning outside the catalogue: what `asn` took elsewhere, what the OPD asks for."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from kompetensi.contoh.akun import AkunDemo
from kompetensi.contoh.alat import Kota
from kompetensi.contoh.perbaikan import PDF
from pegawai.dasar.alat.tanggal import hari_ini
from pelatihan.models import BentukPengembangan, RiwayatPengembangan
from pelatihan.queries.usul import unit_pengusul
from pelatihan.services.riwayat import catat_riwayat
from pelatihan.services.riwayat_putus import tolak_riwayat
from pelatihan.services.usul import tolak_usul_pelatihan, usulkan_pelatihan


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


def isi_usul_pelatihan(akun: AkunDemo) -> None:
    """One course that the OPD asks for waits; another was refused."""
    pengelola = akun.pengelola_opd.pengguna
    unit = unit_pengusul(pengelola).first()  # type: ignore[arg-type] -- has one
    isi = {
        "unit_kerja": unit,
        "bentuk": BentukPengembangan.objects.get(kode="KL10"),
        "jumlah_peserta": 24,
        "jp": 20,
        "kompetensi": None,
        "level": None,
    }
    lama = usulkan_pelatihan(
        isi=isi
        | {
            "nama": "Bahasa Inggris untuk Petugas Loket",
            "kebutuhan": "Warga asing mengurus izin tinggal di loket kami.",
        },
        oleh=pengelola,  # type: ignore[arg-type] -- has one
    )
    tolak_usul_pelatihan(
        usul=lama,
        alasan="Sudah ada kelas bahasa di BPSDMD NTT; daftarkan pegawainya ke sana.",
        oleh=akun.analis,
    )
    usulkan_pelatihan(
        isi=isi
        | {
            "nama": "Bahasa Isyarat untuk Layanan Publik",
            "kebutuhan": "Loket kami melayani warga tuli tanpa juru bahasa.",
        },
        oleh=pengelola,  # type: ignore[arg-type] -- has one
    )


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
