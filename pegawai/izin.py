"""May this account do that? KEAMANAN C.3 rows 1 to 4."""

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    BerkasImpor,
    EdisiKamus,
    Pegawai,
    Peran,
    StandarKompetensi,
    UnitKerja,
)
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
    unit = pegawai.unit_kerja
    return unit is not None and _di_bawah(pengguna, unit, *peran)


def _di_bawah(pengguna: Pengguna, unit: UnitKerja, *peran: str) -> bool:
    jalur = f"{unit.jalur}."
    return any(jalur.startswith(f"{akar}.") for akar in akar_cakupan(pengguna, *peran))


def boleh_membuka_organisasi(pengguna: Pengguna) -> bool:
    """Units and posts: everybody of the city, no partner, no intern."""
    return bool(peran_berlaku(pengguna) - ORANG_LUAR)


def boleh_membuka_standar(pengguna: Pengguna) -> bool:
    """Dictionary and standards: everybody of the city, no partner, no intern."""
    return bool(peran_berlaku(pengguna) - ORANG_LUAR)


def boleh_mengubah_kompetensi(pengguna: Pengguna) -> bool:
    """Wording of the dictionary: analyst of the city."""
    return berlaku_sekota(pengguna, Peran.ANALIS)


def boleh_mengubah_edisi(pengguna: Pengguna, edisi: EdisiKamus) -> bool:
    """Edit or throw away this edition of a dictionary: only a draft."""
    return boleh_mengubah_kompetensi(pengguna) and (
        edisi.status == EdisiKamus.Status.DRAF
    )


def boleh_menyusun_standar(pengguna: Pengguna) -> bool:
    """Draft an edition: analyst of the city."""
    return berlaku_sekota(pengguna, Peran.ANALIS)


def boleh_menerbitkan(pengguna: Pengguna) -> bool:
    """Publishing standards as a kind of act: administrator of the city."""
    return berlaku_sekota(pengguna, Peran.ADMIN)


def boleh_menerbitkan_standar(pengguna: Pengguna, standar: StandarKompetensi) -> bool:
    """Publish this edition: only a draft."""
    return boleh_menerbitkan(pengguna) and (
        standar.status == StandarKompetensi.Status.DRAF
    )


def boleh_mengubah_standar(pengguna: Pengguna, standar: StandarKompetensi) -> bool:
    """Edit or throw away this edition: only a draft; a published one is frozen."""
    return boleh_menyusun_standar(pengguna) and (
        standar.status == StandarKompetensi.Status.DRAF
    )


def boleh_melihat_perubahan(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """The trail of changes: one's own, and for those who keep the registry here."""
    if pegawai.pk == pegawai_sendiri_id(pengguna):
        return True
    if berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN):
        return True
    return _dalam_unit(pengguna, pegawai, Peran.ANALIS, Peran.PENGELOLA_OPD)


def boleh_menata_unit(pengguna: Pengguna) -> bool:
    """Setting superiors for whole units, as a kind of act."""
    return punya_peran(pengguna, Peran.ANALIS, Peran.PENGELOLA_OPD)


def boleh_menata_unit_ini(pengguna: Pengguna, unit: UnitKerja) -> bool:
    """Setting superiors for this unit: the analyst, and who cares for it."""
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return True
    return _di_bawah(pengguna, unit, Peran.ANALIS, Peran.PENGELOLA_OPD)


def boleh_mengubah_jabatan(pengguna: Pengguna) -> bool:
    """Level and class of posts: analyst of the city."""
    return berlaku_sekota(pengguna, Peran.ANALIS)


def boleh_mengimpor(pengguna: Pengguna) -> bool:
    """Staff files: the city's analyst and administrator, who cares for an OPD."""
    return punya_peran(pengguna, Peran.ANALIS, Peran.ADMIN, Peran.PENGELOLA_OPD)


def boleh_menjalankan_impor(pengguna: Pengguna, impor: BerkasImpor) -> bool:
    """Choose, run, cancel: whoever uploaded it, for its scope is that account's."""
    return boleh_mengimpor(pengguna) and impor.oleh_id == pengguna.pk


def boleh_membuka_surat(pengguna: Pengguna) -> bool:
    """The outbox: administrator of the city."""
    return berlaku_sekota(pengguna, Peran.ADMIN)
