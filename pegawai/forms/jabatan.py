"""Filters of posts; the level of a post by hand."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar
from pegawai.dasar.forms.versi import BorangBerversi
from pegawai.models import UnitKerja
from pegawai.queries.jabatan import SaringJabatan, opd_pilihan
from pegawai.queries.pegawai import jenjang_pilihan


class SaringJabatanForm(BorangDasar):
    cari = forms.CharField(label="Nama jabatan", required=False, max_length=100)
    unit = forms.ModelChoiceField(
        label="Perangkat daerah",
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
    tanpa = forms.ChoiceField(
        label="Yang kurang",
        choices=[
            ("", "Semua"),
            ("jenjang", "Tanpa jenjang"),
            ("standar", "Tanpa standar"),
            ("pemegang", "Tanpa pemegang"),
        ],
        required=False,
    )

    def __init__(self, data):
        super().__init__(data or {})
        self.fields["jenjang"].queryset = jenjang_pilihan()
        self.fields["unit"].queryset = self._unit((data or {}).get("unit"))

    def _unit(self, uid):
        try:
            uid = forms.UUIDField().clean(uid)
        except forms.ValidationError:
            return opd_pilihan()
        return (opd_pilihan().order_by() | UnitKerja.objects.filter(uid=uid)).order_by(
            "nama", "pk"
        )

    @property
    def saring(self):
        """Valid filters; a wrong one is named beside its field and does not narrow."""
        self.is_valid()
        return SaringJabatan(**{k: v for k, v in self.cleaned_data.items() if v})


class JabatanForm(BorangBerversi):
    jenjang = forms.ModelChoiceField(
        label="Jenjang", queryset=None, to_field_name="kode", required=False
    )
    kelas_jabatan = forms.IntegerField(
        label="Kelas jabatan", min_value=1, max_value=17, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["jenjang"].queryset = jenjang_pilihan()
