"""Form helpers: {% load borang %}."""

from urllib.parse import urlencode
from uuid import uuid4

from crispy_forms.templatetags.crispy_forms_field import is_checkbox
from django import forms, template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
def kunci_kirim():
    """Hidden idempotency key: a form sent twice answers with the first redirect."""
    return format_html('<input type="hidden" name="kunci_kirim" value="{}">', uuid4())


@register.simple_tag
def ringkas_galat(borang):
    """Errors of a form in field order: (anchor or "", message)."""
    if borang is None or not getattr(borang, "is_bound", False):
        return []
    hasil = [("galat-borang", pesan) for pesan in borang.non_field_errors()]
    for bidang in borang:
        jangkar = "" if bidang.is_hidden else _jangkar(bidang)
        hasil += [(jangkar, pesan) for pesan in bidang.errors]
    return hasil


def _jangkar(bidang):
    """The first control: a set of radios has no element with the field's own id."""
    if bidang.use_fieldset and bidang.auto_id:
        return f"{bidang.auto_id}_0"
    return bidang.id_for_label or bidang.auto_id


@register.simple_tag(takes_context=True)
def ganti_kueri(context, **kwargs):
    """The query string with some parameters replaced; None or "" removes one."""
    kueri = context["request"].GET.copy()
    for nama, nilai in kwargs.items():
        if nilai is None or nilai == "":
            kueri.pop(nama, None)
        else:
            kueri[nama] = nilai
    return f"?{kueri.urlencode()}" if kueri else "?"


@register.simple_tag
def kueri_simpan(kueri):
    """`kueri=...` for the page that keeps a filter under a name."""
    return urlencode({"kueri": kueri})


@register.simple_tag
def medan_saring(bidang):
    """The control of a filter bar, written directly: a template per <option> is slow."""
    alat = bidang.field.widget
    if type(alat) is forms.Select and not isinstance(
        bidang.field, forms.MultiValueField
    ):
        return _pilih(bidang)
    if type(alat) is forms.TextInput:
        return _teks(bidang)
    return render_to_string(
        "komponen/medan_saring.html",
        {"field": bidang, "kotak": is_checkbox(bidang)},
    )


def _pilih(bidang):
    nilai = bidang.value()
    kini = "" if nilai is None else str(bidang.field.prepare_value(nilai))
    isi = [f'<select class="{_kelas(bidang, "form-select")}"{_sifat(bidang)}>']
    for kode, nama in bidang.field.choices:
        if isinstance(nama, list | tuple):
            isi.append(f'<optgroup label="{conditional_escape(kode)}">')
            isi += [_opsi(k, n, kini) for k, n in nama]
            isi.append("</optgroup>")
        else:
            isi.append(_opsi(kode, nama, kini))
    isi.append("</select>")
    return mark_safe("".join(isi))


def _opsi(kode, nama, kini):
    kode = "" if kode is None else str(kode)
    tanda = " selected" if kode == kini else ""
    return (
        f'<option value="{conditional_escape(kode)}"{tanda}>'
        f"{conditional_escape(nama)}</option>"
    )


def _teks(bidang):
    nilai = bidang.value()
    isi = "" if nilai is None else f' value="{conditional_escape(nilai)}"'
    kelas = _kelas(bidang, "form-control")
    return mark_safe(
        f'<input type="{bidang.field.widget.input_type}" class="{kelas}"{isi}'
        f"{_sifat(bidang)}>"
    )


def _kelas(bidang, dasar):
    tambahan = bidang.field.widget.attrs.get("class", "")
    salah = " is-invalid" if bidang.errors else ""
    return f"{dasar}{' ' if tambahan else ''}{conditional_escape(tambahan)}{salah}"


def _sifat(bidang):
    """Name, id, what the widget asks for, and the link to the error beside it."""
    sifat = {"name": bidang.html_name, "id": bidang.auto_id}
    sifat |= bidang.build_widget_attrs(bidang.field.widget.attrs)
    if bidang.errors:
        sifat |= {"aria-invalid": "true", "aria-describedby": f"{bidang.auto_id}_error"}
    return "".join(
        f" {nama}" if nilai is True else f' {nama}="{conditional_escape(nilai)}"'
        for nama, nilai in sifat.items()
        if nama != "class" and nilai is not False and nilai is not None
    )
