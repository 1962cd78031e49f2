"""A form of a row that two people may edit at once (KETENTUAN X-1)."""

from collections.abc import Callable
from typing import Any, NamedTuple

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


class CampuranVersi:
    """Carries `versi`; can show both versions and be sent again on top of the newer.

    The stored answers are the form's initial ones, `versi` among them; a form that opens
    empty names them in `nilai_tersimpan`.
    """

    fields: dict[str, forms.Field]
    data: Any
    files: Any
    get_initial_for_field: Callable[[forms.Field, str], Any]

    def nilai_tersimpan(self):
        """Field -> what is stored now."""
        return {n: self.get_initial_for_field(b, n) for n, b in self.fields.items()}

    def bandingkan(self):
        """What was typed beside what is stored now, where they differ."""
        lama = self.nilai_tersimpan()
        return [
            Beda(str(bidang.label or nama), isian, kini)
            for nama, bidang in self.fields.items()
            if nama != "versi"
            and (kini := self._teks(bidang, lama.get(nama)))
            != (isian := self._isian(nama, bidang, kini))
        ]

    def _isian(self, nama, bidang, kini):
        terkirim = bidang.widget.value_from_datadict(self.data, self.files, nama)
        if isinstance(bidang, forms.FileField):  # none sent leaves the stored one
            return terkirim.name if terkirim else kini
        return self._teks(bidang, terkirim)

    def _teks(self, bidang, nilai):
        if isinstance(bidang, forms.BooleanField):
            return "Ya" if bidang.to_python(nilai) else "Tidak"
        if nilai is None or nilai in ("", []):
            return "—"
        if isinstance(bidang, forms.DateField):
            return self._tanggal(bidang, nilai)
        if isinstance(bidang, forms.ChoiceField):
            pilihan = {str(kode): str(label) for kode, label in _rata(bidang.choices)}
            banyak = bidang.prepare_value(nilai)
            if not isinstance(banyak, list | tuple):
                banyak = [banyak]
            return ", ".join(pilihan.get(str(satu), str(satu)) for satu in banyak)
        return str(nilai).replace("\r\n", "\n").strip()

    @staticmethod
    def _tanggal(bidang, nilai):
        try:
            return tanggal(bidang.to_python(nilai))
        except forms.ValidationError:
            return str(nilai)

    def atas_versi(self):
        """The same typed answers, to be sent again knowing the newer version."""
        data = self.data.copy()
        data["versi"] = self.nilai_tersimpan()["versi"]
        self.data = data
        return self


class BorangBerversi(CampuranVersi, BorangDasar):
    """A plain form that is only ever used on a stored row."""

    versi = forms.IntegerField(widget=forms.HiddenInput)
