"""A new edition of a standard, and the gap that it changes, through the pages."""

import re

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import (
    CapaianKompetensi,
    Pegawai,
    StandarKompetensi,
)
from tests.pabrik.pegawai import CapaianKompetensiFactory


def siapkan(asn):
    """A result that meets today's standard; the draft of the demo is out of the way."""
    StandarKompetensi.objects.filter(status="DRAF").delete()
    CapaianKompetensi.objects.filter(pegawai=asn).delete()
    standar = StandarKompetensi.objects.filter(
        jenjang=asn.jabatan.jenjang_id, status="TERBIT"
    ).get()
    butir = standar.butir.select_related("kompetensi").get(kompetensi__kode="M.03")
    return CapaianKompetensiFactory(
        pegawai=asn,
        kompetensi=butir.kompetensi,
        level=butir.level,
        level_standar=butir.level,
        kesenjangan=0,
    )


def susun(laman, jabatan):
    """The analyst starts an edition for the post, copied from its level's standard."""
    hari = hari_ini().strftime("%d-%m-%Y")
    laman.masuk("analis")
    laman.buka(jabatan.get_absolute_url())
    laman.ikuti("Susun standar baru")
    laman.isi("Edisi", "Edisi alur")
    laman.isi("Nomor keputusan", "061/77/KEP/2026")
    laman.isi("Tanggal keputusan", hari)
    laman.isi("Berlaku mulai", hari)
    laman.klik("Buat draf")


def lengkapi(laman, tingkat):
    """The rest of the document, then the comparison."""
    laman.lakukan(
        lambda p: p.get_by_label("Komunikasi").first.select_option(str(tingkat))
    )
    laman.isi("Ikhtisar jabatan", "Melayani warga kota.")
    laman.lakukan(
        lambda p: p.get_by_label("Pangkat paling rendah").first.select_option(index=1)
    )
    laman.lakukan(
        lambda p: p.get_by_label("Pendidikan paling rendah").select_option(index=1)
    )
    laman.isi("Pengalaman kerja 1", "Dua tahun pelayanan")
    laman.lakukan(
        lambda p: p.get_by_label("Tanda pengalaman kerja 1").select_option("PENTING")
    )
    laman.klik("Simpan draf")
    laman.ikuti("Bandingkan")
    banding = laman.teks()
    laman.keluar()
    return banding


def terbitkan(laman, draf):
    """The administrator, as the second person, looks and publishes."""
    laman.masuk("admin")
    laman.buka(draf.get_absolute_url())
    laman.ikuti("Periksa dan terbitkan")
    laman.klik("Terbitkan")
    terbit = laman.teks()
    laman.keluar()
    return terbit


def test_edisi_baru_standar_mengubah_kesenjangan(laman, kota_kecil):
    asn = Pegawai.objects.get(pengguna__nama_akun="asn")
    capaian = siapkan(asn)
    naik = int(capaian.level) + 1

    susun(laman, asn.jabatan)
    banding = lengkapi(laman, naik)
    draf = StandarKompetensi.objects.get(status="DRAF")
    terbit = terbitkan(laman, draf)
    laman.masuk("asn")
    laman.buka("/rencana/saya/")
    laman.klik(re.compile(r"^Susun rencana"))
    rencana = laman.teks()

    capaian.refresh_from_db()
    assert "Komunikasi" in banding
    assert "Yang masih kurang" in banding  # advice only, nothing that blocks
    assert "Standar sudah terbit" in terbit
    assert (capaian.level_standar, capaian.kesenjangan) == (naik, 1)
    assert f"dari {naik}" in rencana
