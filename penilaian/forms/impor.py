"""Upload a workbook of results."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar


class ImporHasilForm(BorangDasar):
    """One XLSX."""

    tombol = "Periksa berkas"
    berkas = forms.FileField(
        label="Berkas hasil (.xlsx)",
        help_text="Kolom NIP dan satu kolom per kode kompetensi (M.01 dan seterusnya), "
        "diisi tingkat 0 sampai 5. Paling besar 20 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        allow_empty_file=True,
    )
