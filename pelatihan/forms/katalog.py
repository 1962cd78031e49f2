"""Forms of the catalogue."""

from datetime import date

from django import forms

from pegawai.dasar.alat.borang import BorangDasar, BorangModel
from pegawai.dasar.alat.tanggal import bulan_tahun
from pegawai.dasar.forms.versi import CampuranVersi
from pelatihan.models import Pelatihan

TANDA = {"class": "form-check-input"}


class SaringKatalog(BorangDasar):
    """GET filters; facets come from the query with their counts."""

    cari = forms.CharField(required=False, max_length=100, label="Cari pelatihan")
    kesenjangan = forms.BooleanField(required=False, label="Untuk kesenjangan saya")
    kursi = forms.BooleanField(required=False, label="Kursi tersedia")
    bentuk = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple(TANDA), label="Bentuk"
    )
    bulan = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple(TANDA), label="Bulan mulai"
    )

    def __init__(self, *args, pilihan, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bentuk"].choices = [
            (kode, f"{nama} ({jumlah})") for kode, nama, jumlah in pilihan["bentuk"]
        ]
        self.fields["bulan"].choices = [
            (f"{b:%Y-%m}", f"{bulan_tahun(b)} ({jumlah})")
            for b, jumlah in pilihan["bulan"]
        ]

    def saringan(self):
        """Arguments of the query; what was typed wrong filters nothing."""
        isi = getattr(self, "cleaned_data", {}) if self.is_bound else {}
        bulan = [date.fromisoformat(f"{b}-01") for b in isi.get("bulan") or []]
        return {
            "cari": isi.get("cari") or "",
            "kesenjangan": bool(isi.get("kesenjangan")),
            "kursi": bool(isi.get("kursi")),
            "bentuk": isi.get("bentuk") or [],
            "bulan": bulan,
        }


class BorangPelatihan(CampuranVersi, BorangModel):
    """A course with its targets: per competency the level it raises to, or none."""

    class Meta:
        model = Pelatihan
        fields = [
            "kode",
            "nama",
            "penyelenggara",
            "bentuk",
            "jp",
            "moda",
            "deskripsi",
            "syarat",
            "status",
        ]
        error_messages = {
            "kode": {"unique": "Kode ini sudah dipakai pelatihan lain."},
            "jp": {"invalid": "Tulis JP sebagai bilangan bulat, misalnya 20."},
        }

    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, penyelenggara, kompetensi, sasaran=None, **kwargs):
        super().__init__(*args, **kwargs)
        baru = self.instance.pk is None
        self.fields["penyelenggara"].queryset = (
            penyelenggara.filter(aktif=True) if baru else penyelenggara
        )
        self.fields["versi"].initial = self.instance.versi
        self.kompetensi = list(kompetensi)
        for k in self.kompetensi:
            self.fields[f"sasaran_{k.pk}"] = forms.TypedChoiceField(
                label=f"Sasaran: {k.nama}",
                required=False,
                coerce=int,
                empty_value=None,
                choices=[("", "Bukan sasaran")]
                + [(n, f"Tingkat {n}") for n in range(1, 6)],
                initial=(sasaran or {}).get(k.pk),
            )

    def sasaran(self):
        """Competency id -> level."""
        return {
            k.pk: level
            for k in self.kompetensi
            if (level := self.cleaned_data[f"sasaran_{k.pk}"])
        }
