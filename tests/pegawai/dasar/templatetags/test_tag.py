"""Tags and components as they come out."""

import re
from datetime import date

from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string

from pegawai.dasar.alat.bagan import Sumbu
from pegawai.dasar.templatetags.borang import ringkas_galat


def gambar(isi, **konteks):
    return Template(isi).render(Context(konteks)).strip()


def test_kunci_kirim_selalu_baru():
    kunci = re.findall(r'value="([0-9a-f-]{36})"', gambar("{% kunci_kirim %}" * 2))

    assert len(set(kunci)) == 2


def test_bilah_menyebut_dasarnya():
    html = gambar("{% bilah 14 20 label='Jam pelajaran 2026' %}")

    assert 'aria-valuetext="14 dari 20 (70%)"' in html
    assert 'width="70%"' in html
    assert "style=" not in html


def test_radar_berisi_uraian_dan_tabel():
    html = gambar(
        "{% radar daftar %}",
        daftar=[Sumbu("A", 2, 3), Sumbu("B", 3, 3), Sumbu("C", 3.5, 3)],
    )

    assert "Capaian di bawah standar: A 2 dari 3." in html
    assert "<details" in html
    assert "style=" not in html
    assert len(html) < 8192


def test_radar_dua_sumbu_menjadi_daftar():
    html = gambar("{% radar daftar %}", daftar=[{"nama": "A", "capaian": 2}] * 2)

    assert "<svg" not in html
    assert html.count("<li>") == 2


def test_radar_meloloskan_nama_berbahaya():
    html = gambar(
        "{% radar daftar %}",
        daftar=[{"nama": "<script>", "capaian": 1, "standar": 2}] * 3,
    )

    assert "<script>" not in html


def test_tren_dan_bilah_kecil_dan_petak_disembunyikan_dari_pembaca_layar():
    html = gambar("{% tren nilai %}{% bilah_kecil 1 2 %}{% petak 1 2 %}", nilai=[1, 2])

    assert html.count('aria-hidden="true"') == 3


def test_ringkas_galat_menunjuk_pilihan_pertama():
    class Borang(forms.Form):
        jenis = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)

    html = render_to_string("komponen/galat_ringkas.html", {"form": Borang({})})

    assert 'href="#id_jenis_0"' in html


def test_ringkas_galat_menyebut_medan_yang_tidak_disebut_pesannya():
    class Borang(forms.Form):
        mulai = forms.CharField(label="Berlaku mulai", max_length=2)
        sampai = forms.CharField(label="Berlaku sampai")

    borang = Borang({"mulai": "abc"})
    borang.add_error("mulai", "Salah.")
    borang.add_error("sampai", "Isi berlaku sampai.")

    pesan = [kata for _, kata in ringkas_galat(borang)]

    assert "Berlaku mulai: Salah." in pesan
    assert "Isi berlaku sampai." in pesan


def test_ringkas_galat_diam_bila_tidak_ada_galat():
    assert render_to_string("komponen/galat_ringkas.html", {}).strip() == ""


def test_saringan_tanggal_dalam_templat():
    assert gambar("{{ n|nip }}", n="199001012015031001") == "19900101 201503 1 001"


def test_rentang_pendek_untuk_tabel_putus_hanya_di_antara_dua_tanggal():
    sehari, beda = date(2026, 9, 12), date(2026, 9, 14)
    isi = "{% load angka %}{{ a|rentang_pendek:b }}"

    utuh = '<span class="tanpa-putus">{}</span>'.format
    assert gambar(isi, a=sehari, b=sehari) == utuh("12-09-2026")
    assert gambar(isi, a=None, b=None) == utuh("—")
    assert gambar(isi, a=sehari, b=beda) == (
        f"<span>{utuh('12-09-2026 s.d.')} {utuh('14-09-2026')}</span>"
    )
