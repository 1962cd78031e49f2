"""Form helpers: {% load borang %}."""

from uuid import uuid4

from django import template
from django.utils.html import format_html

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
