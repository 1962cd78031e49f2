"""Pages of plans."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from pegawai.models import Peran
from penilaian.models import RencanaPengembangan
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    KompetensiFactory,
    PegawaiFactory,
    akun_berperan,
)
from tests.pabrik.pelatihan import BentukPengembanganFactory, SasaranPelatihanFactory
from tests.pabrik.rencana import (
    ButirRencanaFactory,
    RencanaDisetujuiFactory,
    RencanaFactory,
)

Status = RencanaPengembangan.Status


@pytest.fixture(autouse=True)
def _tanpa_faktor_kedua(settings):
    settings.WAJIB_FAKTOR_KEDUA = False


def alamat(tindakan, benda):
    return reverse(f"penilaian:rencana-{tindakan}", kwargs={"uid": benda.uid})


def kata(respons):
    return [str(m) for m in get_messages(respons.wsgi_request)]


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_jumlah_kueri_tetap(client, jumlah, django_assert_num_queries):
    analis = akun_berperan(Peran.ANALIS)
    RencanaFactory.create_batch(jumlah)
    client.force_login(analis)
    client.get(reverse("penilaian:rencana-daftar"))

    with django_assert_num_queries(4):
        respons = client.get(reverse("penilaian:rencana-daftar"))

    assert len(respons.context["halaman"]) == jumlah


def test_daftar_hanya_milik_sendiri_dan_bawahan(client):
    atasan = PegawaiFactory()
    bawahan = RencanaFactory(pegawai__atasan=atasan)
    RencanaFactory()  # someone else's plan, which must not leak
    client.force_login(atasan.pengguna)

    respons = client.get(reverse("penilaian:rencana-daftar"))

    assert list(respons.context["halaman"]) == [bawahan]


def test_daftar_saringan_dan_tabel_htmx(client):
    client.force_login(akun_berperan(Peran.ANALIS))
    cocok = RencanaFactory(tahun=2026, status=Status.DIAJUKAN)
    RencanaFactory(tahun=2026)
    RencanaFactory(tahun=2025, status=Status.DIAJUKAN)

    respons = client.get(
        reverse("penilaian:rencana-daftar"),
        {"tahun": "2026", "status": "DIAJUKAN"},
        headers={"HX-Request": "true"},
    )

    assert list(respons.context["halaman"]) == [cocok]
    assert "<html" not in respons.content.decode()


def test_daftar_saringan_rusak_menampilkan_semua(client):
    client.force_login(akun_berperan(Peran.ANALIS))
    RencanaFactory()

    respons = client.get(reverse("penilaian:rencana-daftar"), {"tahun": "abc"})

    assert respons.status_code == 200


def test_buat_lalu_rinci_menawarkan_tiga_saran(client):
    pegawai = PegawaiFactory(atasan=PegawaiFactory())
    for _ in range(4):
        capaian = CapaianKompetensiFactory(pegawai=pegawai)
        SasaranPelatihanFactory(kompetensi=capaian.kompetensi)
    client.force_login(pegawai.pengguna)

    respons = client.post(reverse("penilaian:rencana-buat"), follow=True)

    assert len(respons.context["saran"]) == 3
    assert "Mulai dari kesenjangan terbesar" in respons.content.decode()


def test_rinci_tanpa_atasan_menyebut_siapa_yang_dihubungi(client):
    rencana = ButirRencanaFactory(rencana__pegawai__atasan=None).rencana
    client.force_login(rencana.pegawai.pengguna)

    isi = client.get(rencana.get_absolute_url()).content.decode()

    assert "Atasan langsung Anda belum tercatat" in isi
    assert "Ajukan ke atasan" not in isi


@pytest.mark.parametrize("jumlah", [1, 3])
def test_rinci_jumlah_kueri_tetap(client, jumlah, django_assert_num_queries):
    rencana = RencanaFactory()
    ButirRencanaFactory.create_batch(jumlah, rencana=rencana)
    for _ in range(jumlah):
        SasaranPelatihanFactory(
            kompetensi=CapaianKompetensiFactory(pegawai=rencana.pegawai).kompetensi
        )
    client.force_login(rencana.pegawai.pengguna)

    with django_assert_num_queries(9):
        respons = client.get(rencana.get_absolute_url())

    assert len(respons.context["butir"]) == jumlah


def test_ajukan_setujui_lewat_halaman(client):
    rencana = ButirRencanaFactory().rencana
    client.force_login(rencana.pegawai.pengguna)
    client.post(alamat("ajukan", rencana), {"versi": rencana.versi})
    client.force_login(rencana.pegawai.atasan.pengguna)
    isi = client.get(rencana.get_absolute_url()).content.decode()
    assert "Setujui rencana" in isi

    respons = client.post(alamat("setujui", rencana), {"versi": rencana.versi + 1})

    rencana.refresh_from_db()
    assert rencana.status == Status.DISETUJUI
    assert kata(respons) == ["Rencana disetujui."]


def test_ajukan_kosong_menyebut_apa_yang_perlu(client):
    rencana = RencanaFactory()
    client.force_login(rencana.pegawai.pengguna)

    respons = client.post(alamat("ajukan", rencana))

    assert kata(respons) == [
        "Rencana belum berisi kegiatan. Tambahkan sedikitnya satu butir."
    ]


def test_kembalikan_tanpa_alasan_menampilkan_borang_lagi(client):
    rencana = ButirRencanaFactory(rencana__status=Status.DIAJUKAN).rencana
    client.force_login(rencana.pegawai.atasan.pengguna)

    respons = client.post(alamat("kembalikan", rencana), {"alasan": ""})

    assert respons.status_code == 200
    assert "Isi alasan pengembalian." in respons.content.decode()


def test_kembalikan_lalu_butir_yang_diubah_bertanda(client):
    butir = ButirRencanaFactory(rencana__status=Status.DIAJUKAN)
    rencana = butir.rencana
    client.force_login(rencana.pegawai.atasan.pengguna)
    client.post(alamat("kembalikan", rencana), {"alasan": "Tambah kegiatan."})
    client.force_login(rencana.pegawai.pengguna)
    isi = client.get(rencana.get_absolute_url()).content.decode()
    assert "“Tambah kegiatan.”" in isi
    assert ">Diubah<" not in isi

    client.post(alamat("ubah-butir", butir), borang(butir) | {"jp": "12"})

    assert ">Diubah<" in client.get(rencana.get_absolute_url()).content.decode()


def borang(butir):
    return {
        "kompetensi": butir.kompetensi.uid,
        "level_target": butir.level_target,
        "pelatihan": "",
        "kegiatan": butir.kegiatan,
        "bentuk": butir.bentuk.kode,
        "jp": butir.jp,
        "triwulan": butir.triwulan,
        "catatan": "",
        "versi": butir.versi,
    }


def test_tambah_butir_diisi_dari_kesenjangan(client):
    rencana = RencanaFactory()
    capaian = CapaianKompetensiFactory(pegawai=rencana.pegawai, level_standar=4)
    sasaran = SasaranPelatihanFactory(kompetensi=capaian.kompetensi, level=4)
    client.force_login(rencana.pegawai.pengguna)
    asal = {"kompetensi": capaian.kompetensi.uid, "pelatihan": sasaran.pelatihan.uid}

    form = client.get(alamat("tambah-butir", rencana), asal).context["form"]
    client.post(alamat("tambah-butir", rencana), asal | form.initial | asal)

    butir = rencana.butir.get()
    assert (butir.level_target, butir.pelatihan) == (4, sasaran.pelatihan)


@pytest.mark.parametrize("rusak", ["bukan-uuid", "\x00", ""])
def test_tambah_butir_tautan_rusak_tetap_terbuka(client, rusak):
    rencana = RencanaFactory()
    client.force_login(rencana.pegawai.pengguna)

    respons = client.get(alamat("tambah-butir", rencana), {"kompetensi": rusak})

    assert respons.status_code == 200


def test_tambah_butir_salah_tidak_menghapus_isian(client):
    rencana = RencanaFactory()
    BentukPengembanganFactory()
    client.force_login(rencana.pegawai.pengguna)

    respons = client.post(
        alamat("tambah-butir", rencana),
        {
            "kompetensi": KompetensiFactory().uid,
            "level_target": "3",
            "triwulan": "1",
            "kegiatan": "Magang singkat",
            "jp": "dua",
        },
    )

    isi = respons.content.decode()
    assert "Tulis JP dengan angka bulat" in isi
    assert 'value="Magang singkat"' in isi
    assert rencana.butir.count() == 0


def test_hapus_butir(client):
    butir = ButirRencanaFactory()
    client.force_login(butir.rencana.pegawai.pengguna)

    client.post(alamat("hapus-butir", butir))

    assert butir.rencana.butir.count() == 0


def test_catat_butir_selesai(client):
    butir = ButirRencanaFactory(rencana=RencanaDisetujuiFactory())
    client.force_login(butir.rencana.pegawai.pengguna)
    assert "Catat selesai" in client.get(butir.rencana.get_absolute_url()).text

    salah = client.post(alamat("catat-butir", butir), {"selesai_pada": "kemarin"})
    client.post(alamat("catat-butir", butir), {"selesai_pada": "1-2-2026"})

    butir.refresh_from_db()
    assert "Tulis tanggal seperti 24-11-2026" in salah.text
    assert 'value="kemarin"' in salah.text
    assert butir.selesai_pada.isoformat() == "2026-02-01"


def test_catat_butir_tanggal_mendatang_ditolak_dan_tetap_di_isian(client):
    butir = ButirRencanaFactory(rencana=RencanaDisetujuiFactory())
    lain = ButirRencanaFactory(rencana=butir.rencana)
    client.force_login(butir.rencana.pegawai.pengguna)

    jawaban = client.post(alamat("catat-butir", butir), {"selesai_pada": "1-2-2099"})

    assert jawaban.text.count("Tanggal selesai tidak boleh sesudah hari ini.") == 1
    assert jawaban.text.count('value="1-2-2099"') == 1
    lain.refresh_from_db()
    assert lain.selesai_pada is None
