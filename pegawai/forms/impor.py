"""Upload of a staff file, and the choices before it is run."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar
from pegawai.models import BerkasImpor, NamaImpor

Tindak = NamaImpor.Tindak


class UnggahImporForm(BorangDasar):
    tombol = "Unggah dan periksa"

    berkas = forms.FileField(
        label="Berkas daftar pegawai (.xlsx, .xls, .ods, atau .csv)",
        help_text="Paling besar 20 MB dan 25.000 baris. Kolom NIP harus berupa teks.",
        allow_empty_file=True,
        error_messages={"required": "Pilih berkas daftar pegawai."},
    )
    jenis_berkas = forms.ChoiceField(
        label="Jenis berkas",
        required=False,
        help_text="Berkas PPPK dari SIASN tidak menyebut penuh atau paruh waktu.",
        choices=[
            ("", "PNS, SIMPEG, atau daftar setempat"),
            ("pppk", "SIASN PPPK penuh waktu"),
            ("pppk_paruh", "SIASN PPPK paruh waktu"),
        ],
    )


class PilihanImporForm(BorangDasar):
    """One choice for all names, or one for each name of this page."""

    tombol = "Simpan pilihan dan periksa ulang"

    def __init__(self, *args, daftar, boleh_buat, **kwargs):
        super().__init__(*args, **kwargs)
        self.daftar = list(daftar)
        tindak = [
            (kode, nama)
            for kode, nama in Tindak.choices
            if boleh_buat or kode != Tindak.BUAT
        ]
        semua = [("", "Tentukan satu per satu di bawah")] + [
            (kode, f"{nama} untuk semua nama")
            for kode, nama in tindak
            if kode != Tindak.PETAKAN
        ]
        self.fields["semua"] = forms.ChoiceField(
            label="Nama yang belum dikenal", choices=semua, required=False
        )
        for asing in self.daftar:
            self._satu_nama(asing, tindak)

    def _satu_nama(self, asing, tindak):
        dituju = asing.unit_kerja or asing.jabatan
        self.fields[f"tindak-{asing.uid}"] = forms.ChoiceField(
            label=f"Tindakan untuk {asing.nama}",
            choices=tindak,
            initial=asing.tindak,
            required=False,
            widget=forms.Select(attrs={"class": "form-select"}),
        )
        self.fields[f"tujuan-{asing.uid}"] = forms.CharField(
            label=f"Tujuan pemetaan {asing.nama}",
            required=False,
            max_length=420,
            initial=dituju.nama if dituju else "",
            widget=forms.TextInput(
                attrs={"class": "form-control", "autocomplete": "off"}
            ),
        )

    def baris(self):
        """Each name with its two controls, for the template."""
        return [
            (asing, self[f"tindak-{asing.uid}"], self[f"tujuan-{asing.uid}"])
            for asing in self.daftar
        ]

    def pilihan(self):
        """uid -> (choice, target) as the service takes it."""
        isi = self.cleaned_data
        return {
            str(a.uid): (
                isi[f"tindak-{a.uid}"] or Tindak.BIARKAN,
                isi[f"tujuan-{a.uid}"],
            )
            for a in self.daftar
        }


class BarisTerpilihForm(forms.Form):
    """Ticked rows of the preview: their numbers in the file."""

    baris = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, data):
        super().__init__(data)
        self.fields["baris"].choices = [
            (n, n) for n in data.getlist("baris")[:100] if n.isascii() and n.isdigit()
        ]


class JenisPerubahanForm(forms.Form):
    """Ticked kinds of change."""

    ikut = forms.MultipleChoiceField(
        choices=BerkasImpor.JenisPerubahan.choices, required=False
    )


class PemetaanKolomForm(BorangDasar):
    """What each header of the file means."""

    tombol = "Simpan pemetaan dan periksa"

    nama = forms.CharField(
        label="Nama pemetaan",
        max_length=100,
        help_text="Dipakai lagi dengan sendirinya bila judul kolom yang sama datang lagi.",
    )

    def __init__(self, *args, kepala, tujuan, **kwargs):
        super().__init__(*args, **kwargs)
        self.kepala = kepala
        pilihan = [("", "Tidak diimpor"), *((kolom, kolom) for kolom in tujuan)]
        for nomor, (judul, kini) in enumerate(kepala):
            self.fields[f"kolom-{nomor}"] = forms.ChoiceField(
                label=judul, choices=pilihan, required=False, initial=kini
            )

    def pemetaan(self):
        """Header -> column, as the service takes it."""
        return {
            judul: self.cleaned_data[f"kolom-{nomor}"]
            for nomor, (judul, _) in enumerate(self.kepala)
        }
