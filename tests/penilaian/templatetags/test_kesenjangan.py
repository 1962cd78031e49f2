"""The rows of the gap table."""

from decimal import Decimal

from django.utils.safestring import SafeString

from pegawai.models import Kompetensi
from penilaian.queries.kesenjangan import BarisProfil
from penilaian.templatetags.kesenjangan import baris_kesenjangan

UID = "00000000-0000-4000-8000-000000000001"


def baris(nama, capaian, standar):
    return BarisProfil(Kompetensi(uid=UID, nama=nama), capaian, standar)


def test_baris_menulis_tanda_markup_sebagai_teks():
    isi = baris_kesenjangan([baris("<i>{0}&'", Decimal(2), 3)], "/profil/<b>/")

    assert isinstance(isi, SafeString)
    assert f'href="/profil/&lt;b&gt;/{UID}/">&lt;i&gt;{{0}}&amp;&#x27;</a>' in isi


def test_baris_menandai_yang_kurang_saja():
    kurang, cukup, tanpa = baris_kesenjangan(
        [
            baris("A", Decimal(1), 2),
            baris("B", Decimal("2.5"), 2),
            baris("C", None, None),
        ],
        "/",
    ).split("\n")

    assert '<span class="kurang">−1</span>' in kurang
    assert 'data-label="Selisih">+0,5</td></tr>' in cukup
    assert 'data-label="Selisih">—</td></tr>' in tanpa
