"""A form of a row that two people may edit at once (KETENTUAN X-1)."""

from typing import NamedTuple

from django import forms

from pegawai.dasar.alat.borang import BorangDasar
from pegawai.dasar.alat.tanggal import tanggal


def _rata(pilihan):
    """Choices without their groups."""
    for kode, label in pilihan:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield kode, label


class Beda(NamedTuple):
    """One field on the conflict page."""

    label: str
    isian: str
    tersimpan: str


class BorangBerversi(BorangDasar):
    """Carries `versi`; can show both versions and be sent again on top of the newer."""

    versi = forms.IntegerField(widget=forms.HiddenInput)

    def bandingkan(self, tersimpan):
        """What was typed beside what is stored now, where they differ."""
        return [
            Beda(
                str(bidang.label or nama), self._teks(nama, isi), self._teks(nama, kini)
            )
            for nama, bidang in self.fields.items()
            if nama != "versi"
            and self._teks(nama, isi := self.data.get(nama))
            != self._teks(nama, kini := tersimpan.get(nama))
        ]

    def _teks(self, nama, nilai):
        if nilai is None or nilai == "":
            return "—"
        bidang = self.fields[nama]
        if isinstance(bidang, forms.DateField):
            return tanggal(bidang.to_python(nilai))
        if isinstance(bidang, forms.ChoiceField):
            pilihan = {str(kode): str(label) for kode, label in _rata(bidang.choices)}
            return pilihan.get(str(nilai), str(nilai))
        return str(nilai).replace("\r\n", "\n").strip()

    def atas_versi(self, versi):
        """The same typed answers, to be sent again knowing the newer version."""
        data = self.data.copy()
        data["versi"] = versi
        self.data = data
        return self
