"""Certificates of the demo city, with numbers, verification codes and hours."""

import base64
import hashlib
from collections import defaultdict
from datetime import timedelta

from kompetensi.contoh.akun import AkunDemo
from kompetensi.contoh.alat import Kota, siang, sisip
from pegawai.dasar.alat.tanggal import rentang_tanggal
from pegawai.dasar.models import DokumenTerbit
from pegawai.dasar.queries.aturan import aturan
from pegawai.models import Pegawai
from pelatihan.models import Peserta, RiwayatPengembangan, Sertifikat, UrutSertifikat


def isi_sertifikat(kota: Kota, akun: AkunDemo, peserta: list[Peserta]) -> None:
    """One for everybody who passed; two revoked."""
    semua = tulis_sertifikat(kota, akun, peserta)
    _cabut(akun, [s for s in semua if s.peserta.pegawai_id != akun.asn.pk][-2:])


def tulis_sertifikat(
    kota: Kota, akun: AkunDemo, peserta: list[Peserta]
) -> list[Sertifikat]:
    """Certificates, hours and codes, numbered by organiser and year."""
    lulus = [p for p in peserta if p.status == Peserta.Status.LULUS]
    lulus.sort(key=lambda p: (p.angkatan.tanggal_selesai, p.angkatan_id, p.pk))
    orang = {
        p.pk: p
        for p in Pegawai.objects.filter(
            pk__in={p.pegawai_id for p in lulus}
        ).select_related("jabatan", "unit_kerja")
    }
    nomor = _nomor(lulus)
    riwayat = sisip(
        RiwayatPengembangan,
        (
            _riwayat(akun, p, orang[p.pegawai_id], n)
            for p, (_, _, n) in zip(lulus, nomor, strict=True)
        ),
    )
    dokumen = sisip(
        DokumenTerbit,
        (
            _dokumen(kota, p, orang[p.pegawai_id], n)
            for p, (_, _, n) in zip(lulus, nomor, strict=True)
        ),
    )
    return sisip(
        Sertifikat,
        (
            _sertifikat(akun, *isi)
            for isi in zip(lulus, dokumen, riwayat, nomor, strict=True)
        ),
    )


def _sertifikat(
    akun: AkunDemo,
    peserta: Peserta,
    dokumen: DokumenTerbit,
    riwayat: RiwayatPengembangan,
    nomor: tuple[int, int, str],
) -> Sertifikat:
    return Sertifikat(
        peserta=peserta,
        penyelenggara=peserta.angkatan.pelatihan.penyelenggara,
        dokumen=dokumen,
        riwayat=riwayat,
        nomor=nomor[2],
        tahun=nomor[0],
        urut=nomor[1],
        diterbitkan_oleh=akun.penyelenggara,
        diterbitkan_pada=riwayat.diverifikasi_pada,
    )


def _nomor(lulus: list[Peserta]) -> list[tuple[int, int, str]]:
    """Year, serial and number of each, and the counters behind them."""
    pola = aturan("sertifikat_format")
    urut: dict[tuple[int, int], int] = defaultdict(int)
    for u in UrutSertifikat.objects.all():
        urut[u.penyelenggara_id, u.tahun] = u.terakhir
    hasil = []
    for p in lulus:
        penyelenggara = p.angkatan.pelatihan.penyelenggara
        tahun = (p.angkatan.tanggal_selesai + timedelta(days=1)).year
        urut[penyelenggara.pk, tahun] += 1
        n = urut[penyelenggara.pk, tahun]
        teks = pola.format(urut=n, penyelenggara=penyelenggara.kode, tahun=tahun)
        hasil.append((tahun, n, teks))
    sisip(
        UrutSertifikat,
        (
            UrutSertifikat(penyelenggara_id=pk, tahun=tahun, terakhir=n)
            for (pk, tahun), n in urut.items()
        ),
        update_conflicts=True,
        unique_fields=["penyelenggara", "tahun"],
        update_fields=["terakhir"],
    )
    return hasil


def _riwayat(
    akun: AkunDemo, peserta: Peserta, pegawai: Pegawai, nomor: str
) -> RiwayatPengembangan:
    angkatan, pelatihan = peserta.angkatan, peserta.angkatan.pelatihan
    return RiwayatPengembangan(
        pegawai=pegawai,
        unit_kerja_id=pegawai.unit_kerja_id,
        pelatihan=pelatihan,
        bentuk_id=pelatihan.bentuk_id,
        nama=pelatihan.nama,
        penyelenggara=pelatihan.penyelenggara.nama,
        tanggal_mulai=angkatan.tanggal_mulai,
        tanggal_selesai=angkatan.tanggal_selesai,
        jp=pelatihan.jp,
        alasan_jp=f"JP menurut kurikulum {pelatihan.kode}",
        nomor_sertifikat=nomor,
        status=RiwayatPengembangan.Status.TERVERIFIKASI,
        diverifikasi_oleh=akun.penyelenggara,
        diverifikasi_pada=siang(angkatan.tanggal_selesai + timedelta(days=1)),
    )


def _dokumen(
    kota: Kota, peserta: Peserta, pegawai: Pegawai, nomor: str
) -> DokumenTerbit:
    angkatan, pelatihan = peserta.angkatan, peserta.angkatan.pelatihan
    acak = hashlib.sha256(f"{kota.benih}:{nomor}".encode()).digest()[:16]
    return DokumenTerbit(
        kode=base64.b32encode(acak).decode().rstrip("="),
        nomor=nomor,
        jenis="SERTIFIKAT",
        judul=pelatihan.nama,
        pemegang_nama=pegawai.nama_lengkap,
        pemegang_nomor=pegawai.nip,
        tanggal_terbit=angkatan.tanggal_selesai + timedelta(days=1),
        keterangan={
            "nama_polos": pegawai.nama,
            "jabatan": pegawai.jabatan.nama,
            "unit": pegawai.unit_kerja.nama,
            "jp": pelatihan.jp,
            "angkatan": angkatan.nama,
            "waktu": rentang_tanggal(angkatan.tanggal_mulai, angkatan.tanggal_selesai),
            "tempat": angkatan.tempat,
            "penyelenggara": pelatihan.penyelenggara.nama,
        },
    )


def _cabut(akun: AkunDemo, daftar: list[Sertifikat]) -> None:
    """Revoked with everything that follows (KETENTUAN JP-4)."""
    kapan = {"dicabut_pada": siang(daftar[-1].dokumen.tanggal_terbit, 15)}
    kapan |= {"dicabut_oleh": akun.penyelenggara}
    Sertifikat.objects.filter(pk__in=[s.pk for s in daftar]).update(
        **kapan, alasan_cabut=Sertifikat.AlasanCabut.SALAH_DATA
    )
    DokumenTerbit.objects.filter(pk__in=[s.dokumen_id for s in daftar]).update(
        **kapan,
        status=DokumenTerbit.Status.DICABUT,
        alasan_dicabut=Sertifikat.AlasanCabut.SALAH_DATA.label,
    )
    RiwayatPengembangan.objects.filter(pk__in=[s.riwayat_id for s in daftar]).update(
        status=RiwayatPengembangan.Status.DICABUT
    )
