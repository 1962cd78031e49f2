"""May this account do that? KEAMANAN C.3 (internship placement), C.8 rules 3 and 7."""

from kemitraan.models import Mitra, Penempatan, PermintaanData, ProgramMagang
from kemitraan.models.magang import MENEMPATI
from kemitraan.queries.magang import membimbing
from kemitraan.queries.mitra import mitra_sendiri
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Peran
from pegawai.queries.peran import (
    akar_cakupan,
    berlaku_sekota,
    pegawai_sendiri_id,
    punya_peran,
)

PENGURUS = (Peran.ANALIS, Peran.PENGELOLA_OPD)
PEMUTUS = (*PENGURUS, Peran.KEPALA_OPD)
Status = Penempatan.Status


def boleh_membuka_kemitraan(pengguna: Pengguna) -> bool:
    """Partners and agreements as a kind of page."""
    return punya_peran(pengguna, Peran.ADMIN, Peran.MITRA, *PEMUTUS)


def boleh_mengelola_kemitraan(pengguna: Pengguna) -> bool:
    """Write partners and agreements: analyst of the city."""
    return berlaku_sekota(pengguna, Peran.ANALIS)


def boleh_mengelola_pengguna_mitra(pengguna: Pengguna) -> bool:
    """Invite and end users of a partner: administrator of the city (C.2)."""
    return berlaku_sekota(pengguna, Peran.ADMIN)


def boleh_membuka_magang(pengguna: Pengguna) -> bool:
    """Placements as a kind of page: also for whoever mentors one."""
    return punya_peran(pengguna, Peran.MITRA, *PEMUTUS) or membimbing(pengguna)


def boleh_membuka_beranda_mitra(pengguna: Pengguna) -> bool:
    """The partner's start page."""
    return punya_peran(pengguna, Peran.MITRA)


def boleh_membuka_permintaan_data(pengguna: Pengguna) -> bool:
    """Requests about personal data: partners' users, and the analyst (C.3, PDP)."""
    return punya_peran(pengguna, Peran.MITRA) or berlaku_sekota(pengguna, Peran.ANALIS)


def boleh_memproses_permintaan_data(pengguna: Pengguna) -> bool:
    """Deciding as a kind of act: the city's analyst."""
    return berlaku_sekota(pengguna, Peran.ANALIS)


def boleh_memutuskan_permintaan_data(
    pengguna: Pengguna, permintaan: PermintaanData
) -> bool:
    """The analyst, never about oneself (C.8-3)."""
    return boleh_memproses_permintaan_data(pengguna) and (
        permintaan.pengguna_id != pengguna.pk
    )


def boleh_membuka_magang_saya(pengguna: Pengguna) -> bool:
    """One's own placement: the intern, and every ASN (who may be sent out)."""
    return punya_peran(pengguna, Peran.PEMAGANG, Peran.ASN)


def boleh_mengajukan_masuk(pengguna: Pengguna) -> bool:
    """Ask for a place for a student: the partner for its own, analyst, unit's carer."""
    return punya_peran(pengguna, Peran.MITRA, *PENGURUS)


def boleh_mengajukan_keluar(pengguna: Pengguna) -> bool:
    """Send an ASN to a partner."""
    return punya_peran(pengguna, *PENGURUS)


def _mengurus_unit(pengguna: Pengguna, penempatan: Penempatan, *peran: str) -> bool:
    return berlaku_sekota(pengguna, Peran.ANALIS) or _di_bawah(
        pengguna, penempatan, *peran
    )


def _di_bawah(pengguna: Pengguna, penempatan: Penempatan, *peran: str) -> bool:
    """Is its unit in or under a unit of these grants (label by label)?"""
    jalur = f"{penempatan.unit_kerja.jalur}."
    return any(jalur.startswith(f"{akar}.") for akar in akar_cakupan(pengguna, *peran))


def _diri_sendiri(pengguna: Pengguna, penempatan: Penempatan) -> bool:
    return penempatan.pegawai_id is not None and (
        penempatan.pegawai_id == pegawai_sendiri_id(pengguna)
    )


def boleh_memutuskan_penempatan(pengguna: Pengguna, penempatan: Penempatan) -> bool:
    """Accept or refuse: the unit's head (C.3: S u), never for oneself (C.8 rule 3)."""
    return not _diri_sendiri(pengguna, penempatan) and _di_bawah(
        pengguna, penempatan, Peran.KEPALA_OPD
    )


def boleh_menjalankan_penempatan(pengguna: Pengguna, penempatan: Penempatan) -> bool:
    """Start and finish: who keeps or decides it here, and the mentor."""
    if _diri_sendiri(pengguna, penempatan):
        return False
    sendiri = pegawai_sendiri_id(pengguna)
    if sendiri is not None and penempatan.pembimbing_id == sendiri:
        return True
    return _mengurus_unit(pengguna, penempatan, *PEMUTUS)


def boleh_menilai_penempatan(pengguna: Pengguna, penempatan: Penempatan) -> bool:
    """Give the final mark: mentor and unit; a partner for the ASN it has received."""
    if boleh_menjalankan_penempatan(pengguna, penempatan):
        return True
    return (
        not _diri_sendiri(pengguna, penempatan)
        and penempatan.program.arah == ProgramMagang.Arah.KELUAR
        and milik_mitra(pengguna, penempatan.program.perjanjian.mitra)
    )


def boleh_membatalkan_penempatan(pengguna: Pengguna, penempatan: Penempatan) -> bool:
    """Cancel: who keeps or decides it here; a partner what has not started."""
    if not _diri_sendiri(pengguna, penempatan) and _mengurus_unit(
        pengguna, penempatan, *PEMUTUS
    ):
        return True
    return penempatan.status in {Status.DIAJUKAN, Status.DITERIMA} and milik_mitra(
        pengguna, penempatan.program.perjanjian.mitra
    )


def boleh_mengundang_pemagang(pengguna: Pengguna, penempatan: Penempatan) -> bool:
    """Invite the student: the partner, the unit's carer; once, and not for an ASN."""
    peserta = penempatan.peserta
    if peserta is None or peserta.pengguna_id is not None:
        return False
    return _mengurus_unit(pengguna, penempatan, *PENGURUS) or milik_mitra(
        pengguna, penempatan.program.perjanjian.mitra
    )


def milik_mitra(pengguna: Pengguna, mitra: Mitra) -> bool:
    """Does the account speak for this institution today?"""
    return mitra_sendiri(pengguna).filter(pk=mitra.pk).exists()


def tindakan_penempatan(pengguna: Pengguna, penempatan: Penempatan) -> dict[str, bool]:
    """Which acts this account can take now: right and state together."""
    status = penempatan.status
    diajukan = status == Status.DIAJUKAN
    jalan = boleh_menjalankan_penempatan(pengguna, penempatan)
    return {
        "memutuskan": diajukan and boleh_memutuskan_penempatan(pengguna, penempatan),
        "memulai": status == Status.DITERIMA and jalan,
        "menyelesaikan": status == Status.BERJALAN and jalan,
        "menilai": penempatan.menunggu_nilai
        and boleh_menilai_penempatan(pengguna, penempatan),
        "mengundang": status in MENEMPATI
        and boleh_mengundang_pemagang(pengguna, penempatan),
        "membatalkan": status in {Status.DIAJUKAN, Status.DITERIMA, Status.BERJALAN}
        and boleh_membatalkan_penempatan(pengguna, penempatan),
    }
