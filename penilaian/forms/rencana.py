"""Forms of plans: filters, one line, a reason, a version."""

from django import forms

from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar
from pegawai.dasar.forms.versi import CampuranVersi
from pegawai.models import Kompetensi
from pelatihan.models import BentukPengembangan, Pelatihan
from penilaian.models import ButirRencana, RencanaPengembangan
from penilaian.services.rencana_butir import IsiButir


class SaringRencanaForm(forms.Form):
    tahun = forms.IntegerField(
        label="Tahun", required=False, min_value=2000, max_value=2100
    )
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Semua status"), *RencanaPengembangan.Status.choices],
    )
    tim = forms.BooleanField(label="Hanya bawahan langsung", required=False)


class TahunForm(forms.Form):
    tahun = forms.IntegerField(min_value=2000, max_value=2100)


class AwalButirForm(forms.Form):
    """What a link to a new line may prefill."""

    kompetensi = forms.UUIDField(required=False)
    pelatihan = forms.UUIDField(required=False)


class VersiForm(forms.Form):
    versi = forms.IntegerField(required=False)


class AlasanForm(CampuranVersi, BorangDasar):
    """A mandatory reason, with the version that the reader saw."""

    tombol = "Kembalikan"
    alasan = forms.CharField(
        label="Alasan pengembalian",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Pegawai membaca alasan ini untuk memperbaiki rencananya.",
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)


class PilihPelatihan(forms.ModelChoiceField):
    """A training with its hours; named by uid."""

    def label_from_instance(self, obj):
        return f"{obj.nama} ({obj.jp} JP)"


class ButirRencanaForm(CampuranVersi, BorangDasar):
    """One line: a training of the catalogue, or a free activity with its form."""

    tombol = "Simpan butir"
    kompetensi = forms.ModelChoiceField(
        label="Kompetensi yang dikembangkan",
        queryset=Kompetensi.objects.none(),
        to_field_name="uid",
        empty_label="Pilih kompetensi",
        error_messages={
            "required": "Pilih kompetensi yang dikembangkan.",
            "invalid_choice": "Kompetensi ini tidak ada di kamus. Pilih yang lain.",
        },
    )
    level_target = forms.TypedChoiceField(
        label="Tingkat yang dituju",
        coerce=int,
        choices=[(n, f"Tingkat {n}") for n in range(1, 6)],
    )
    pelatihan = PilihPelatihan(
        label="Pelatihan dari katalog",
        queryset=Pelatihan.objects.none(),
        to_field_name="uid",
        required=False,
        empty_label="Kegiatan lain, bukan dari katalog",
        error_messages={
            "invalid_choice": "Pelatihan ini tidak lagi ada di katalog. Pilih yang lain."
        },
    )
    kegiatan = forms.CharField(
        label="Kegiatan lain",
        max_length=200,
        required=False,
        help_text="Isi bila tidak memilih pelatihan, misalnya bimbingan oleh atasan.",
    )
    bentuk = forms.ModelChoiceField(
        label="Bentuk kegiatan lain",
        queryset=BentukPengembangan.objects.none(),
        to_field_name="kode",
        required=False,
        empty_label="Pilih bentuk",
    )
    jp = forms.IntegerField(
        label="Perkiraan JP",
        required=False,
        min_value=1,
        max_value=900,
        help_text="Kosongkan untuk memakai JP pelatihan di katalog.",
        error_messages={
            "invalid": "Tulis JP dengan angka bulat, misalnya 24.",
            "min_value": "JP antara 1 dan 900.",
            "max_value": "JP antara 1 dan 900.",
        },
    )
    triwulan = forms.TypedChoiceField(
        label="Waktu", coerce=int, choices=ButirRencana.Triwulan.choices
    )
    catatan = forms.CharField(
        label="Catatan",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, kompetensi, pelatihan, bentuk, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kompetensi"].queryset = kompetensi
        self.fields["pelatihan"].queryset = pelatihan
        self.fields["bentuk"].queryset = bentuk

    def isi(self):
        """The line as the service takes it."""
        return IsiButir(
            **{k: v for k, v in self.cleaned_data.items() if k not in {"versi"}}
        )


class CatatButirForm(forms.Form):
    """One line of a page of lines: `butir` says whose refusal the page shows."""

    selesai_pada = BidangTanggal(label="Selesai pada", required=True)

    def __init__(self, *args, butir=None, **kwargs):
        self.butir = butir
        super().__init__(*args, **kwargs)
