"""Small cells: hidden, and not to be had from the total."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pegawai.dasar.alat.samar import samarkan, samarkan_bagian


@pytest.mark.parametrize(
    ("sel", "tampil"),
    [
        ([], []),
        ([10, 0, 7], [10, 0, 7]),
        ([10, 3, 7], [10, None, None]),
        ([10, 1, 2, 7], [10, None, None, None]),
        ([10, 4, 4, 7], [10, None, None, 7]),
        ([1, 1, 1, 1, 1, 9, 10], [None] * 6 + [10]),
        ([3, 0], [None, 0]),
        ([2, 1], [None, None]),
    ],
)
def test_samarkan_beserta_sel_pendamping(sel, tampil):
    assert samarkan(sel, 5) == tampil


@given(st.lists(st.integers(0, 60), max_size=12))
@settings(max_examples=300, deadline=None)
def test_samarkan_sel_kecil_tidak_dapat_dihitung(sel):
    tampil = samarkan(sel, 5)

    terlihat = [n for n in tampil if n is not None]
    sisa = sum(sel) - sum(terlihat)
    hilang = [n for n, t in zip(sel, tampil, strict=True) if t is None]
    assert not [n for n in terlihat if 0 < n < 5]
    # All hidden: then the total is what is published, and the report hides that as well.
    if hilang and len(hilang) < len([n for n in sel if n]):
        assert len(hilang) > 1
        assert sisa >= 5
        assert sisa > len(hilang)  # else each is one: an empty cell is never hidden


@pytest.mark.parametrize(
    ("bagian", "dari", "tampil"),
    [
        (0, 0, (0, 0)),
        (3, 4, (None, None)),
        (3, 40, (None, 40)),
        (38, 40, (None, 40)),
        (40, 40, (40, 40)),
        (0, 40, (0, 40)),
        (20, 40, (20, 40)),
    ],
)
def test_samarkan_bagian_dan_sisanya(bagian, dari, tampil):
    assert samarkan_bagian(bagian, dari, 5) == tampil
