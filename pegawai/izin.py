"""May this account do that? KEAMANAN C.3 rows 1 to 4."""

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai, Peran, StandarKompetensi
from pegawai.queries.peran import (
    akar_cakupan,
    berlaku_sekota,
    pegawai_sendiri_id,
    peran_berlaku,
    punya_peran,
)

PENGURUS = (Peran.PENGELOLA_OPD, Peran.KEPALA_OPD, Peran.ANALIS, Peran.ADMIN)
# Who has no business with the city's organisation at all.
ORANG_LUAR = frozenset({Peran.MITRA, Peran.PEMAGANG})


def boleh_melihat_daftar_pegawai(pengguna: Pengguna) -> bool:
    """The list of people: superiors and those who care for a unit."""
    return punya_peran(pengguna, Peran.ATASAN, *PENGURUS)


def boleh_membuka_pegawai(pengguna: Pengguna) -> bool:
    """A person's page as a kind of page (AK-2): also the own one of every ASN."""
    return punya_peran(pengguna, Peran.ASN, Peran.ATASAN, *PENGURUS)


def boleh_melihat_data_pribadi(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """Class F2 (birth date, e-mail): oneself, the unit's carer, the analyst."""
    if pegawai.pk == pegawai_sendiri_id(pengguna):
        return True
    if berlaku_sekota(pengguna, Peran.ANALIS, Peran.PENGELOLA_OPD):
        return True
    return _dalam_unit(pengguna, pegawai, Peran.ANALIS, Peran.PENGELOLA_OPD)


def boleh_mengganti_atasan(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """Override the superior: whoever keeps the registry here, never for oneself."""
    if pegawai.pk == pegawai_sendiri_id(pengguna):
        return False
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return True
    return _dalam_unit(pengguna, pegawai, Peran.ANALIS, Peran.PENGELOLA_OPD)


def _dalam_unit(pengguna: Pengguna, pegawai: Pegawai, *peran: str) -> bool:
    """Is the person's unit in or under a unit of these grants (label by label)?"""
    if pegawai.unit_kerja is None:
        return False
    jalur = f"{pegawai.unit_kerja.jalur}."
    return any(jalur.startswith(f"{akar}.") for akar in akar_cakupan(pengguna, *peran))


def boleh_membuka_organisasi(pengguna: Pengguna) -> bool:
    """Units and posts: everybody of the city, no partner, no intern."""
    return bool(peran_berlaku(pengguna) - ORANG_LUAR)


def boleh_membuka_standar(pengguna: Pengguna) -> bool:
    """Dictionary and standards: everybody of the city, no partner, no intern."""
    return bool(peran_berlaku(pengguna) - ORANG_LUAR)


def boleh_melihat_draf_standar(pengguna: Pengguna) -> bool:
    """Drafts are for those who write and publish them."""
    return punya_peran(pengguna, Peran.ANALIS, Peran.ADMIN)


def boleh_mengubah_kompetensi(pengguna: Pengguna) -> bool:
    """Wording of the dictionary: analyst of the city."""
    return berlaku_sekota(pengguna, Peran.ANALIS)


def boleh_menyusun_standar(pengguna: Pengguna) -> bool:
    """Draft an edition: analyst of the city."""
    return berlaku_sekota(pengguna, Peran.ANALIS)


def boleh_menerbitkan_standar(pengguna: Pengguna, standar: StandarKompetensi) -> bool:
    """Publish a draft: administrator of the city."""
    return berlaku_sekota(pengguna, Peran.ADMIN) and (
        standar.status == StandarKompetensi.Status.DRAF
    )
