"""May this account do that? Assessments, plans and programmes (KEAMANAN C.3)."""

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai, Peran, UnitKerja
from pegawai.queries.peran import (
    akar_cakupan,
    berlaku_sekota,
    pegawai_sendiri_id,
    punya_peran,
)
from penilaian.models import (
    ButirRencana,
    Penilaian,
    Penugasan,
    PenugasanAsesor,
    PeriodePenilaian,
    ProgramPembangunan,
    RencanaPengembangan,
)

# --- rencana ---------------------------------------------------------------------------

PEMBACA_RENCANA = (
    Peran.ASN,
    Peran.ATASAN,
    Peran.PENGELOLA_OPD,
    Peran.KEPALA_OPD,
    Peran.ANALIS,
)


def boleh_membuka_rencana(pengguna: Pengguna) -> bool:
    """Plans as a kind of page: every ASN, superiors, carers of units, the analyst."""
    return punya_peran(pengguna, *PEMBACA_RENCANA)


def boleh_membuat_rencana(pengguna: Pengguna) -> bool:
    """Start an own plan: who is in the registry."""
    return pegawai_sendiri_id(pengguna) is not None


def boleh_mengubah_rencana(pengguna: Pengguna, rencana: RencanaPengembangan) -> bool:
    """Write the lines: only the person whose plan it is."""
    return rencana.pegawai_id == pegawai_sendiri_id(pengguna)


def boleh_mengajukan_rencana(pengguna: Pengguna, rencana: RencanaPengembangan) -> bool:
    """Submit: only the person whose plan it is."""
    return boleh_mengubah_rencana(pengguna, rencana)


def boleh_menyetujui_rencana(pengguna: Pengguna, rencana: RencanaPengembangan) -> bool:
    """Only the employee's direct superior; never oneself (KEAMANAN.md C.8 rule 3)."""
    return _atasan_langsung(pengguna, rencana.pegawai)


def boleh_mengembalikan_rencana(
    pengguna: Pengguna, rencana: RencanaPengembangan
) -> bool:
    """Return: who may approve."""
    return boleh_menyetujui_rencana(pengguna, rencana)


def boleh_mencatat_butir(pengguna: Pengguna, butir: ButirRencana) -> bool:
    """Record progress of a free activity: the person whose plan it is."""
    return boleh_mengubah_rencana(pengguna, butir.rencana)


def _atasan_langsung(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    sendiri = pegawai_sendiri_id(pengguna)
    return (
        sendiri is not None and pegawai.atasan_id == sendiri and pegawai.pk != sendiri
    )


# --- program ---------------------------------------------------------------------------

PENGUSUL = (Peran.ANALIS, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD)


def boleh_membuka_program(pengguna: Pengguna) -> bool:
    """Programmes and their readiness: the analyst, carers of units, the leaders."""
    return punya_peran(pengguna, *PENGUSUL, Peran.PIMPINAN)


def boleh_membuat_program(pengguna: Pengguna) -> bool:
    """Write a programme: the analyst, or an OPD's carer for the own OPD."""
    return punya_peran(pengguna, Peran.ANALIS, Peran.PENGELOLA_OPD)


def boleh_mengubah_program(pengguna: Pengguna, program: ProgramPembangunan) -> bool:
    """Change a programme and its needs: the analyst, or the carer of its OPD."""
    return _meliputi(pengguna, program.opd, Peran.ANALIS, Peran.PENGELOLA_OPD)


def boleh_melihat_calon(pengguna: Pengguna) -> bool:
    """Names of people who fit: who may propose. The leaders see counts only."""
    return punya_peran(pengguna, *PENGUSUL)


def boleh_mengusulkan_penugasan(
    pengguna: Pengguna, program: ProgramPembangunan, pegawai: Pegawai
) -> bool:
    """Propose a person for a programme: both in the scope of one's grants; never oneself."""
    return (
        pegawai.pk != pegawai_sendiri_id(pengguna)
        and _meliputi(pengguna, program.opd, *PENGUSUL)
        and _meliputi(pengguna, pegawai.unit_kerja, *PENGUSUL)
    )


def boleh_membuka_penugasan(pengguna: Pengguna) -> bool:
    """Assignments as a kind of page: every ASN, superiors, who may propose."""
    return punya_peran(pengguna, Peran.ASN, Peran.ATASAN, *PENGUSUL)


def boleh_memutuskan_penugasan(pengguna: Pengguna, penugasan: Penugasan) -> bool:
    """Approve or refuse: the person's direct superior, never oneself."""
    return _atasan_langsung(pengguna, penugasan.pegawai)


def boleh_melihat_agenda(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """Other commitments of the person: oneself, the superior, who may propose the person."""
    return (
        pegawai.pk == pegawai_sendiri_id(pengguna)
        or _atasan_langsung(pengguna, pegawai)
        or _meliputi(pengguna, pegawai.unit_kerja, *PENGUSUL)
    )


def boleh_membatalkan_penugasan(pengguna: Pengguna, penugasan: Penugasan) -> bool:
    """Call off or end: who may change the programme, or who proposed it."""
    return (
        boleh_mengubah_program(pengguna, penugasan.program)
        or penugasan.diusulkan_oleh_id == pengguna.pk
    )


def _meliputi(pengguna: Pengguna, unit: UnitKerja | None, *peran: str) -> bool:
    """Does a grant of these roles cover this unit (label by label, or the city)?"""
    if berlaku_sekota(pengguna, *peran):
        return True
    if unit is None:
        return False
    jalur = f"{unit.jalur}."
    return any(jalur.startswith(f"{akar}.") for akar in akar_cakupan(pengguna, *peran))


# --- periode, penilaian, kesenjangan ---------------------------------------------------

Status = PeriodePenilaian.Status
PEMANTAU = (Peran.PENGELOLA_OPD, Peran.KEPALA_OPD)


def boleh_membuka_profil(pengguna: Pengguna) -> bool:
    """A competency profile as a kind of page (AK-2): not admin, pimpinan, partners."""
    return punya_peran(pengguna, Peran.ASN, Peran.ATASAN, Peran.ANALIS, *PEMANTAU)


def punya_profil(pengguna: Pengguna) -> bool:
    """Whoever is in the registry has a profile of one's own."""
    return pegawai_sendiri_id(pengguna) is not None


def boleh_mengunduh_profil(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """Take a profile away (C.3, X): one's own, the unit's carer, the analyst."""
    if pegawai.pk == pegawai_sendiri_id(pengguna):
        return True
    if berlaku_sekota(pengguna, Peran.ANALIS, Peran.PENGELOLA_OPD):
        return True
    if pegawai.unit_kerja is None:
        return False
    jalur = f"{pegawai.unit_kerja.jalur}."
    akar = akar_cakupan(pengguna, Peran.ANALIS, Peran.PENGELOLA_OPD)
    return any(jalur.startswith(f"{a}.") for a in akar)


def boleh_membuka_periode(pengguna: Pengguna) -> bool:
    """Periods: the analyst manages, units monitor, the administrator reads along."""
    return punya_peran(pengguna, Peran.ANALIS, Peran.ADMIN, *PEMANTAU)


def boleh_mengelola_periode(pengguna: Pengguna) -> bool:
    """Create, edit, open, close, assign, import, publish: analyst of the city."""
    return berlaku_sekota(pengguna, Peran.ANALIS)


def boleh_membuka_hasil_periode(pengguna: Pengguna) -> bool:
    """Results of a period: the analyst, and units for their people once published."""
    return punya_peran(pengguna, Peran.ANALIS, *PEMANTAU)


def boleh_membuka_hasil(pengguna: Pengguna) -> bool:
    """One result as a kind of page: own, team's, unit's, or all for the analyst."""
    return boleh_membuka_profil(pengguna)


def boleh_menerbitkan_periode(pengguna: Pengguna, periode: PeriodePenilaian) -> bool:
    """The analyst of the city; the state is the service's business."""
    return boleh_mengelola_periode(pengguna)


def boleh_membuka_asesmen(pengguna: Pengguna) -> bool:
    """The assessor's own assignments."""
    return punya_peran(pengguna, Peran.ASESOR)


def boleh_mengisi_asesmen(pengguna: Pengguna, penugasan: PenugasanAsesor) -> bool:
    """Own assignment, window open today, and never oneself."""
    return (
        penugasan.asesor_id == pengguna.pk
        and jendela_terbuka(penugasan.periode)
        and penugasan.pegawai_id != pegawai_sendiri_id(pengguna)
    )


def jendela_terbuka(periode: PeriodePenilaian) -> bool:
    """Is the period running, today inside its dates (both inclusive)?"""
    return (
        periode.status == Status.BERJALAN
        and periode.tanggal_mulai <= hari_ini() <= periode.tanggal_selesai
    )


def boleh_menjadi_asesor(asesor: Pengguna, pegawai: Pegawai) -> bool:
    """No assessor of self, of one's superior or of one's subordinate (C.8 rule 3)."""
    diri = pegawai_sendiri_id(asesor)
    if diri is None:
        return True
    if pegawai.pk == diri or pegawai.atasan_id == diri:
        return False
    return not Pegawai.objects.filter(pk=diri, atasan=pegawai).exists()


def boleh_melihat_catatan(pengguna: Pengguna, penilaian: Penilaian) -> bool:
    """Assessor's notes are F5: the analyst only."""
    return berlaku_sekota(pengguna, Peran.ANALIS)
