"""Full figures of what two people do at once (KEAMANAN B.5 row 4)."""

import pytest

from tests.pegawai.selang_seling import BENDA, selang_seling

pytestmark = pytest.mark.berat


def test_seribu_selang_seling_tidak_ada_simpanan_yang_hilang(catat):
    semua = [
        selang_seling(buat, benih) for buat in BENDA.values() for benih in range(334)
    ]

    diterima, ditolak, hilang = (sum(n) for n in zip(*semua, strict=True))
    catat(f"simpanan hilang dalam {len(semua)} selang-seling", hilang, 0)
    assert (hilang, diterima > 1000, ditolak > 1000) == (0, True, True)
