"""An edition of a standard: its head, and the level of each competency."""

from django import forms

from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar
from pegawai.forms.versi import BorangBerversi
from pegawai.models import Kompetensi, LevelKompetensi, StandarKompetensi
from pegawai.services.standar import KepalaStandar

PILIHAN_LEVEL = [
    ("", "Tidak dipersyaratkan"),
    *((n, f"{n} – {nama}") for n, nama in LevelKompetensi.NAMA.items()),
]


class SaringStandarForm(BorangDasar):
    cari = forms.CharField(label="Jabatan atau jenjang", required=False, max_length=100)
    untuk = forms.ChoiceField(
        label="Untuk",
        choices=[("", "Semua"), ("jabatan", "Jabatan"), ("jenjang", "Jenjang")],
        required=False,
    )
    status = forms.ChoiceField(
        label="Status",
        choices=[("", "Semua"), *StandarKompetensi.Status.choices],
        required=False,
    )

    @property
    def saring(self):
        """Valid filters only."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}


class CampuranKepala(forms.Form):
    """Fields that name an edition."""

    edisi = forms.CharField(label="Edisi", max_length=60)
    nomor_keputusan = forms.CharField(label="Nomor keputusan", max_length=60)
    tanggal_keputusan = BidangTanggal(label="Tanggal keputusan", required=False)
    berlaku_mulai = BidangTanggal(label="Berlaku mulai")

    @property
    def kepala(self):
        """The head as the service takes it."""
        return KepalaStandar(*(self.cleaned_data[n] for n in KepalaStandar._fields))


class StandarBaruForm(BorangDasar, CampuranKepala):
    tombol = "Buat draf"


class StandarForm(BorangBerversi, CampuranKepala):
    """Head and levels; one select per competency of the dictionary."""

    tombol = "Simpan draf"

    def __init__(self, *args, kompetensi, **kwargs):
        super().__init__(*args, **kwargs)
        self.kompetensi = {f"level_{k.uid}": k for k in kompetensi}
        for nama, satu in self.kompetensi.items():
            self.fields[nama] = forms.TypedChoiceField(
                label=satu.nama,
                choices=PILIHAN_LEVEL,
                coerce=int,
                empty_value=None,
                required=False,
            )

    @property
    def level(self):
        """Competency id -> level or None."""
        return {k.pk: self.cleaned_data[n] for n, k in self.kompetensi.items()}

    @staticmethod
    def awal(standar, butir):
        """What is stored now."""
        isi = {n: getattr(standar, n) for n in KepalaStandar._fields}
        isi["versi"] = standar.versi
        return isi | {f"level_{b.kompetensi.uid}": b.level for b in butir}


def kompetensi_standar(butir):
    """Active competencies, and those this edition already requires."""
    dipakai = [b.kompetensi_id for b in butir]
    aktif = Kompetensi.objects.filter(aktif=True)
    return (aktif | Kompetensi.objects.filter(pk__in=dipakai)).order_by(
        "jenis", "urutan", "kode", "pk"
    )
