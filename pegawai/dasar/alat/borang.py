"""Base forms and fields: one look, dates and numbers as people type them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.choices import BaseChoiceIterator

from pegawai.dasar.alat import tanggal as alat_tanggal

PETUNJUK_TANGGAL = "Contoh: 24-11-2026 atau 24 November 2026."


class Pilihan(BaseChoiceIterator):
    """Choices that never change: neither copied nor checked again with each form."""

    def __init__(self, *bagian: Iterable[tuple[Any, Any]]) -> None:
        self.pasangan = tuple(
            ("" if kode is None else str(kode), str(nama))
            for pasangan in bagian
            for kode, nama in pasangan
        )

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.pasangan)

    def __len__(self) -> int:
        return len(self.pasangan)

    def __deepcopy__(self, memo: dict) -> "Pilihan":
        return self


class BidangTanggal(forms.DateField):
    """A date typed as 24-11-2026, 24/11/2026, 2026-11-24 or 24 Nov 2026."""

    widget = forms.DateInput(
        format="%d-%m-%Y", attrs={"autocomplete": "off", "class": "medan-tanggal"}
    )
    default_error_messages = {
        "invalid": "Tulis tanggal seperti 24-11-2026 atau 24 November 2026; harinya harus "
        "ada di kalender."
    }

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("help_text", PETUNJUK_TANGGAL)
        super().__init__(**kwargs)

    def to_python(self, value: object) -> date | None:
        """Read every spelling the office uses."""
        if isinstance(value, str) and value.strip():
            try:
                return alat_tanggal.baca_tanggal(value)
            except ValueError:
                raise ValidationError(
                    self.error_messages["invalid"], code="invalid"
                ) from None
        return super().to_python(value)


class BidangDesimal(forms.DecimalField):
    """A number typed with a decimal comma (87,5) or a point (87.5)."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {"invalid": "Tulis angka, misalnya 87,5."}

    def to_python(self, value: object) -> Decimal | None:
        """A comma means decimals, and then dots are thousands."""
        if isinstance(value, str) and "," in value:
            value = value.replace(".", "").replace(",", ".")
        return super().to_python(value)

    def prepare_value(self, value: object) -> object:
        """Show the stored number with a comma; what was typed stays as typed."""
        return str(value).replace(".", ",") if isinstance(value, Decimal) else value


def _sebut(label: str) -> str:
    """'Nama lengkap' -> 'nama lengkap', but 'NIP' stays."""
    kata = label.split(" ", 1)[0]
    return label if kata.isupper() else label[:1].lower() + label[1:]


# Django's limits in words that say what to do; a validator's own words stay.
KATA_BATAS = {
    "min_value": "Tulis angka %(limit_value)s atau lebih.",
    "max_value": "Tulis angka %(limit_value)s atau kurang.",
    "max_length": "Paling banyak %(limit_value)s karakter; yang ditulis "
    "%(show_value)s.",
}
GARIS = BLANK_CHOICE_DASH[0][1]
# Defaults of Django to be said otherwise, by the class of the field that has them.
KATA_BAWAAN = (
    (forms.IntegerField, "invalid", "Tulis bilangan bulat, misalnya 12."),
    (forms.MultipleChoiceField, "invalid_choice", "Pilih dari daftar ini saja."),
    (forms.ModelMultipleChoiceField, "invalid_choice", "Pilih dari daftar ini saja."),
    (forms.ChoiceField, "invalid_choice", "Pilih salah satu dari daftar ini."),
    (forms.ModelChoiceField, "invalid_choice", "Pilih salah satu dari daftar ini."),
)
SUREL_SALAH = "Tulis alamat surel, misalnya nama@contoh.go.id."


def _berkata(pemeriksa: Any) -> Any:
    kata = KATA_BATAS.get(getattr(pemeriksa, "code", ""))
    if kata is None or "message" in vars(pemeriksa):
        return pemeriksa
    return type(pemeriksa)(pemeriksa.limit_value, kata)


class CampuranBorang:
    """Look and behaviour shared by all forms; mix in before Form or ModelForm.

    `tombol` is the text of the one primary button, `kelas` the CSS class of the form.
    """

    use_required_attribute = False  # the server speaks, not the browser
    tombol = "Simpan perubahan"
    kelas = "formulir"

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for nama, bidang in self.fields.items():  # type: ignore[attr-defined]
            self._sebut_kosong(nama, bidang)

    def full_clean(self) -> None:
        """Our words first: by now the fields that a form adds itself are there too."""
        for nama, bidang in self.fields.items():  # type: ignore[attr-defined]
            self._sebut_wajib(nama, bidang)
            self._sebut_batas(bidang)
        super().full_clean()  # type: ignore[misc]

    def _sebut_kosong(self, nama: str, bidang: forms.Field) -> None:
        """The empty choice says what to choose, not a row of dashes."""
        if getattr(bidang, "empty_label", None) == GARIS:
            label = _sebut(str(bidang.label or nama.replace("_", " ")))
            bidang.empty_label = f"Pilih {label}"  # type: ignore[attr-defined]
        elif isinstance(bidang, forms.TypedChoiceField):
            pilihan = list(bidang.choices)
            if pilihan and pilihan[0] == ("", GARIS):
                label = _sebut(str(bidang.label or nama.replace("_", " ")))
                bidang.choices = [("", f"Pilih {label}"), *pilihan[1:]]

    def _sebut_batas(self, bidang: forms.Field) -> None:
        # Not by the field's messages: those would speak over the model's own as well.
        bidang.validators = [_berkata(v) for v in bidang.validators]
        if isinstance(bidang, forms.EmailField):
            bidang.error_messages.setdefault("invalid", SUREL_SALAH)
        for kelas, kode, kata in KATA_BAWAAN:
            bawaan = kelas.default_error_messages[kode]
            if isinstance(bidang, kelas) and bidang.error_messages[kode] == bawaan:
                bidang.error_messages[kode] = kata

    def _sebut_wajib(self, nama: str, bidang: forms.Field) -> None:
        bawaan = forms.Field.default_error_messages["required"]
        if str(bidang.error_messages.get("required")) != str(bawaan):
            return
        label = _sebut(str(bidang.label or nama.replace("_", " ")))
        kata = "Pilih" if isinstance(bidang, forms.ChoiceField) else "Isi"
        if isinstance(bidang, forms.FileField):
            kata = "Pilih" if label.startswith("berkas") else "Pilih berkas untuk"
        if isinstance(bidang, forms.BooleanField):
            kata = "Centang"
        bidang.error_messages["required"] = f"{kata} {label}."

    @property
    def helper(self) -> FormHelper:
        """How `{% crispy form %}` draws it: POST, novalidate, one button, our key."""
        pembantu = FormHelper()
        pembantu.form_method = "post"
        pembantu.form_class = self.kelas
        pembantu.attrs = {"novalidate": ""}
        pembantu.tombol = self.tombol
        return pembantu


class BorangDasar(CampuranBorang, forms.Form):
    """Base of every plain form."""


class BorangModel(CampuranBorang, forms.ModelForm):
    """Base of every model form; services do the saving, so never call `save()`."""


def kata_kueri(kueri: Mapping[str, str], nama: str = "cari", panjang: int = 100) -> str:
    """A search word that no form reads: one line, no control characters, cut."""
    kata = "".join(h if h.isprintable() else " " for h in kueri.get(nama) or "")
    return " ".join(kata.split())[:panjang]


def isian(request: Any) -> Any:
    """What was sent, also when it is empty; None when the form is only shown."""
    return request.POST if request.method == "POST" else None
