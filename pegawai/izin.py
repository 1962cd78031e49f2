"""May this account do that? KEAMANAN C.3 rows 1 to 4."""

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    BerkasImpor,
    EdisiKamus,
    Pegawai,
    PemberianPeran,
    PenataanUnit,
    Peran,
    PermintaanPerbaikan,
    StandarKompetensi,
    UnitKerja,
    UsulPeran,
)
from pegawai.queries.ekspor import PENGEKSPOR, akar_ekspor
from pegawai.queries.peran import (
    PERAN_LUAS,
    akar_cakupan,
    berlaku_sekota,
    pegawai_sendiri_id,
    peran_berlaku,
    peran_diberikan,
    punya_peran,
)

PENGURUS = (Peran.PENGELOLA_OPD, Peran.KEPALA_OPD, Peran.ANALIS, Peran.ADMIN)
# Who has no business with the city's organisation at all.
ORANG_LUAR = frozenset({Peran.MITRA, Peran.PEMAGANG})

PENGEMBANG_UNIT = (Peran.PENGELOLA_OPD, Peran.KEPALA_OPD)


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


def boleh_mengubah_pegawai(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """Posts, grades, education, number, own facts: C.3 rows 1 and 2, never one's own."""
    return boleh_mengganti_atasan(pengguna, pegawai)


def boleh_mengubah_kedudukan(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """Legal standing closes accounts and grants: the analyst only, never one's own."""
    if pegawai.pk == pegawai_sendiri_id(pengguna):
        return False
    return berlaku_sekota(pengguna, Peran.ANALIS) or _dalam_unit(
        pengguna, pegawai, Peran.ANALIS
    )


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


def boleh_membuka_pengembangan(pengguna: Pengguna) -> bool:
    """Profile, trainings, results, plans of people as a kind of page (AK-2, C.3)."""
    return punya_peran(
        pengguna, Peran.ASN, Peran.ATASAN, Peran.ANALIS, *PENGEMBANG_UNIT
    )


def boleh_melihat_pengembangan(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """Of this person: oneself, the direct superior, the unit's keepers, the analyst."""
    sendiri = pegawai_sendiri_id(pengguna)
    if sendiri is not None and sendiri in {pegawai.pk, pegawai.atasan_id}:
        return True
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return True
    return _dalam_unit(pengguna, pegawai, Peran.ANALIS, *PENGEMBANG_UNIT)


def boleh_melihat_semua_perubahan(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """The whole trail of this person: oneself and the administrator (C.3, audit log)."""
    return pegawai.pk == pegawai_sendiri_id(pengguna) or berlaku_sekota(
        pengguna, Peran.ADMIN
    )


def boleh_melihat_perubahan(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """The trail as a page; who keeps the registry here finds only the own acts on it."""
    if pegawai.pk == pegawai_sendiri_id(pengguna):
        return True
    if berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN):
        return True
    return _dalam_unit(pengguna, pegawai, Peran.ANALIS, Peran.PENGELOLA_OPD)


def boleh_meminta_perbaikan(pengguna: Pengguna) -> bool:
    """Ask for a correction, see who looked: everybody in the registry, for oneself."""
    return punya_peran(pengguna, Peran.ASN)


def boleh_membuka_perbaikan(pengguna: Pengguna) -> bool:
    """The list of requests to decide: who keeps the registry of a unit or of the city."""
    return punya_peran(pengguna, Peran.ANALIS, Peran.PENGELOLA_OPD)


def boleh_memutuskan_perbaikan(
    pengguna: Pengguna, perbaikan: PermintaanPerbaikan
) -> bool:
    """Accept or refuse: the same, within their scope, never for oneself (C.8-3)."""
    pegawai = perbaikan.pegawai
    if pegawai.pk == pegawai_sendiri_id(pengguna):
        return False
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return True
    return _dalam_unit(pengguna, pegawai, Peran.ANALIS, Peran.PENGELOLA_OPD)


def boleh_membatalkan_perbaikan(
    pengguna: Pengguna, perbaikan: PermintaanPerbaikan
) -> bool:
    """Withdraw: only whoever asked."""
    return perbaikan.pegawai_id == pegawai_sendiri_id(pengguna)


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


def boleh_mengurungkan_impor(pengguna: Pengguna, impor: BerkasImpor) -> bool:
    """Undo: whoever ran it; what a command ran, analyst and administrator of the city."""
    if impor.oleh_id is None:
        return berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN)
    return boleh_menjalankan_impor(pengguna, impor)


def boleh_membuka_surat(pengguna: Pengguna) -> bool:
    """The outbox: administrator of the city."""
    return berlaku_sekota(pengguna, Peran.ADMIN)


def boleh_memberi_kode(pengguna: Pengguna) -> bool:
    """One-time codes of the first sign-in as a kind of act."""
    return punya_peran(pengguna, Peran.ANALIS, Peran.ADMIN, Peran.PENGELOLA_OPD)


def boleh_memberi_kode_kepada(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """A code opens the account: nobody opens one that may do more than the giver.

    Never for oneself; who holds a role of the city only by the administrator, the head of
    an OPD by the analyst or the administrator, everybody else by the unit's carer too.
    """
    if pegawai.pk == pegawai_sendiri_id(pengguna):
        return False
    akun = pegawai.pengguna
    peran = peran_berlaku(akun) & PERAN_LUAS if akun else frozenset()
    if berlaku_sekota(pengguna, Peran.ADMIN):
        return True
    if akun is not None and peran_diberikan(akun):
        return False
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return True
    return not peran and _dalam_unit(pengguna, pegawai, Peran.PENGELOLA_OPD)


def boleh_memberi_kode_unit(pengguna: Pengguna, unit: UnitKerja) -> bool:
    """A list of codes for a whole unit."""
    if berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN):
        return True
    return _di_bawah(pengguna, unit, Peran.PENGELOLA_OPD)


def boleh_membuka_peran(pengguna: Pengguna) -> bool:
    """Who holds which role: administrator of the city."""
    return berlaku_sekota(pengguna, Peran.ADMIN)


def boleh_mengusulkan_peran(pengguna: Pengguna) -> bool:
    """Propose a grant: who cares for a unit, and the analyst (C.3)."""
    return punya_peran(pengguna, Peran.ANALIS, Peran.ADMIN, Peran.PENGELOLA_OPD)


def boleh_memutuskan_usul_peran(pengguna: Pengguna, usul: UsulPeran) -> bool:
    """Grant what was proposed: another administrator, and never for oneself."""
    return (
        boleh_membuka_peran(pengguna)
        and usul.status == UsulPeran.Status.DIUSULKAN
        and pengguna.pk not in {usul.diusulkan_oleh_id, usul.pengguna_id}
    )


def boleh_mencabut_peran(pengguna: Pengguna, pemberian: PemberianPeran) -> bool:
    """End a grant: the administrator, never the own one."""
    return (
        boleh_membuka_peran(pengguna)
        and pemberian.pengguna_id != pengguna.pk
        and pemberian.dicabut_pada is None
    )


def boleh_memulihkan_peran(pengguna: Pengguna, pemberian: PemberianPeran) -> bool:
    """Take a suspension back: the administrator, never the own one."""
    return (
        boleh_mencabut_peran(pengguna, pemberian)
        and pemberian.ditangguhkan_pada is not None
        and pemberian.berlaku_sampai >= hari_ini()
    )


def boleh_mengekspor(pengguna: Pengguna) -> bool:
    """Take people out of the registry as a file: analyst, who cares for an OPD."""
    return punya_peran(pengguna, *PENGEKSPOR)


def boleh_mengunduh_ekspor(pengguna: Pengguna, pekerjaan: Pekerjaan) -> bool:
    """The file of an export: while today's scope still covers the one it was made with."""
    kini = akar_ekspor(pengguna)
    if kini is None:
        return True
    dahulu = pekerjaan.hasil.get("akar")
    return bool(kini and dahulu) and all(
        any(f"{lama}.".startswith(f"{akar}.") for akar in kini) for lama in dahulu
    )


def wajib_sandi_lagi_untuk_ekspor(pengguna: Pengguna) -> bool:
    """Who could take the whole city signs in afresh for it (KEAMANAN C.3: X with step-up)."""
    return berlaku_sekota(pengguna, *PENGEKSPOR)


def boleh_melihat_penataan(pengguna: Pengguna) -> bool:
    """Acts of reorganisation: analyst and administrator of the city, who cares for units."""
    return berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN) or punya_peran(
        pengguna, Peran.PENGELOLA_OPD
    )


def boleh_melihat_penataan_unit(pengguna: Pengguna, unit: UnitKerja) -> bool:
    """Acts that touch this unit."""
    return berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN) or _di_bawah(
        pengguna, unit, Peran.PENGELOLA_OPD
    )


def boleh_mengusulkan_penataan(pengguna: Pengguna) -> bool:
    """Proposing as a kind of act: the analyst, who cares for a unit (C.3 row 3)."""
    return berlaku_sekota(pengguna, Peran.ANALIS) or punya_peran(
        pengguna, Peran.PENGELOLA_OPD
    )


def boleh_mengusulkan_penataan_unit(pengguna: Pengguna, unit: UnitKerja) -> bool:
    """Propose an act on this unit: the analyst, who cares for it."""
    return berlaku_sekota(pengguna, Peran.ANALIS) or _di_bawah(
        pengguna, unit, Peran.PENGELOLA_OPD
    )


def boleh_membatalkan_penataan(pengguna: Pengguna, penataan: PenataanUnit) -> bool:
    """Take back: the analyst any, whoever proposed it the own."""
    return berlaku_sekota(pengguna, Peran.ANALIS) or (
        penataan.diajukan_oleh_id == pengguna.pk
        and boleh_mengusulkan_penataan(pengguna)
    )


def boleh_mengubah_unit(pengguna: Pengguna) -> bool:
    """Facts of a unit that carry no date: analyst of the city."""
    return berlaku_sekota(pengguna, Peran.ANALIS)


def boleh_menyetujui_penataan(pengguna: Pengguna, penataan: PenataanUnit) -> bool:
    """Approve: administrator of the city, never the own proposal (C.3, T with two)."""
    return (
        berlaku_sekota(pengguna, Peran.ADMIN)
        and penataan.status == PenataanUnit.Status.DIAJUKAN
        and penataan.diajukan_oleh_id != pengguna.pk
    )
