"""Forms of a period: plan, assign assessors."""

from django import forms

from pegawai.alat.nip import bersihkan_nip
from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar
from pegawai.dasar.forms.versi import CampuranVersi
from pegawai.models import Kompetensi
from penilaian.models import PeriodePenilaian
from penilaian.queries.periode import akun_asesor, daftar_metode, pegawai_bernip


class PeriodeForm(CampuranVersi, BorangDasar):
    """Plan or change a period."""

    tombol = "Simpan periode"
    nama = forms.CharField(label="Nama periode", max_length=150)
    tujuan = forms.ChoiceField(
        label="Tujuan",
        choices=PeriodePenilaian.Tujuan.choices,
        widget=forms.RadioSelect,
        help_text="Tujuan menentukan skala kategori JPM.",
    )
    metode = forms.ModelChoiceField(
        label="Metode", queryset=daftar_metode(), empty_label="Pilih metode"
    )
    jenis_kompetensi = forms.MultipleChoiceField(
        label="Jenis kompetensi yang dinilai",
        choices=Kompetensi.Jenis.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih jenis kompetensi yang dinilai."},
    )
    tanggal_mulai = BidangTanggal(label="Tanggal mulai")
    tanggal_selesai = BidangTanggal(
        label="Tanggal selesai",
        help_text="Standar jabatan yang berlaku pada tanggal ini dibekukan saat hasil "
        "terbit.",
    )
    surplus_menutup = forms.BooleanField(
        label="Kelebihan satu kompetensi boleh menutup kesenjangan kompetensi lain",
        required=False,
        initial=True,
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self):
        data = super().clean()
        mulai, selesai = data.get("tanggal_mulai"), data.get("tanggal_selesai")
        if mulai and selesai and selesai < mulai:
            self.add_error(
                "tanggal_selesai", "Tanggal selesai tidak boleh sebelum tanggal mulai."
            )
        return data


class TugaskanForm(BorangDasar):
    """Give one assessor people by their numbers."""

    tombol = "Tugaskan asesor"
    asesor = forms.ModelChoiceField(
        label="Asesor", queryset=None, empty_label="Pilih asesor"
    )
    nip = forms.CharField(
        label="NIP pegawai yang dinilai",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=20_000,
        help_text="Satu NIP satu baris, paling banyak 500.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["asesor"].queryset = akun_asesor()

    def clean_nip(self):
        """People of the numbers; a number that nobody has is named."""
        baris = [bersihkan_nip(b) for b in self.cleaned_data["nip"].splitlines()]
        nomor = list(dict.fromkeys(b for b in baris if b))
        if len(nomor) > 500:
            raise forms.ValidationError("Paling banyak 500 NIP sekali simpan.")
        pegawai = pegawai_bernip(nomor)
        hilang = [n for n in nomor if n not in pegawai]
        if hilang:
            raise forms.ValidationError(
                f"Tidak ada pegawai dengan NIP {', '.join(hilang[:5])}. Periksa "
                "kembali angkanya."
            )
        return list(pegawai.values())
