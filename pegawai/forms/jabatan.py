"""Filters of posts; the level of a post by hand."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar
from pegawai.dasar.forms.versi import BorangBerversi
from pegawai.models import Jenjang, UnitKerja
from pegawai.queries.jabatan import SaringJabatan, opd_pilihan
from pegawai.queries.pegawai import jenjang_pilihan
from pegawai.queries.penataan import pilihan_unit_jabatan, unit_terpilih


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
        label="Keadaan",
        choices=[
            ("", "Dipakai"),
            ("jenjang", "Tanpa jenjang"),
            ("standar", "Tanpa standar"),
            ("pemegang", "Tanpa pemegang"),
            ("tutup", "Sudah ditutup"),
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


class _IsiJabatan(BorangDasar):
    """What a post is: name, level or at least kind, class."""

    nama = forms.CharField(label="Nama jabatan", max_length=200)
    jenjang = forms.ModelChoiceField(
        label="Jenjang",
        queryset=None,
        to_field_name="kode",
        required=False,
        empty_label="Belum ditentukan",
    )
    jenis = forms.ChoiceField(
        label="Jenis",
        choices=[("", "Pilih jenis"), *Jenjang.Jenis.choices],
        required=False,
        help_text="Bila jenjang dipilih, jenis mengikuti jenjangnya.",
    )
    kelas_jabatan = forms.IntegerField(
        label="Kelas jabatan", min_value=1, max_value=17, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["jenjang"].queryset = jenjang_pilihan()


class BuatJabatanForm(_IsiJabatan):
    tombol = "Buat jabatan"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[
            "jenjang"
        ].help_text = "Bila dikosongkan, jenjang diturunkan dari jenis dan nama."


class JabatanForm(_IsiJabatan, BorangBerversi):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nama"].help_text = (
            "Untuk membetulkan ejaan. Untuk nomenklatur baru, buat jabatan baru lalu "
            "catat mutasi pemegangnya: riwayat lama tetap menyebut nama lama."
        )


class PindahJabatanForm(BorangDasar):
    """Another unit for an empty post, out of at most twenty that the words name."""

    tombol = "Pindahkan jabatan"
    unit = forms.ChoiceField(label="Unit baru", widget=forms.RadioSelect)

    def __init__(self, *args, jabatan, pengguna, cari="", **kwargs):
        super().__init__(*args, **kwargs)
        pilihan = pilihan_unit_jabatan(pengguna, jabatan, cari=cari)
        terpilih = self.data.get("unit") if self.is_bound else None
        if terpilih and terpilih not in dict(pilihan):
            pilihan += unit_terpilih(pengguna, terpilih)
        self.fields["unit"].choices = pilihan

    def clean_unit(self):
        return UnitKerja.objects.get(uid=self.cleaned_data["unit"])
