"""The command: one JSON line, exit codes, trial run, creating names; example files."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from python_calamine import CalamineWorkbook

from pegawai.dasar.models import Pekerjaan
from pegawai.dasar.services.pekerjaan import jalankan as kerjakan
from pegawai.models import BerkasImpor, Jabatan, NomorPegawai, Pegawai, UnitKerja
from pegawai.services import impor_perintah
from pegawai.services.impor_contoh import tulis_contoh
from pegawai.services.impor_kolom import BERKAS_KOLOM
from tests.pabrik.lembar import NIP, NIP_LAIN, buku
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory

KOLOM = ("NIP BARU", "NAMA", "UNOR NAMA", "SATUAN KERJA INDUK NAMA", "JABATAN NAMA")


def simpan(tmp_path, *baris, nama="data.xlsx", **lain):
    berkas = tmp_path / nama
    berkas.write_bytes(buku(*baris, **lain).getvalue())
    return berkas


def jalankan(*argumen):
    """The command's one line, as JSON."""
    keluar = io.StringIO()
    call_command("impor_pegawai", *map(str, argumen), stdout=keluar)
    (baris,) = keluar.getvalue().splitlines()
    return json.loads(baris)


def test_impor_pegawai_mencetak_satu_baris_json_juga_dengan_yang_ditolak(tmp_path):
    berkas = simpan(tmp_path, (NIP, "Maria"), (float(NIP_LAIN), "Ester"))

    hasil = jalankan(berkas)

    assert hasil == {"baru": 1, "berubah": 0, "sama": 0, "ditolak": 1, "peringatan": 0}
    assert NomorPegawai.objects.get().nomor == NIP


def test_impor_pegawai_dua_kali_semua_sama(tmp_path):
    berkas = simpan(tmp_path, (NIP, "Maria"))
    jalankan(berkas)

    hasil = jalankan(berkas)

    assert hasil == {"baru": 0, "berubah": 0, "sama": 1, "ditolak": 0, "peringatan": 0}


def test_impor_pegawai_uji_tidak_menulis_apa_pun(tmp_path):
    berkas = simpan(tmp_path, (NIP, "Maria", "Bidang A", "Dinas A", "X"), kolom=KOLOM)

    hasil = jalankan(berkas, "--uji", "--buat")

    assert (hasil["baru"], hasil["peringatan"]) == (1, 0)
    for model in (Pegawai, UnitKerja, Jabatan, BerkasImpor):
        assert not model.objects.exists()


def test_impor_pegawai_tanpa_buat_membiarkan_dengan_buat_membuat(tmp_path):
    berkas = simpan(
        tmp_path, (NIP, "Maria", "Bidang A", "Dinas A", "Arsiparis"), kolom=KOLOM
    )

    tanpa = jalankan(berkas)
    dengan = jalankan(berkas, "--buat")

    maria = Pegawai.objects.get()
    assert (tanpa["baru"], tanpa["peringatan"]) == (1, 1)
    assert (dengan["berubah"], dengan["peringatan"]) == (1, 0)
    assert maria.unit_kerja.opd.nama == "Dinas A"
    assert maria.jabatan.nama == "Arsiparis"
    assert maria.riwayat_jabatan.count() == 1


def berhenti(*argumen):
    """The sentence of a command that stops with exit code 1."""
    galat = io.StringIO()
    with pytest.raises(SystemExit) as keluar:
        call_command("impor_pegawai", *map(str, argumen), stderr=galat)
    assert keluar.value.code == 1
    (kalimat,) = galat.getvalue().splitlines()
    return kalimat


def orang_berganti_nama(banyak):
    """People of one unit, and a file's rows in which each has another name."""
    daftar = PegawaiFactory.create_batch(banyak, unit_kerja=UnitKerjaFactory())
    return [(p.nip, "Nama Lain") for p in daftar]


def test_impor_pegawai_mengganti_banyak_orang_berhenti_tanpa_menulis(tmp_path):
    unit = UnitKerjaFactory()
    daftar = PegawaiFactory.create_batch(26, unit_kerja=unit)
    baris = [(p.nip, "Nama Lain", "Bidang Baru", unit.nama, "X") for p in daftar]

    kalimat = berhenti(simpan(tmp_path, *baris, kolom=KOLOM), "--buat")

    assert "mengganti data 26 dari 26 pegawai dalam cakupannya" in kalimat
    assert "--tetap" in kalimat
    assert not Pegawai.objects.filter(nama="Nama Lain").exists()
    assert not UnitKerja.objects.filter(nama="Bidang Baru").exists()
    assert not BerkasImpor.objects.exists()


def test_impor_pegawai_mengganti_banyak_orang_dengan_tetap_menulis(tmp_path):
    hasil = jalankan(simpan(tmp_path, *orang_berganti_nama(26)), "--tetap")

    assert hasil["berubah"] == 26
    assert Pegawai.objects.filter(nama="Nama Lain").count() == 26


def test_impor_pegawai_mengganti_segelintir_orang_tidak_berhenti(tmp_path):
    hasil = jalankan(simpan(tmp_path, *orang_berganti_nama(25)))

    assert hasil["berubah"] == 25


def test_impor_pegawai_mengisi_yang_kosong_tidak_berhenti(tmp_path):
    daftar = PegawaiFactory.create_batch(26, gelar_depan="")
    baris = [(p.nip, p.nama, "Drs.") for p in daftar]
    kolom = ("NIP BARU", "NAMA", "GELAR DEPAN")

    hasil = jalankan(simpan(tmp_path, *baris, kolom=kolom))

    assert hasil["berubah"] == 26


def test_impor_pegawai_sebagian_pegawai_saja_tidak_berhenti(tmp_path):
    daftar = PegawaiFactory.create_batch(30, unit_kerja=UnitKerjaFactory())

    hasil = jalankan(simpan(tmp_path, (daftar[0].nip, daftar[0].nama)))

    assert hasil["sama"] == 1


def test_impor_pegawai_di_bawah_ambang_tidak_berhenti(tmp_path):
    unit = UnitKerjaFactory()
    daftar = PegawaiFactory.create_batch(40, unit_kerja=unit)
    isi = [(p.nip, p.nama) for p in daftar[1:]]

    hasil = jalankan(simpan(tmp_path, (daftar[0].nip, "Maria S."), *isi))

    assert (hasil["berubah"], hasil["sama"]) == (1, 39)


def test_impor_pegawai_tercatat_sebagai_pekerjaan_yang_selesai(tmp_path):
    jalankan(simpan(tmp_path, (NIP, "Maria")))

    impor = BerkasImpor.objects.get()
    assert (impor.status, impor.pekerjaan.status) == ("SELESAI", "SELESAI")
    assert impor.pekerjaan.hasil["baru"] == 1


def test_impor_pegawai_yang_mati_diteruskan_pekerja(tmp_path, monkeypatch):
    def mati(**_):
        raise KeyboardInterrupt

    monkeypatch.setattr(impor_perintah, "laksanakan", mati)
    with pytest.raises(KeyboardInterrupt):
        jalankan(simpan(tmp_path, (NIP, "Maria"), (NIP_LAIN, "Ester")))
    kerja = BerkasImpor.objects.get().pekerjaan
    sebelum = Pegawai.objects.count()
    Pekerjaan.objects.filter(pk=kerja.pk).update(
        detak_pada=timezone.now() - timedelta(seconds=61)
    )

    kerjakan(pk=kerja.pk)

    impor = BerkasImpor.objects.get()
    assert (sebelum, Pegawai.objects.count()) == (0, 2)
    assert (impor.status, impor.jumlah_ditambah) == ("SELESAI", 2)


def test_impor_pegawai_kedudukan_hukum_ditinggalkan(tmp_path):
    PegawaiFactory(nip=NIP, nama="Maria", kedudukan_hukum="PENSIUN")
    berkas = simpan(
        tmp_path,
        (NIP, "Maria", "Aktif"),
        kolom=("NIP BARU", "NAMA", "KEDUDUKAN HUKUM NAMA"),
    )

    hasil = jalankan(berkas)

    assert (hasil["sama"], hasil["peringatan"]) == (1, 1)
    assert Pegawai.objects.get().kedudukan_hukum == "PENSIUN"


@pytest.mark.parametrize(
    ("nama", "isi"),
    [("x.xlsx", b"bukan buku"), ("x.pdf", b"%PDF"), ("x.csv", b"A;B\n1;2\n")],
)
def test_impor_pegawai_berkas_tak_terbaca_keluar_1_satu_kalimat(
    tmp_path, capsys, nama, isi
):
    berkas = tmp_path / nama
    berkas.write_bytes(isi)

    with pytest.raises(SystemExit) as keluar:
        call_command("impor_pegawai", str(berkas))

    tercetak = capsys.readouterr()
    assert keluar.value.code == 1
    assert tercetak.out == ""
    assert len(tercetak.err.splitlines()) == 1
    assert not BerkasImpor.objects.exists()


def test_impor_pegawai_berkas_tidak_ada_keluar_1(tmp_path):
    with pytest.raises(SystemExit) as keluar:
        call_command(
            "impor_pegawai", str(tmp_path / "tiada.xlsx"), stderr=io.StringIO()
        )

    assert keluar.value.code == 1


def test_impor_pegawai_membaca_csv(tmp_path):
    berkas = tmp_path / "data.csv"
    berkas.write_text(f"NIP BARU;NAMA\n'{NIP};Maria\n", encoding="utf-8-sig")

    assert jalankan(berkas)["baru"] == 1


def test_buat_berkas_contoh_67_kolom_dengan_nip_teks(tmp_path):
    berkas = tmp_path / "c.xlsx"

    call_command("buat_berkas_contoh", str(berkas), "--pegawai", "5", verbosity=0)

    baris = CalamineWorkbook.from_path(str(berkas)).get_sheet_by_index(0).to_python()
    with BERKAS_KOLOM.open(encoding="utf-8") as kolom:
        assert baris[0] == [k["kolom"] for k in csv.DictReader(kolom)]
    assert len(baris) == 6
    assert all(isinstance(b[1], str) and len(b[1]) == 18 for b in baris[1:])


def test_buat_berkas_contoh_pulang_pergi_semua_sama(tmp_path, referensi):
    berkas, lagi = tmp_path / "c.xlsx", tmp_path / "d.xlsx"
    tulis_contoh(berkas=berkas, pegawai=40)
    jalankan(berkas, "--buat")
    tulis_contoh(berkas=lagi, pegawai=40)

    hasil = jalankan(lagi)

    assert hasil == {"baru": 0, "berubah": 0, "sama": 40, "ditolak": 0, "peringatan": 0}


def test_buat_berkas_contoh_orang_terdaftar_pulang_sama(tmp_path):
    induk = UnitKerjaFactory(nama="Dinas A")
    for _ in range(2):  # two units of one name in one OPD
        atas = UnitKerjaFactory(induk=induk, jenis="BIDANG")
        unit = UnitKerjaFactory(nama="Seksi Umum", jenis="SEKSI", induk=atas)
        PegawaiFactory(unit_kerja=unit)
    berkas = tmp_path / "c.xlsx"
    tulis_contoh(berkas=berkas, pegawai=2)

    assert jalankan(berkas)["sama"] == 2


def test_buat_berkas_contoh_kotor_tetap_sama_untuk_benih_yang_sama(tmp_path):
    isi = []
    for nama in ("a.xlsx", "b.xlsx"):
        tulis_contoh(berkas=tmp_path / nama, pegawai=200, kotor=20)
        lembar = CalamineWorkbook.from_path(str(tmp_path / nama)).get_sheet_by_index(0)
        isi.append(lembar.to_python())

    hasil = jalankan(tmp_path / "a.xlsx", "--uji", "--buat")

    assert isi[0] == isi[1]
    assert hasil["ditolak"] > 0
    assert hasil["peringatan"] > 0
    assert hasil["baru"] + hasil["sama"] + hasil["ditolak"] == 200
