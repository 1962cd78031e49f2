"""Upload of a dictionary or of standards."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar

TERBESAR = 20 * 1024 * 1024


class BerkasKompetensiForm(BorangDasar):
    tombol = "Unggah dan bandingkan"
    berkas = forms.FileField(
        label="Berkas", error_messages={"required": "Pilih berkas dulu."}
    )

    def __init__(self, *args, csv, **kwargs):
        super().__init__(*args, **kwargs)
        self.akhiran = (".xlsx", ".csv") if csv else (".xlsx",)
        self.fields["berkas"].help_text = (
            "Buku kerja .xlsx hasil ekspor, atau kerangka kompetensi Moodle (.csv). "
            "Paling besar 20 MB."
            if csv
            else "Buku kerja .xlsx hasil ekspor. Paling besar 20 MB."
        )

    def clean_berkas(self):
        berkas = self.cleaned_data["berkas"]
        if berkas.size > TERBESAR:
            raise forms.ValidationError(
                "Berkas lebih dari 20 MB. Bagi menjadi beberapa berkas.",
                code="berkas_besar",
            )
        if not berkas.name.lower().endswith(self.akhiran):
            raise forms.ValidationError(
                f"Berkas harus berakhiran {' atau '.join(self.akhiran)}.",
                code="akhiran",
            )
        return berkas

    @property
    def moodle(self):
        """Is it the CSV of Moodle?"""
        return self.cleaned_data["berkas"].name.lower().endswith(".csv")
