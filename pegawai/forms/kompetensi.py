"""Wording of the dictionary."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar
from pegawai.forms.versi import BorangBerversi
from pegawai.models import Kompetensi, LevelKompetensi

TINGKAT = range(1, 6)


class SaringKompetensiForm(BorangDasar):
    cari = forms.CharField(label="Nama kompetensi", required=False, max_length=100)
    jenis = forms.ChoiceField(
        label="Jenis",
        choices=[("", "Semua"), *Kompetensi.Jenis.choices],
        required=False,
    )

    @property
    def saring(self):
        """Valid filters only."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}


def _teks(label, baris, *, wajib):
    return forms.CharField(
        label=label, widget=forms.Textarea(attrs={"rows": baris}), required=wajib
    )


class UraianForm(BorangBerversi):
    """Name, definition, and the wording of the five levels."""

    nama = forms.CharField(label="Nama", max_length=150)
    definisi = _teks("Definisi", 3, wajib=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for tingkat in TINGKAT:
            nama = f"Tingkat {tingkat}, {LevelKompetensi.NAMA[tingkat].lower()}"
            self.fields[f"uraian_{tingkat}"] = _teks(f"{nama}: uraian", 3, wajib=False)
            self.fields[f"indikator_{tingkat}"] = _teks(
                f"{nama}: indikator perilaku", 2, wajib=False
            )

    def clean(self):
        isi = super().clean()
        for tingkat in TINGKAT:
            if isi.get(f"indikator_{tingkat}") and not isi.get(f"uraian_{tingkat}"):
                self.add_error(
                    f"uraian_{tingkat}",
                    "Isi uraiannya juga: indikator tanpa uraian tidak tersimpan.",
                )
        return isi

    @property
    def level(self):
        """Level -> (description, behaviour)."""
        isi = self.cleaned_data
        return {n: (isi[f"uraian_{n}"], isi[f"indikator_{n}"]) for n in TINGKAT}

    @staticmethod
    def awal(kompetensi):
        """What is stored now."""
        isi = {
            "nama": kompetensi.nama,
            "definisi": kompetensi.definisi,
            "versi": kompetensi.versi,
        }
        for butir in kompetensi.level.all():
            isi[f"uraian_{butir.level}"] = butir.uraian
            isi[f"indikator_{butir.level}"] = butir.indikator_perilaku
        return isi


class KompetensiBaruForm(UraianForm):
    tombol = "Tambahkan kompetensi"
    kode = forms.CharField(
        label="Kode", max_length=24, help_text="Misalnya T.01 untuk kompetensi teknis."
    )
    jenis = forms.ChoiceField(
        label="Jenis", choices=Kompetensi.Jenis.choices, initial=Kompetensi.Jenis.TEKNIS
    )
    field_order = ["kode", "jenis", "nama", "definisi"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["versi"]

    def clean_kode(self):
        return self.cleaned_data["kode"].upper()
