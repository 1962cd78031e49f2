"""The whole loop through the pages, as five roles, with and without JavaScript."""

import re
from datetime import timedelta

from django.core.management import call_command

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import CapaianKompetensi, Pegawai
from pelatihan.models import Angkatan, Penyelenggara, Sertifikat
from tests.pabrik.pelatihan import (
    AngkatanFactory,
    BentukPengembanganFactory,
    PelatihanFactory,
    SasaranPelatihanFactory,
)

NAMA_PELATIHAN = "Aa Lokakarya Lingkar"  # first by name, so that it is suggested


def siapkan_pelatihan(asn):
    """A course that closes the largest gap of `asn`, with an open batch."""
    capaian = CapaianKompetensi.objects.filter(pegawai=asn).order_by("-kesenjangan")[0]
    pelatihan = PelatihanFactory(
        nama=NAMA_PELATIHAN,
        jp=12,
        bentuk=BentukPengembanganFactory(),
        penyelenggara=Penyelenggara.objects.get(
            anggota__pengguna__nama_akun="penyelenggara"
        ),
    )
    SasaranPelatihanFactory(
        pelatihan=pelatihan,
        kompetensi=capaian.kompetensi,
        level=capaian.level_standar,
    )
    return AngkatanFactory(
        pelatihan=pelatihan,
        nama="Angkatan Lingkar",
        kuota=5,
        pendaftaran_mulai=hari_ini() - timedelta(days=1),
        pendaftaran_sampai=hari_ini() + timedelta(days=5),
        tanggal_mulai=hari_ini() + timedelta(days=10),
        tanggal_selesai=hari_ini() + timedelta(days=11),
    )


def waktu_berlalu(angkatan):
    """The batch's days come: it began yesterday and ends today."""
    Angkatan.objects.filter(pk=angkatan.pk).update(
        pendaftaran_mulai=hari_ini() - timedelta(days=20),
        pendaftaran_sampai=hari_ini() - timedelta(days=2),
        tanggal_mulai=hari_ini() - timedelta(days=1),
        tanggal_selesai=hari_ini(),
    )


def impor(laman, tmp_path):
    """The analyst loads a staff file in which one name differs from the registry."""
    berkas = tmp_path / "data utama.xlsx"
    call_command("buat_berkas_contoh", str(berkas), pegawai=300, verbosity=0)
    orang = Pegawai.objects.order_by("nama_urut", "pk").first()
    nama = orang.nama
    Pegawai.objects.filter(pk=orang.pk).update(nama=f"{nama} Keliru")
    laman.masuk("analis")
    laman.buka("/impor/unggah/")
    laman.lakukan(lambda p: p.locator("input[type=file]").set_input_files(str(berkas)))
    laman.lakukan(lambda p: p.locator("main form button[type=submit]").first.click())
    laman.tunggu_teks("Belum ada data yang diubah")
    pratinjau = laman.teks()
    laman.klik(re.compile(r"^Impor \d+ baris"))
    laman.tunggu_teks("Hasil")
    laman.tunggu_teks("Unggah berkas lain")
    laman.keluar()
    return nama, pratinjau


def rencanakan(laman):
    """The person sees the gap and puts the training into the plan."""
    laman.masuk("asn")
    laman.buka("/profil/")
    profil = laman.teks()
    laman.buka("/rencana/saya/")
    laman.klik(re.compile(r"^Susun rencana"))
    laman.ikuti(re.compile(NAMA_PELATIHAN))
    laman.klik("Simpan butir")
    laman.klik("Ajukan ke atasan")
    diajukan = laman.teks()
    laman.keluar()
    return profil, diajukan


def setujui(laman, tautan, tombol):
    """The superior decides from the approval box."""
    laman.masuk("atasan")
    laman.buka("/persetujuan/")
    laman.ikuti(tautan)
    laman.klik(tombol)
    hasil = laman.teks()
    laman.keluar()
    return hasil


def daftar(laman, angkatan):
    """The person asks for a seat."""
    laman.masuk("asn")
    laman.buka(angkatan.pelatihan.get_absolute_url())
    laman.klik("Daftar")
    laman.keluar()


def selenggarakan(laman, angkatan):
    """The organiser records attendance and results, closes, issues certificates."""
    laman.masuk("penyelenggara")
    laman.buka(angkatan.get_absolute_url())
    laman.klik("Mulai angkatan")
    laman.ikuti("Catat kehadiran")
    laman.lakukan(
        lambda p: [k.check() for k in p.locator("main input[type=checkbox]").all()]
    )
    laman.klik("Simpan kehadiran")
    laman.buka(angkatan.get_absolute_url())
    laman.ikuti("Catat hasil")
    laman.lakukan(lambda p: p.locator("main select").first.select_option("LULUS"))
    laman.klik("Simpan hasil")
    laman.buka(angkatan.get_absolute_url())
    laman.klik("Tutup angkatan")
    laman.ikuti(re.compile(r"^Terbitkan 1 sertifikat"))
    laman.klik(re.compile(r"^Terbitkan 1 sertifikat"))
    laman.keluar()


def test_lingkar_penuh_lima_peran(laman, kota_kecil, pekerja, tmp_path):
    asn = Pegawai.objects.get(pengguna__nama_akun="asn")
    angkatan = siapkan_pelatihan(asn)

    nama, pratinjau = impor(laman, tmp_path)
    profil, diajukan = rencanakan(laman)
    disetujui = setujui(laman, re.compile(r"^Rencana \d{4}"), "Setujui rencana")
    daftar(laman, angkatan)
    kursi = setujui(laman, NAMA_PELATIHAN, "Setujui pendaftaran")
    waktu_berlalu(angkatan)
    selenggarakan(laman, angkatan)
    sertifikat = Sertifikat.objects.get(
        peserta__pegawai=asn, peserta__angkatan=angkatan
    )
    laman.buka(f"/v/{sertifikat.dokumen.kode}")
    tamu = laman.teks()
    laman.masuk("asn")
    laman.buka("/pelatihan/riwayat/")
    riwayat = laman.teks()
    laman.keluar()
    laman.masuk("mitra")
    mitra = laman.teks()

    assert "Berubah" in pratinjau
    assert Pegawai.objects.filter(nama=nama).exists()
    assert "Kesenjangan" in profil
    assert "Menunggu persetujuan" in diajukan
    assert "isetujui" in disetujui
    assert "isetujui" in kursi
    assert "Sertifikat ini sah" in tamu
    assert asn.nama not in tamu
    assert NAMA_PELATIHAN in riwayat
    assert "12 dari 20 JP" in riwayat or "12" in riwayat
    assert "enempatan" in mitra
