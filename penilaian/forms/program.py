"""Forms of programmes, their needs and assignments."""

from django import forms

from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar
from pegawai.dasar.forms.versi import CampuranVersi
from pegawai.models import Kompetensi, UnitKerja
from penilaian.models import Penugasan, ProgramPembangunan

LEVEL = [(n, f"Tingkat {n}") for n in range(1, 6)]


class SaringProgramForm(forms.Form):
    cari = forms.CharField(label="Nama atau kode", required=False, max_length=100)
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Semua status"), *ProgramPembangunan.Status.choices],
    )


class CakupanForm(forms.Form):
    """People that count: the programme's OPD, or the whole city."""

    cakupan = forms.ChoiceField(
        required=False, choices=[("", "OPD pelaksana"), ("kota", "Seluruh kota")]
    )


class ProgramForm(CampuranVersi, BorangDasar):
    tombol = "Simpan program"
    kode = forms.CharField(label="Kode program", max_length=40)
    nama = forms.CharField(label="Nama program", max_length=200)
    opd = forms.ModelChoiceField(
        label="OPD pelaksana",
        queryset=UnitKerja.objects.none(),
        to_field_name="uid",
        empty_label="Pilih OPD",
        error_messages={
            "invalid_choice": "OPD ini di luar unit yang Anda kelola. Pilih yang lain."
        },
    )
    sasaran = forms.CharField(
        label="Sasaran RPJMD",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    tanggal_mulai = BidangTanggal(label="Tanggal mulai")
    tanggal_selesai = BidangTanggal(label="Tanggal selesai")
    uraian = forms.CharField(
        label="Uraian",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    status = forms.ChoiceField(
        label="Status", choices=ProgramPembangunan.Status.choices
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, opd, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opd"].queryset = opd

    def isi(self):
        """The programme as the service takes it."""
        return {k: v for k, v in self.cleaned_data.items() if k != "versi"}


class KebutuhanForm(BorangDasar):
    tombol = "Tambah kebutuhan"
    kompetensi = forms.ModelChoiceField(
        label="Kompetensi",
        queryset=Kompetensi.objects.none(),
        to_field_name="uid",
        empty_label="Pilih kompetensi",
    )
    level = forms.TypedChoiceField(label="Tingkat", coerce=int, choices=LEVEL)
    jumlah_orang = forms.IntegerField(
        label="Jumlah orang",
        min_value=1,
        max_value=1000,
        error_messages={
            "invalid": "Tulis jumlah orang dengan angka bulat.",
            "min_value": "Jumlah orang antara 1 dan 1.000.",
            "max_value": "Jumlah orang antara 1 dan 1.000.",
        },
    )

    def __init__(self, *args, kompetensi, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kompetensi"].queryset = kompetensi


class UsulPenugasanForm(BorangDasar):
    tombol = "Usulkan penugasan"
    peran_tugas = forms.CharField(
        label="Peran dalam program",
        max_length=150,
        help_text="Misalnya koordinator lapangan atau analis data.",
    )
    tanggal_mulai = BidangTanggal(label="Tanggal mulai")
    tanggal_selesai = BidangTanggal(label="Tanggal selesai")


class SaringPenugasanForm(forms.Form):
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Semua status"), *Penugasan.Status.choices],
    )
    saya = forms.BooleanField(label="Hanya penugasan saya", required=False)


class AlasanPenugasanForm(CampuranVersi, BorangDasar):
    """A mandatory reason for refusing or calling off."""

    alasan = forms.CharField(
        label="Alasan", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)
