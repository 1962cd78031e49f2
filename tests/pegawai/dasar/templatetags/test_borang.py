"""Controls of a filter bar and rows of the list, written directly, escape what they show."""

from django import forms
from django.template import Context, Template

from pegawai.queries.kolom import Kolom

JAHAT = "<script>alert(1)</script>"
AMAN = "&lt;script&gt;alert(1)&lt;/script&gt;"


class _Saring(forms.Form):
    cari = forms.CharField(
        widget=forms.TextInput(attrs={"class": "lebar", "placeholder": JAHAT})
    )
    pilih = forms.ChoiceField(
        required=False,
        choices=[("", "Semua"), (JAHAT, JAHAT), (JAHAT, [("a", JAHAT)])],
    )


class _Terbuka:
    def boleh(self, baris):
        return True


def _gambar(isi, **konteks):
    return Template(isi).render(Context(konteks)).strip()


def test_medan_saringan_meloloskan_tak_satu_pun_tag():
    form = _Saring({"cari": JAHAT, "pilih": JAHAT})

    isi = _gambar("{% load borang %}{% medan_saringan form %}", form=form)

    assert "<script" not in isi
    assert f'class="form-control lebar" value="{AMAN}"' in isi
    assert f'placeholder="{AMAN}"' in isi
    assert (
        '<select class="form-select" name="pilih" id="id_pilih">'
        '<option value="">Semua</option>'
        f'<option value="{AMAN}" selected>{AMAN}</option>'
        f'<optgroup label="{AMAN}"><option value="a">{AMAN}</option></optgroup></select>'
    ) in isi


def test_pilihan_kolom_dan_radar_meloloskan_tak_satu_pun_tag():
    kolom = [Kolom(JAHAT, JAHAT, (), lambda b: ("", ""))]
    sumbu = [{"nama": JAHAT, "capaian": 1, "standar": 2}] * 3

    isi = _gambar(
        "{% load daftar bagan %}{% pilihan_kolom kolom kolom %}{% radar sumbu %}",
        kolom=kolom,
        sumbu=sumbu,
    )

    assert "<script" not in isi
    assert f'value="{AMAN}"' in isi
    assert '<svg class="radar"' in isi


def test_baris_pegawai_meloloskan_tak_satu_pun_tag():
    baris = {
        "uid": "6f1b",
        "nip": JAHAT,
        "nama": JAHAT,
        "gelar_depan": JAHAT,
        "gelar_belakang": "",
    }
    kolom = [Kolom("x", JAHAT, (), lambda b: (JAHAT, JAHAT))]

    isi = _gambar(
        "{% load daftar %}{% baris_pegawai halaman kolom pribadi True %}",
        halaman=[baris],
        kolom=kolom,
        pribadi=_Terbuka(),
    )

    assert "<script" not in isi
    assert isi.count(AMAN) == 8


def test_centang_saringan_berdampingan_dengan_katanya():
    class Centang(forms.Form):
        saya = forms.BooleanField(required=False, label="Hanya penugasan saya")

    isi = _gambar("{% load borang %}{% medan_saringan form %}", form=Centang())

    assert isi.index('id="id_saya"') < isi.index('for="id_saya">Hanya penugasan saya')
    assert isi.count("Hanya penugasan saya") == 1


def test_patah_hanya_sesudah_garis_miring_dan_tanda_surel():
    isi = _gambar("{{ teks|patah }}", teks="Seminar/Kuliah<b>, a@b.id")

    assert isi == "Seminar/<wbr>Kuliah&lt;b&gt;, a@<wbr>b.id"
