"""One person's levels on one page: a choice of 0 to 5 per competency."""

from django import forms

from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar
from pegawai.dasar.forms.versi import CampuranVersi
from pegawai.models import LevelKompetensi


class AsesmenForm(CampuranVersi, BorangDasar):
    """A field `k<id>` per competency; empty is 'not yet', so a page can be saved early."""

    tombol = "Simpan nilai"

    def __init__(self, *args, dinilai, **kwargs):
        self.dinilai = dinilai
        super().__init__(*args, **kwargs)
        lain = {}
        for butir in dinilai:
            lain[f"k{butir.pk}"] = forms.TypedChoiceField(
                label=butir.nama,
                help_text=butir.definisi,
                choices=[(k, _teks(butir, k)) for k in range(6)],
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
                error_messages={
                    "invalid_choice": f"Pilih satu tingkat untuk '{butir.nama}'."
                },
            )
            lain[f"k{butir.pk}"].menyusul = True  # may come later, yet not "opsional"
        lain["tanggal_penilaian"] = BidangTanggal(label="Tanggal penilaian")
        lain["catatan"] = forms.CharField(
            label="Catatan untuk BKPSDM",
            required=False,
            max_length=4000,
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text="Tidak ditampilkan kepada pegawai dan atasannya.",
        )
        lain["versi"] = forms.IntegerField(widget=forms.HiddenInput, required=False)
        for nama, bidang in lain.items():
            self.fields[nama] = bidang
            self._sebut_wajib(nama, bidang)

    def clean(self):
        """Saved early, but with something in it."""
        isi = super().clean()
        bidang = [f"k{b.pk}" for b in self.dinilai]
        if bidang and all(isi.get(k) is None for k in bidang) and not self.errors:
            self.add_error(bidang[0], "Pilih tingkat untuk sedikitnya satu kompetensi.")
        return isi

    def level(self):
        """Competency id -> 0..5 or None."""
        return {b.pk: self.cleaned_data.get(f"k{b.pk}") for b in self.dinilai}


def _teks(butir, level):
    if level == 0:
        return "0 · Belum menunjukkan tingkat 1"
    uraian = butir.uraian.get(level, "")
    nama = LevelKompetensi.NAMA[level]
    return f"{level} · {nama}: {uraian}" if uraian else f"{level} · {nama}"
