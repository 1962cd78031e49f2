"""Certificates: numbers, hours, PDF, revocation."""

import io
from collections import Counter

import pytest
import time_machine
from django.db import transaction
from pypdf import PdfReader

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.kode import tulis_kode
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import DokumenTerbit, Pekerjaan, Pemberitahuan
from pegawai.dasar.services.pekerjaan import jalankan
from pegawai.models import Pegawai
from pelatihan.models import RiwayatPengembangan, Sertifikat
from pelatihan.queries.riwayat import jp_tahun
from pelatihan.services.sertifikat import (
    ambil_nomor,
    cabut_sertifikat,
    terbitkan_sertifikat,
)
from pelatihan.services.sertifikat_berkas import siapkan_berkas
from pelatihan.signals import pengembangan_diverifikasi
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory
from tests.pabrik.pelatihan import PenyelenggaraFactory, RiwayatPengembanganFactory
from tests.pelatihan.bantu import (
    angkatan_selesai,
    peserta_disetujui,
    peserta_lulus,
    satu_sertifikat,
)
from tests.serentak import serentak

pytestmark = pytest.mark.usefixtures("referensi")


def jp(pegawai):
    orang = Pegawai.objects.filter(pk=pegawai.pk)
    return jp_tahun(orang, hari_ini().year).get().jp


def test_terbitkan_menulis_nomor_jam_dokumen_dan_kabar(analis):
    angkatan = angkatan_selesai(pelatihan__jp=24)
    peserta = peserta_lulus(angkatan)
    peserta_disetujui(angkatan)
    kabar = []
    penerima = lambda **isi: kabar.append(isi["riwayat_ids"])  # noqa: E731
    pengembangan_diverifikasi.connect(penerima)

    terbit = terbitkan_sertifikat(angkatan=angkatan, oleh=analis)
    lagi = terbitkan_sertifikat(angkatan=angkatan, oleh=analis)

    pengembangan_diverifikasi.disconnect(penerima)
    s = Sertifikat.objects.get()
    kode = angkatan.pelatihan.penyelenggara.kode
    assert ([s], []) == (terbit, lagi)
    assert s.peserta == peserta
    assert s.nomor == f"0001/{kode}/{hari_ini().year}"
    assert len(s.dokumen.kode) == 26
    assert s.riwayat.status == "TERVERIFIKASI"
    assert s.riwayat.unit_kerja == peserta.pegawai.unit_kerja
    assert jp(peserta.pegawai) == 24
    assert kabar == [[s.riwayat_id]]
    assert Pemberitahuan.objects.filter(penerima=peserta.pegawai.pengguna).count() == 1


def test_terbitkan_angkatan_belum_ditutup_ditolak(analis):
    angkatan = angkatan_selesai(status="BERJALAN")
    peserta_lulus(angkatan)

    with pytest.raises(AturanDilanggar) as galat:
        terbitkan_sertifikat(angkatan=angkatan, oleh=analis)

    assert galat.value.kode == "angkatan_belum_selesai"
    assert not Sertifikat.objects.exists()


def test_terbitkan_tidak_untuk_diri_sendiri():
    angkatan = angkatan_selesai()
    diri, lain = peserta_lulus(angkatan), peserta_lulus(angkatan)

    terbit = terbitkan_sertifikat(angkatan=angkatan, oleh=diri.pegawai.pengguna)

    assert [s.peserta for s in terbit] == [lain]


def test_terbitkan_kegiatan_yang_sudah_dicatat_sendiri_tidak_dihitung_dua_kali(analis):
    """KETENTUAN JP-1: what the person wrote down before becomes the verified row."""
    angkatan = angkatan_selesai(pelatihan__nama="Bimtek Arsip")
    peserta = peserta_lulus(angkatan)
    lama = RiwayatPengembanganFactory(
        pegawai=peserta.pegawai,
        nama="BIMTEK  arsip.",
        tanggal_mulai=angkatan.tanggal_mulai,
        tanggal_selesai=angkatan.tanggal_selesai,
        jp=3,
        status="DIAJUKAN",
        diverifikasi_pada=None,
    )

    (sertifikat,) = terbitkan_sertifikat(angkatan=angkatan, oleh=analis)

    assert sertifikat.riwayat_id == lama.pk
    assert jp(peserta.pegawai) == 10
    assert RiwayatPengembangan.objects.count() == 1


def test_tahun_nomor_adalah_tahun_terbit_menurut_wita():
    """KETENTUAN S-3: 31 December 16.00 UTC is the new year in Kupang."""
    lembaga = PenyelenggaraFactory(kode="BKPSDM")
    teks = []

    for saat in ("2026-12-31T15:59:00Z", "2026-12-31T16:00:00Z"):
        with time_machine.travel(saat, tick=False):
            teks += [
                n.teks
                for n in ambil_nomor(penyelenggara=lembaga, jumlah=2, pada=hari_ini())
            ]

    assert teks == [
        "0001/BKPSDM/2026",
        "0002/BKPSDM/2026",
        "0001/BKPSDM/2027",
        "0002/BKPSDM/2027",
    ]


@pytest.mark.django_db(transaction=True)
def test_nomor_serentak_tidak_kembar_dan_boleh_berlubang():
    """KEAMANAN B.5 row 27, small: ten at once, one of them fails and gives back."""
    lembaga = PenyelenggaraFactory(kode="BKPSDM")

    def kerja(ke):
        with transaction.atomic():
            (nomor,) = ambil_nomor(penyelenggara=lembaga, jumlah=1, pada=hari_ini())
            if ke == 3:
                raise AturanDilanggar("batal", kode="batal")
        return nomor.urut

    hasil = Counter(map(str, serentak(kerja, range(10))))

    assert hasil.pop("batal") == 1
    assert sorted(map(int, hasil)) == list(range(1, 10))


def test_pdf_memuat_nama_nomor_kode_dan_qr(analis, settings):
    settings.ALAMAT_SITUS = "https://kompetensi.kupangkota.go.id"
    pegawai = PegawaiFactory(
        nama="Maria Demetria Seran", gelar_depan="Dr.", gelar_belakang="S.Sos., M.Si."
    )
    s = satu_sertifikat(analis, pegawai=pegawai)

    dokumen = siapkan_berkas(dokumen=s.dokumen)
    lagi = siapkan_berkas(dokumen=DokumenTerbit.objects.get(pk=s.dokumen_id))

    with dokumen.berkas.open() as berkas:
        isi = berkas.read()
    halaman = PdfReader(io.BytesIO(isi)).pages
    teks = " ".join(halaman[0].extract_text().split())
    assert len(halaman) == 1
    assert "Dr. Maria Demetria Seran, S.Sos., M.Si." in teks
    assert s.nomor in teks
    assert tulis_kode(dokumen.kode) in teks
    assert "10 jam pelajaran" in teks
    assert lagi.berkas.name == dokumen.berkas.name
    assert len(dokumen.sha256) == 64
    assert b"/StructTreeRoot" in isi or b"/MarkInfo" in isi


def test_pekerjaan_mencetak_semua_berkas(analis, django_capture_on_commit_callbacks):
    angkatan = angkatan_selesai()
    peserta_lulus(angkatan)
    peserta_lulus(angkatan)
    terbitkan_sertifikat(angkatan=angkatan, oleh=analis)
    pekerjaan = Pekerjaan.objects.get(judul__startswith="Cetak")

    jalankan(pk=pekerjaan.pk)

    pekerjaan.refresh_from_db()
    assert (pekerjaan.status, pekerjaan.jumlah_selesai) == ("SELESAI", 2)
    assert not DokumenTerbit.objects.filter(berkas="").exists()


def test_cabut_jam_keluar_dan_boleh_terbit_lagi(analis, admin):
    s = satu_sertifikat(analis)
    pegawai = s.peserta.pegawai

    for _ in range(2):
        cabut_sertifikat(
            sertifikat=s, alasan="SALAH_DATA", keterangan="Nama keliru", oleh=admin
        )

    s.refresh_from_db()
    dokumen = DokumenTerbit.objects.get(pk=s.dokumen_id)
    (baru,) = terbitkan_sertifikat(angkatan=s.peserta.angkatan, oleh=analis)
    assert (s.dicabut_oleh, s.riwayat.status) == (admin, "DICABUT")
    assert (dokumen.status, dokumen.alasan_dicabut) == (
        "DICABUT",
        "Data sertifikat salah",
    )
    assert baru.urut == 2
    assert jp(pegawai) == 10


@pytest.mark.parametrize(
    ("alasan", "kode"), [("", "alasan_wajib"), ("SALAH_DATA", "diri_sendiri")]
)
def test_cabut_tanpa_alasan_atau_oleh_pemegang_ditolak(analis, alasan, kode):
    s = satu_sertifikat(analis)
    akun = s.peserta.pegawai.pengguna if alasan else PenggunaFactory()

    with pytest.raises(AturanDilanggar) as galat:
        cabut_sertifikat(sertifikat=s, alasan=alasan, keterangan="", oleh=akun)

    assert galat.value.kode == kode
    assert jp(s.peserta.pegawai) == 10
