"""Filters of units; one superior for a whole unit."""

from uuid import UUID

from django import forms

from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar
from pegawai.forms.pegawai import GantiAtasanForm
from pegawai.models import UnitKerja


class SaringOrganisasiForm(BorangDasar):
    cari = forms.CharField(label="Nama unit", required=False, max_length=100)

    kepala = forms.ChoiceField(
        label="Kepala",
        choices=[("", "Semua"), ("ganda", "Dua kepala setingkat")],
        required=False,
    )

    per = BidangTanggal(label="Per tanggal", required=False, help_text="")

    @property
    def saring(self):
        """Valid filters only."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}


class AtasanUnitForm(GantiAtasanForm):
    """One superior for all people of a unit, or for those that are ticked."""

    tombol = "Tetapkan atasan"
    siapa = forms.ChoiceField(
        label="Untuk siapa",
        choices=[
            ("SEMUA", "Semua pegawai unit ini"),
            ("PILIHAN", "Hanya yang dicentang di bawah"),
        ],
        initial="SEMUA",
        widget=forms.RadioSelect,
    )
    pilih = forms.TypedMultipleChoiceField(
        label="Pegawai", coerce=UUID, required=False, widget=forms.MultipleHiddenInput
    )
    field_order = ("siapa", "atasan", "alasan")

    def __init__(self, *args, anggota, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pilih"].choices = [(str(a["uid"]), a["nama"]) for a in anggota]
        if "turunkan" in self.data:
            del self.fields["atasan"], self.fields["alasan"]
            return
        self.fields["atasan"].required = True
        self.fields["atasan"].help_text = "18 digit; spasi boleh."
        self.fields["atasan"].error_messages["required"] = "Isi NIP atasan langsung."

    def clean(self):
        isi = super().clean()
        if isi.get("siapa") == "SEMUA":
            isi["pilih"] = None
        elif isi.get("siapa") and not isi.get("pilih"):
            self.add_error("siapa", "Centang paling sedikit satu pegawai.")
        isi.pop("siapa", None)
        return isi

    @property
    def dicentang(self):
        """Ticks as sent."""
        return self.data.getlist("pilih") if self.is_bound else []


class SaringUnitApiForm(forms.Form):
    """Filters of the flat list of units."""

    cari = forms.CharField(required=False, max_length=100)
    jenis = forms.ChoiceField(
        required=False, choices=[("", ""), *UnitKerja.Jenis.choices]
    )
    di_bawah = forms.UUIDField(required=False)
