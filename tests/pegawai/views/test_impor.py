"""Pages of the import: upload, preview, choices, run, result, refused rows."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import CalamineWorkbook

from pegawai.dasar.services.pekerjaan import jalankan
from pegawai.models import BerkasImpor, Pegawai
from pegawai.services.impor_perintah import impor_berkas
from tests.pabrik.impor import BarisImporFactory, BerkasImporFactory, NamaImporFactory
from tests.pabrik.lembar import NIP, NIP_LAIN, arsip, baca, buku
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan

UNGGAH = "/impor/unggah/"


def berkas(aliran, nama="data.xlsx"):
    return {"berkas": SimpleUploadedFile(nama, aliran.getvalue())}


def kerjakan(impor):
    """What the worker does."""
    impor.refresh_from_db()
    jalankan(pk=impor.pekerjaan_id)
    impor.refresh_from_db()
    return impor


def test_unggah_sampai_hasil(client, analis):
    PegawaiFactory(nip=NIP_LAIN, nama="Ester Tefa")
    client.force_login(analis)
    isi = buku((NIP, "Maria Seran"), (NIP_LAIN, "Ester Benu"), ("123", "Salah"))

    pertama = client.post(UNGGAH, berkas(isi, r"C:\unduhan\data nov.xlsx"))
    impor = BerkasImpor.objects.get()
    berjalan = client.get(impor.get_absolute_url())
    kerjakan(impor)
    pratinjau = client.get(impor.get_absolute_url())
    mulai = client.post(
        reverse("pegawai:impor-jalankan", args=[impor.uid]), {"setuju": "ya"}
    )
    kerjakan(impor)
    hasil = client.get(impor.get_absolute_url())

    assert pertama.status_code == mulai.status_code == 302
    assert impor.nama_berkas == "data nov.xlsx"
    assert "Anda boleh menutup halaman ini" in berjalan.text
    assert "Ester Benu" in pratinjau.text
    assert "Impor 2 baris yang valid" in pratinjau.text
    assert "Impor selesai" in hasil.text
    assert Pegawai.objects.get(nip=NIP_LAIN).nama == "Ester Benu"
    assert impor.berkas.name == ""


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("a.xlsx", io.BytesIO(b"bukan"), "bukan buku kerja Excel"),
        ("a.xlsx", io.BytesIO(b""), "Berkas kosong"),
        ("a.pdf", io.BytesIO(b"%PDF"), "harus .xlsx, .xls, .ods, atau .csv"),
        ("a.xlsx", arsip(xl__a="0" * (22 * 1024 * 1024)), "jauh lebih besar"),
        ("a.xlsx", arsip(xl__a="<!DOCTYPE x><x/>"), "definisi XML"),
    ],
)
def test_unggah_berkas_buruk_menjelaskan_dan_tidak_menyimpan(
    client, analis, nama, isi, kata
):
    client.force_login(analis)

    jawaban = client.post(UNGGAH, berkas(isi, nama))

    assert jawaban.status_code == 200
    assert kata in jawaban.text
    assert not BerkasImpor.objects.exists()


def test_unggah_lebih_dari_20_mb_ditolak(client, analis, monkeypatch):
    monkeypatch.setattr("pegawai.services.impor.UKURAN_TERBESAR", 100)
    client.force_login(analis)

    jawaban = client.post(UNGGAH, berkas(buku((NIP, "Maria"))))

    assert "Berkas lebih dari 20 MB" in jawaban.text


def test_unggah_tanpa_kolom_wajib_diminta_memetakan(client, analis):
    client.force_login(analis)
    client.post(UNGGAH, berkas(buku((NIP, "Maria"), kolom=("NIP BARU", "X"))))
    impor = kerjakan(BerkasImpor.objects.get())

    halaman = client.get(impor.get_absolute_url())
    borang = client.get(f"/impor/{impor.uid}/kolom/")
    kurang = client.post(f"/impor/{impor.uid}/kolom/", {"nama": "Uji"})
    client.post(
        f"/impor/{impor.uid}/kolom/",
        {"nama": "Uji", "kolom-0": "NIP BARU", "kolom-1": "NAMA"},
    )
    kerjakan(impor)

    assert "Kolom NAMA tidak ada dalam berkas" in halaman.text
    assert "Tidak diimpor" in borang.text
    assert "Tentukan judul mana yang berisi NIP BARU dan NAMA" in kurang.text
    assert impor.status == "SIAP"
    assert impor.baris.get().nama == "Maria"


def test_unggah_terlalu_banyak_baris_menjelaskan_di_halaman(
    client, analis, monkeypatch
):
    monkeypatch.setattr("pegawai.services.impor.BARIS_TERBANYAK", 1)
    client.force_login(analis)
    client.post(UNGGAH, berkas(buku((NIP, "Maria"), (NIP_LAIN, "Ester"))))

    impor = kerjakan(BerkasImpor.objects.get())

    assert "lebih dari 1 baris" in client.get(impor.get_absolute_url()).text


def test_daftar_kosong_menawarkan_unggah(client, analis):
    client.force_login(analis)

    assert "Belum pernah mengimpor" in client.get("/impor/").text


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_max_num_queries
):
    BerkasImporFactory.create_batch(jumlah)
    client.force_login(analis)

    with django_assert_max_num_queries(8):
        jawaban = client.get("/impor/")

    assert len(jawaban.context["halaman"]) == jumlah


@pytest.mark.parametrize("jumlah", [1, 3])
@pytest.mark.parametrize("jenis", ["baru", "berubah", "ditolak", "peringatan"])
def test_rinci_jumlah_kueri_tetap(
    client, analis, jumlah, jenis, django_assert_max_num_queries
):
    impor = BerkasImporFactory(oleh=analis)
    for _ in range(jumlah):
        BarisImporFactory(
            impor=impor,
            pegawai=PegawaiFactory(),
            tindakan="BARU" if jenis == "peringatan" else jenis.upper(),
            galat={"kolom": "NAMA", "sebab": "x", "saran": "y", "nilai": "z"},
            perubahan=[{"kolom": "NAMA", "lama": "a", "baru": "b"}],
            peringatan=[{"kolom": "NAMA", "nilai": "a", "sebab": "b"}],
        )
    client.force_login(analis)

    with django_assert_max_num_queries(12):
        jawaban = client.get(impor.get_absolute_url(), {"jenis": jenis})

    assert len(jawaban.context["halaman"]) == jumlah


@pytest.mark.parametrize("jumlah", [1, 3])
def test_pilih_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_max_num_queries
):
    impor = BerkasImporFactory(oleh=analis)
    NamaImporFactory.create_batch(jumlah, impor=impor)
    client.force_login(analis)

    with django_assert_max_num_queries(9):
        jawaban = client.get(reverse("pegawai:impor-pilih", args=[impor.uid]))

    assert len(jawaban.context["halaman"]) == jumlah


@pytest.mark.parametrize("jumlah", [1, 3])
def test_tidak_ada_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_max_num_queries
):
    impor = BerkasImporFactory(oleh=analis)
    PegawaiFactory.create_batch(jumlah)
    client.force_login(analis)

    with django_assert_max_num_queries(8):
        jawaban = client.get(reverse("pegawai:impor-tidak-ada", args=[impor.uid]))

    assert len(jawaban.context["halaman"]) == jumlah


def test_pilih_galat_menyimpan_yang_diketik(client, analis):
    impor = baca(
        (NIP, "Maria", "Bidang Gaib"),
        kolom=("NIP BARU", "NAMA", "UNOR NAMA"),
        oleh=analis,
    )
    uid = impor.nama_asing.get().uid
    client.force_login(analis)

    jawaban = client.post(
        reverse("pegawai:impor-pilih", args=[impor.uid]),
        {f"tindak-{uid}": "PETAKAN", f"tujuan-{uid}": "Entah Apa"},
    )

    assert jawaban.status_code == 200
    assert "bukan nama satu unit kerja" in jawaban.text
    assert 'value="Entah Apa"' in jawaban.text


def test_pilih_petakan_kembali_ke_pratinjau(client, analis):
    UnitKerjaFactory(nama="Bidang Nyata")
    impor = baca(
        (NIP, "Maria", "Bidang Gaib"),
        kolom=("NIP BARU", "NAMA", "UNOR NAMA"),
        oleh=analis,
    )
    uid = impor.nama_asing.get().uid
    client.force_login(analis)

    jawaban = client.post(
        reverse("pegawai:impor-pilih", args=[impor.uid]),
        {f"tindak-{uid}": "PETAKAN", f"tujuan-{uid}": "Bidang Nyata"},
    )

    assert jawaban.status_code == 302
    assert impor.baris.get().unit_kerja.nama == "Bidang Nyata"


def test_kemajuan_selesai_mengantar_ke_hasil(client, analis):
    impor = BerkasImporFactory(oleh=analis, status="SELESAI")
    client.force_login(analis)

    jawaban = client.get(reverse("pegawai:impor-kemajuan", args=[impor.uid]))

    assert jawaban["HX-Redirect"] == impor.get_absolute_url()


def test_ditolak_diunduh_sebagai_teks_dan_dapat_diunggah_lagi(client, analis):
    impor = baca(
        ("'19900101202012100", "=1+1", "5371"),
        (NIP, "Maria", ""),
        kolom=("NIP BARU", "NAMA", "NIK"),
        oleh=analis,
    )
    client.force_login(analis)

    jawaban = client.get(reverse("pegawai:impor-ditolak", args=[impor.uid]))
    isi = io.BytesIO(jawaban.getvalue())
    lembar = CalamineWorkbook.from_filelike(isi).get_sheet_by_index(0).to_python()

    assert jawaban["Content-Disposition"].startswith("attachment;")
    assert lembar[0] == ["NIP BARU", "NAMA", "NIK", "Keterangan galat"]
    assert lembar[1][:3] == ["'19900101202012100", "=1+1", ""]
    assert "Hanya 17 digit." in lembar[1][3]
    assert len(lembar) == 2


def test_rinci_impor_orang_lain_tidak_terlihat_pengelola(client, admin):
    impor = BerkasImporFactory()
    client.force_login(admin)

    jawaban = client.get(impor.get_absolute_url())

    assert jawaban.status_code == 200
    assert jawaban.context["boleh"] is False
    assert "Batalkan impor" not in jawaban.text


def test_pratinjau_lewati_baris_jenis_dan_setuju(client, analis):
    PegawaiFactory(nip=NIP_LAIN, nama="Ester Tefa")
    impor = baca((NIP, "Maria Seran"), (NIP_LAIN, "Ester Benu"), oleh=analis)
    client.force_login(analis)

    halaman = client.get(impor.get_absolute_url())
    client.post(f"/impor/{impor.uid}/lewati/", {"baris": ["2"]})
    dilewati = client.get(impor.get_absolute_url(), {"jenis": "dilewati"})
    client.post(f"/impor/{impor.uid}/ikutkan/", {"baris": ["2"]})
    client.post(f"/impor/{impor.uid}/jenis/", {"ikut": ["identitas"]})
    tanpa_setuju = client.post(f"/impor/{impor.uid}/jalankan/", follow=True)
    client.post(f"/impor/{impor.uid}/jalankan/", {"setuju": "ya"})
    kerjakan(impor)

    assert "Saya sudah memeriksa berkas ini" in halaman.text
    assert " required" not in halaman.text  # the server says it, in our words
    assert "Beri tanda dulu" not in halaman.text
    assert "Beri tanda dulu" in tanpa_setuju.text
    assert 'name="baris" value="3"' in halaman.text
    assert "Maria Seran" in dilewati.text
    assert "lebih dari 5%" in tanpa_setuju.text
    assert [p.nama for p in Pegawai.objects.all()] == ["Ester Benu"]


def test_pratinjau_lewati_tanpa_pilihan_menjelaskan(client, analis):
    impor = baca((NIP, "Maria Seran"), oleh=analis)
    client.force_login(analis)

    jawaban = client.post(f"/impor/{impor.uid}/lewati/", {"baris": "x"}, follow=True)

    assert "Pilih dahulu barisnya." in jawaban.text


@pytest.mark.parametrize("jumlah", [1, 3])
def test_urungkan_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_max_num_queries
):
    orang = PegawaiFactory.create_batch(jumlah)
    impor = BerkasImporFactory(
        oleh=analis, status="DIURUNGKAN", ringkasan={"urung": {"DIBIARKAN": jumlah}}
    )
    for pegawai in orang:
        BarisImporFactory(impor=impor, pegawai=pegawai, urung="DIBIARKAN")
    client.force_login(analis)

    with django_assert_max_num_queries(12):
        jawaban = client.get(reverse("pegawai:impor-urungkan", args=[impor.uid]))

    assert len(jawaban.context["halaman"]) == jumlah


def test_urungkan_dari_hasil_sampai_pulih(client, analis):
    PegawaiFactory(nip=NIP, nama="Maria")
    impor = baca((NIP, "Maria Seran"), (NIP_LAIN, "Ester"), oleh=analis)
    client.force_login(analis)
    client.post(f"/impor/{impor.uid}/jalankan/", {"setuju": "ya"})
    kerjakan(impor)

    hasil = client.get(impor.get_absolute_url())
    pratinjau = client.get(f"/impor/{impor.uid}/urungkan/")
    client.post(f"/impor/{impor.uid}/urungkan/")
    kerjakan(impor)
    sesudah = client.get(impor.get_absolute_url())

    assert "Urungkan seluruh impor ini" in hasil.text
    assert pratinjau.context["jumlah"]["DIHAPUS"] == 1
    assert "Impor diurungkan" in sesudah.text
    assert [p.nama for p in Pegawai.objects.all()] == ["Maria"]


@pytest.mark.parametrize("peran", ["ANALIS", "ADMIN"])
def test_urungkan_impor_dari_perintah_oleh_kota(client, tmp_path, peran):
    PegawaiFactory(nip=NIP, nama="Maria")
    isi = tmp_path / "dari perintah.xlsx"
    isi.write_bytes(buku((NIP, "Maria S.")).getvalue())
    impor_berkas(jalur=isi, uji=False, buat=False, tetap=True)
    impor = BerkasImpor.objects.get()
    client.force_login(akun_berperan(peran))

    daftar = client.get("/impor/")
    hasil = client.get(impor.get_absolute_url())
    client.post(f"/impor/{impor.uid}/urungkan/")
    kerjakan(impor)

    assert "dari perintah.xlsx" in daftar.text
    assert "Urungkan seluruh impor ini" in hasil.text
    assert impor.status == "DIURUNGKAN"
    assert Pegawai.objects.get(nip=NIP).nama == "Maria"


def test_impor_dari_perintah_tidak_terlihat_pengelola_opd(client, tmp_path):
    isi = tmp_path / "kota.xlsx"
    isi.write_bytes(buku((NIP, "Maria")).getvalue())
    impor_berkas(jalur=isi, uji=False, buat=False)
    impor = BerkasImpor.objects.get()
    client.force_login(akun_berperan("PENGELOLA_OPD"))

    assert client.get(impor.get_absolute_url()).status_code == 404
    assert client.post(f"/impor/{impor.uid}/urungkan/").status_code == 404


def test_pratinjau_menyebut_opd_yang_tidak_ada(client, analis):
    daftar = [
        PegawaiFactory(unit_kerja=UnitKerjaFactory(nama=f"Dinas {n}")) for n in "ABC"
    ]
    impor = baca(*[(p.nip, p.nama) for p in daftar[:2]], oleh=analis)
    client.force_login(analis)

    teks = client.get(impor.get_absolute_url()).text

    assert "1 OPD tidak ada dalam berkas" in teks
    assert "Dinas C (1 pegawai)." in teks
    assert "1 pegawai tidak ada dalam berkas" in teks


def test_pratinjau_menyebut_nama_yang_masih_tanpa_pilihan_saja(client, analis):
    impor = BerkasImporFactory(oleh=analis, status="SIAP")
    NamaImporFactory(impor=impor, jumlah=3)
    NamaImporFactory(impor=impor, jumlah=4, tindak="BUAT")
    client.force_login(analis)

    isi = client.get(impor.get_absolute_url()).content.decode()

    assert "1 nama unit atau jabatan belum dikenal" in isi
    assert "Ada pada 3 isian" in isi
    assert "1 akan dibuat" in isi
