"""Form helpers: {% load borang %}."""

from functools import lru_cache
from urllib.parse import urlencode
from uuid import uuid4

from crispy_forms.templatetags.crispy_forms_field import is_checkbox
from django import forms, template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join

from pegawai.dasar.alat.borang import Pilihan

register = template.Library()
LABEL_PENDEK = 60


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
        hasil += [(jangkar, _bernama(bidang, pesan)) for pesan in bidang.errors]
    return hasil


def _bernama(bidang, pesan):
    """A message that does not say which field it is about gets its name in front."""
    label = str(bidang.label or "").split(" (")[0]
    kata = label.lower().split()
    tersebut = all(k in str(pesan).lower() for k in kata)
    if bidang.is_hidden or tersebut or len(label) > LABEL_PENDEK:
        return pesan
    return f"{label}: {pesan}"


def _jangkar(bidang):
    """The first control: a set of radios has no element with the field's own id."""
    if bidang.use_fieldset and bidang.auto_id:
        return f"{bidang.auto_id}_0"
    return bidang.id_for_label or bidang.auto_id


@register.simple_tag
def berkas_lagi(bidang):
    """Name of the file that a refused form cannot keep: no browser sends it twice."""
    borang = bidang.form
    if not borang.is_bound or not borang.errors or bidang.errors:
        return ""
    berkas = borang.files.get(bidang.html_name)
    return berkas.name if berkas else ""


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
def medan_saringan(borang):
    """Label, error and control of each visible field of a filter bar, written directly."""
    return format_html_join(
        "\n", "{}", ((_medan(b),) for b in borang if not b.is_hidden)
    )


def _medan(bidang):
    if is_checkbox(bidang):
        return render_to_string("komponen/medan_centang.html", {"field": bidang})
    galat = ""
    if bidang.errors:
        galat = render_to_string(
            "bootstrap5/layout/field_errors.html", {"field": bidang}
        )
    return format_html(
        '<div class="medan{}"><label for="{}">{}</label>{}{}</div>',
        " medan-galat" if galat else "",
        bidang.id_for_label,
        bidang.label,
        galat,
        _kendali(bidang),
    )


def _kendali(bidang):
    alat = bidang.field.widget
    if type(alat) is forms.Select and not isinstance(
        bidang.field, forms.MultiValueField
    ):
        return _pilih(bidang)
    if type(alat) is forms.TextInput:
        return _teks(bidang)
    return render_to_string("komponen/medan_saring.html", {"field": bidang})


def _pilih(bidang):
    nilai = bidang.value()
    kini = "" if nilai is None else str(bidang.field.prepare_value(nilai))
    return format_html(
        '<select class="{}"{}>{}</select>',
        _kelas(bidang, "form-select"),
        _sifat(bidang),
        daftar_opsi(_beku(bidang.field.choices), kini),
    )


def _beku(pilihan):
    """Choices as a key: texts, and groups of them."""
    if isinstance(pilihan, Pilihan):
        return pilihan.pasangan
    return tuple(
        (
            "" if kode is None else str(kode),
            _beku(nama) if isinstance(nama, list | tuple) else str(nama),
        )
        for kode, nama in pilihan
    )


@lru_cache(maxsize=300)
def daftar_opsi(pilihan, kini):
    """The same few sets of choices are drawn for everybody all day."""
    return format_html_join("", "{}", ((_butir(k, n, kini),) for k, n in pilihan))


def _butir(kode, nama, kini):
    """One choice, or a named group of them."""
    if isinstance(nama, tuple):
        isi = daftar_opsi(nama, kini)
        return format_html('<optgroup label="{}">{}</optgroup>', kode, isi)
    return _opsi(kode, nama, kini)


def _opsi(kode, nama, kini):
    if kode == kini:
        return format_html('<option value="{}" selected>{}</option>', kode, nama)
    return format_html('<option value="{}">{}</option>', kode, nama)


def _teks(bidang):
    nilai = bidang.value()
    return format_html(
        '<input type="{}" class="{}"{}{}>',
        bidang.field.widget.input_type,
        _kelas(bidang, "form-control"),
        "" if nilai is None else format_html(' value="{}"', nilai),
        _sifat(bidang),
    )


def _kelas(bidang, dasar):
    tambahan = bidang.field.widget.attrs.get("class", "")
    salah = " is-invalid" if bidang.errors else ""
    return f"{dasar}{' ' if tambahan else ''}{tambahan}{salah}"


def _sifat(bidang):
    """Name, id, what the widget asks for, and the link to the error beside it."""
    sifat = {"name": bidang.html_name, "id": bidang.auto_id}
    sifat |= bidang.build_widget_attrs(bidang.field.widget.attrs)
    if bidang.errors:
        sifat |= {"aria-invalid": "true", "aria-describedby": f"{bidang.auto_id}_error"}
    return _tulis_sifat(
        tuple(
            (nama, isi if isi is True else str(isi))
            for nama, isi in sifat.items()
            if nama != "class" and isi is not False and isi is not None
        )
    )


@lru_cache(maxsize=500)
def _tulis_sifat(sifat):
    return format_html_join(
        "",
        "{}",
        (
            (format_html(" {}", n) if isi is True else format_html(' {}="{}"', n, isi),)
            for n, isi in sifat
        ),
    )
