"""Filters of the list of people; choosing a superior."""

from django import forms

from pegawai.alat.nip import periksa_nip
from pegawai.dasar.alat.borang import BorangDasar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Pegawai, UnitKerja
from pegawai.queries.pegawai import (
    SaringPegawai,
    jenjang_pilihan,
    pegawai_bernomor,
    unit_pilihan,
)

SEMUA = [("", "Semua")]


class SaringPegawaiForm(BorangDasar):
    cari = forms.CharField(label="Nama atau NIP", required=False, max_length=100)
    unit = forms.ModelChoiceField(
        label="Unit kerja",
        queryset=UnitKerja.objects.none(),
        to_field_name="uid",
        required=False,
        empty_label="Semua",
    )
    jenjang = forms.ModelChoiceField(
        label="Jenjang",
        queryset=None,
        to_field_name="kode",
        required=False,
        empty_label="Semua",
    )
    jenis = forms.ChoiceField(
        label="Status", choices=[*SEMUA, *Pegawai.Jenis.choices], required=False
    )
    kedudukan = forms.ChoiceField(
        label="Kedudukan hukum",
        choices=[*SEMUA, *Pegawai.Kedudukan.choices],
        required=False,
    )
    atasan = forms.ChoiceField(
        label="Atasan langsung",
        choices=[*SEMUA, ("tanpa", "Tanpa atasan"), ("ditetapkan", "Ditetapkan")],
        required=False,
    )

    def __init__(self, data, *, pengguna):
        super().__init__(data or {})
        self.fields["jenjang"].queryset = jenjang_pilihan()
        self.fields["unit"].queryset = self._unit(pengguna, (data or {}).get("unit"))

    def _unit(self, pengguna, uid):
        """The short list, and the unit that a link from its own page names."""
        pilihan = unit_pilihan(pengguna)
        try:
            uid = forms.UUIDField().clean(uid)
        except forms.ValidationError:
            return pilihan
        return (pilihan.order_by() | UnitKerja.objects.filter(uid=uid)).order_by(
            "nama", "pk"
        )

    @property
    def saring(self):
        """Valid filters; a wrong one is named beside its field and does not narrow."""
        self.is_valid()
        isi = {k: v for k, v in self.cleaned_data.items() if v}
        return SaringPegawai(**isi)


class GantiAtasanForm(BorangDasar):
    """The superior is named by number: two people may share a name."""

    tombol = "Tetapkan atasan"
    atasan = forms.CharField(
        label="NIP atasan langsung",
        max_length=40,
        required=False,
        help_text="18 digit; spasi boleh. Kosongkan bila memang tidak punya atasan.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    alasan = forms.CharField(
        label="Alasan",
        max_length=200,
        help_text="Misalnya nomor surat penugasan. Tampil di lembar pegawai.",
    )

    def clean_atasan(self):
        teks = self.cleaned_data["atasan"]
        if not teks:
            return None
        hasil = periksa_nip(teks, hari_ini=hari_ini())
        if not hasil.sah:
            raise forms.ValidationError(hasil.pesan)
        atasan = pegawai_bernomor(hasil.nomor)
        if atasan is None:
            raise forms.ValidationError(
                "NIP ini tidak ada pada data kepegawaian. Periksa kembali angkanya."
            )
        return atasan
