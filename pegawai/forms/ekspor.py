"""Export of people; a name for a filter."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar
from pegawai.queries.ekspor import kolom_ekspor
from pegawai.queries.kolom import KOLOM

PILIHAN_TERBANYAK = 200


class EksporForm(BorangDasar):
    tombol = "Buat berkas"
    bentuk = forms.ChoiceField(
        label="Bentuk berkas",
        choices=[
            ("csv", "CSV, langsung diunduh (titik koma, UTF-8)"),
            ("xlsx", "XLSX, dibuat di Pekerjaan dan unduhan"),
        ],
        initial="csv",
        widget=forms.RadioSelect,
    )
    kolom = forms.MultipleChoiceField(
        label="Kolom",
        choices=[(k.kode, k.judul) for k in KOLOM if not k.pribadi],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="NIP dan nama selalu ikut. Data pribadi tidak diekspor.",
    )

    def __init__(self, *args, kolom=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kolom"].initial = [k.kode for k in kolom_ekspor(kolom)]


def uid_dipilih(data):
    """Ticked rows of a page; what has not the form of a uid is nobody's."""
    return [uid for uid in data.getlist("pilih")[:PILIHAN_TERBANYAK] if _uuid(uid)]


def _uuid(teks):
    try:
        return bool(forms.UUIDField().clean(teks))
    except forms.ValidationError:
        return False


class SimpanSaringanForm(BorangDasar):
    tombol = "Simpan saringan"
    nama = forms.CharField(label="Nama saringan", max_length=60)
    kueri = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)
