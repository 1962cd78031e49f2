"""Forms of placements."""

from django import forms

from kemitraan.models import Penempatan, ProgramMagang
from pegawai.alat.nip import bersihkan_nip
from pegawai.dasar.alat.borang import BidangDesimal, BidangTanggal, BorangDasar
from pegawai.models import Pegawai, UnitKerja


class PilihanProgram(forms.ModelChoiceField):
    """A programme with the partner it belongs to."""

    def label_from_instance(self, obj):
        return f"{obj.nama} ({obj.perjanjian.mitra.sebutan})"


class AjukanMasukForm(BorangDasar):
    tombol = "Ajukan penempatan"

    program = PilihanProgram(
        ProgramMagang.objects.none(), label="Program", empty_label="Pilih program"
    )
    nama = forms.CharField(label="Nama mahasiswa", max_length=150)
    nim = forms.CharField(label="NIM", max_length=40)
    program_studi = forms.CharField(label="Program studi", max_length=150)
    surel = forms.EmailField(label="Surel mahasiswa", required=False)
    unit_kerja = forms.ModelChoiceField(
        UnitKerja.objects.none(), label="Unit kerja", empty_label="Pilih unit kerja"
    )
    tanggal_mulai = BidangTanggal(label="Tanggal mulai")
    tanggal_selesai = BidangTanggal(label="Tanggal selesai")

    def __init__(self, *args, program, unit, **lain):
        super().__init__(*args, **lain)
        self.fields["program"].queryset = program
        self.fields["unit_kerja"].queryset = unit


class AjukanKeluarForm(BorangDasar):
    tombol = "Ajukan penempatan"

    program = PilihanProgram(
        ProgramMagang.objects.none(), label="Program", empty_label="Pilih program"
    )
    pegawai = forms.CharField(
        label="NIP", max_length=40, help_text="18 digit, boleh dengan spasi."
    )
    tempat = forms.CharField(
        label="Tempat di mitra",
        max_length=200,
        help_text="Misalnya nama unit atau balai.",
    )
    tanggal_mulai = BidangTanggal(label="Tanggal mulai")
    tanggal_selesai = BidangTanggal(label="Tanggal selesai")

    def __init__(self, *args, program, pegawai, **lain):
        super().__init__(*args, **lain)
        self.fields["program"].queryset = program
        self._pegawai = pegawai

    def clean_pegawai(self):
        nip = bersihkan_nip(self.cleaned_data["pegawai"])
        pegawai = self._pegawai.filter(nip=nip).first()
        if pegawai is None:
            raise forms.ValidationError(
                "NIP ini tidak ditemukan di unit kerja Anda. Periksa angkanya."
            )
        return pegawai


class SaringMagangForm(forms.Form):
    cari = forms.CharField(label="Cari", max_length=100, required=False)
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Semua status"), *Penempatan.Status.choices],
    )
    arah = forms.ChoiceField(
        label="Arah",
        required=False,
        choices=[("", "Kedua arah"), *ProgramMagang.Arah.choices],
    )


class TerimaForm(BorangDasar):
    tombol = "Terima penempatan"

    pembimbing = forms.ModelChoiceField(
        Pegawai.objects.none(),
        label="Pembimbing",
        empty_label="Pilih pembimbing",
    )

    def __init__(self, *args, pembimbing, wajib, **lain):
        super().__init__(*args, **lain)
        self.fields["pembimbing"].queryset = pembimbing
        self.fields["pembimbing"].required = wajib


class AlasanForm(BorangDasar):
    alasan = forms.CharField(
        label="Alasan", max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


class NilaiForm(BorangDasar):
    nilai_akhir = BidangDesimal(
        label="Nilai akhir",
        max_digits=5,
        decimal_places=2,
        required=False,
        help_text="0 sampai 100, misalnya 87,5. Boleh dikosongkan dan diisi kemudian.",
    )


class NilaiWajibForm(BorangDasar):
    tombol = "Simpan nilai"

    nilai_akhir = BidangDesimal(
        label="Nilai akhir",
        max_digits=5,
        decimal_places=2,
        help_text="0 sampai 100, misalnya 87,5.",
    )
