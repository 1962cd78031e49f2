"""Fields that read what people type, and forms that speak Indonesian."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.validators import MinValueValidator
from django.template import Context, Template

from kemitraan.models import Mitra
from pegawai.dasar.alat.borang import (
    BidangDesimal,
    BidangTanggal,
    BorangDasar,
    BorangModel,
)
from pelatihan.models import Pelatihan


class BorangContoh(BorangDasar):
    tombol = "Kirim contoh"

    nama = forms.CharField(label="Nama lengkap")
    nip = forms.CharField(label="NIP", help_text="18 digit.")
    jenis = forms.ChoiceField(
        label="Jenis", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect
    )
    tanggal = BidangTanggal(label="Tanggal selesai", required=False)
    nilai = BidangDesimal(label="Nilai", required=False)

    def clean(self):
        if self.cleaned_data.get("nama") == "salah":
            raise forms.ValidationError("Nama ini sudah dipakai.")


ISI = {"nama": "Maria", "nip": "1", "jenis": "a"}


def gambar(borang):
    return Template("{% crispy form %}").render(Context({"form": borang}))


@pytest.mark.parametrize("teks", ["24-11-2026", "24 Nopember 2026", "2026-11-24"])
def test_bidang_tanggal_membaca_semua_ejaan(teks):
    borang = BorangContoh({**ISI, "tanggal": teks})

    assert borang.is_valid()
    assert borang.cleaned_data["tanggal"] == date(2026, 11, 24)


def test_bidang_tanggal_menolak_dengan_kalimat():
    borang = BorangContoh({**ISI, "tanggal": "11/24/2026"})

    assert borang.errors == {
        "tanggal": [
            "Tulis tanggal seperti 24-11-2026 atau 24 November 2026; harinya harus ada di "
            "kalender."
        ]
    }


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [("87,5", "87.5"), ("87.5", "87.5"), ("1.234,5", "1234.5")],
)
def test_bidang_desimal_membaca_koma(teks, hasil):
    borang = BorangContoh({**ISI, "nilai": teks})

    assert borang.is_valid()
    assert borang.cleaned_data["nilai"] == Decimal(hasil)


def test_pesan_wajib_menyebut_bidangnya():
    borang = BorangContoh({})

    assert borang.errors["nama"] == ["Isi nama lengkap."]
    assert borang.errors["nip"] == ["Isi NIP."]
    assert borang.errors["jenis"] == ["Pilih jenis."]


def test_gambar_borang_kosong_punya_kunci_dan_tanpa_bintang():
    html = gambar(BorangContoh())

    assert 'name="kunci_kirim"' in html
    assert "novalidate" in html
    assert "Kirim contoh</button>" in html
    assert html.count("(opsional)") == 2
    assert "*" not in html
    assert "required" not in html
    assert "style=" not in html


def test_gambar_borang_galat_di_atas_bidang_dan_isian_tetap():
    html = gambar(BorangContoh({**ISI, "nama": "Maria", "tanggal": "besok"}))

    assert 'value="besok"' in html
    assert 'id="id_tanggal_error"' in html
    assert 'aria-invalid="true"' in html
    assert html.index("pesan-galat") < html.index('value="besok"')


class BorangBerkas(BorangDasar):
    nama = forms.CharField(label="Nama")
    bukti = forms.FileField(label="Bukti", required=False)


def _berkas(nama="sk <1>.pdf"):
    return {"bukti": SimpleUploadedFile(nama, b"%PDF-")}


def test_gambar_borang_ditolak_menyebut_berkas_yang_harus_dipilih_lagi():
    html = gambar(BorangBerkas({"nama": ""}, _berkas()))

    assert "Pilih lagi berkas “sk &lt;1&gt;.pdf”" in html


def test_gambar_borang_tanpa_berkas_atau_bila_berkasnya_yang_salah_tidak_menyebutnya():
    kosong, salah = BorangBerkas({"nama": ""}), BorangBerkas({"nama": "A"}, _berkas())
    salah.add_error("bukti", "Bukan PDF.")

    for borang in (BorangBerkas(), kosong, salah):
        assert "Pilih lagi berkas" not in gambar(borang)


def test_gambar_borang_galat_umum_disebut():
    html = gambar(BorangContoh({**ISI, "nama": "salah"}))

    assert 'id="galat-borang"' in html
    assert "Nama ini sudah dipakai." in html


class BorangTerbatas(BorangDasar):
    tahun = forms.IntegerField(min_value=2000, max_value=2100, required=False)
    kode = forms.CharField(max_length=4, required=False)
    surel = forms.EmailField(required=False)
    jenis = forms.ChoiceField(choices=[("A", "A")], required=False)
    banyak = forms.MultipleChoiceField(choices=[("A", "A")], required=False)
    sendiri = forms.IntegerField(
        validators=[MinValueValidator(1, "Kuota paling sedikit 1.")], required=False
    )


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"tahun": "1999"}, "Tulis angka 2000 atau lebih."),
        ({"tahun": "2101"}, "Tulis angka 2100 atau kurang."),
        ({"tahun": "abc"}, "Tulis bilangan bulat, misalnya 12."),
        ({"kode": "12345"}, "Paling banyak 4 karakter; yang ditulis 5."),
        ({"sendiri": "0"}, "Kuota paling sedikit 1."),
        ({"surel": "bukan surel"}, "Tulis alamat surel, misalnya nama@contoh.go.id."),
        ({"jenis": "X"}, "Pilih salah satu dari daftar ini."),
        ({"banyak": ["A", "X"]}, "Pilih dari daftar ini saja."),
    ],
)
def test_batas_disebut_dengan_kata_yang_menyuruh(isi, kata):
    borang = BorangTerbatas(isi)

    assert [p for satu in borang.errors.values() for p in satu] == [kata]


class BorangTumbuh(BorangDasar):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kode"] = forms.CharField(label="Kode unit", max_length=4)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"kode": "12345"}, "Paling banyak 4 karakter; yang ditulis 5."),
        ({}, "Isi kode unit."),
    ],
)
def test_medan_yang_ditambahkan_kemudian_memakai_kata_yang_sama(isi, kata):
    assert BorangTumbuh(isi).errors["kode"] == [kata]


class BorangPelatihanContoh(BorangModel):
    class Meta:
        model = Pelatihan
        fields = ("penyelenggara", "moda")


def test_pilihan_kosong_menyebut_apa_yang_dipilih(db):
    borang = BorangPelatihanContoh()

    assert borang.fields["penyelenggara"].empty_label == "Pilih penyelenggara"
    assert "---------" not in str(borang)
    assert next(iter(borang.fields["moda"].choices))[0] != ""


def test_pilihan_kosong_bidang_model_berpilihan(db):
    class BorangMitraContoh(BorangModel):
        class Meta:
            model = Mitra
            fields = ("jenis",)

    assert next(iter(BorangMitraContoh().fields["jenis"].choices)) == (
        "",
        "Pilih jenis",
    )


class BorangDuaBerkas(BorangDasar):
    berkas = forms.FileField(label="Berkas hasil (.xlsx)")
    bukti = forms.FileField(label="Bukti")


def test_berkas_yang_kurang_disebut_sekali():
    galat = BorangDuaBerkas({}).errors

    assert galat["berkas"] == ["Pilih berkas hasil (.xlsx)."]
    assert galat["bukti"] == ["Pilih berkas untuk bukti."]
