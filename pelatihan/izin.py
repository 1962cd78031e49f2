"""May this account do that? One predicate an act."""

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai, UnitKerja
from pegawai.models.peran import Peran
from pegawai.queries.peran import (
    akar_cakupan,
    berlaku_sekota,
    pegawai_sendiri_id,
    punya_peran,
)
from pelatihan.models import (
    Angkatan,
    Pelatihan,
    Peserta,
    RiwayatPengembangan,
    Sertifikat,
    UsulPelatihan,
)
from pelatihan.queries.penyelenggara import mengelola
from pelatihan.queries.peserta import atasan_memutuskan

PEMBACA_KATALOG = (
    Peran.ASN,
    Peran.ATASAN,
    Peran.KEPALA_OPD,
    Peran.PENGELOLA_OPD,
    Peran.ANALIS,
    Peran.PENYELENGGARA,
    Peran.ASESOR,
    Peran.PIMPINAN,
)
PENGELOLA = (Peran.ANALIS, Peran.PENYELENGGARA)


def boleh_membuka_katalog(pengguna: Pengguna) -> bool:
    """Everybody of the city but admin, partners and interns (KEAMANAN C.3)."""
    return punya_peran(pengguna, *PEMBACA_KATALOG)


def boleh_membuka_angkatan(pengguna: Pengguna) -> bool:
    """The organiser's workspace; an OPD reads what was announced and its own people."""
    return punya_peran(pengguna, *PENGELOLA, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD)


def boleh_membuat_pelatihan(pengguna: Pengguna) -> bool:
    """Organisers for themselves, an analyst for every organiser."""
    return punya_peran(pengguna, *PENGELOLA)


def boleh_mengubah_pelatihan(pengguna: Pengguna, pelatihan: Pelatihan) -> bool:
    """Members of its organiser; an analyst."""
    return mengelola(pengguna, pelatihan.penyelenggara_id)


def boleh_membuka_usul_pelatihan(pengguna: Pengguna) -> bool:
    """Courses that OPDs ask for: who asks and who decides (C.3: propose)."""
    return punya_peran(pengguna, Peran.PENGELOLA_OPD, Peran.ANALIS)


def boleh_mengusulkan_pelatihan(pengguna: Pengguna) -> bool:
    """Ask for a course: who cares for a unit."""
    return punya_peran(pengguna, Peran.PENGELOLA_OPD)


def boleh_memutuskan_usul_pelatihan(pengguna: Pengguna, usul: UsulPelatihan) -> bool:
    """Take over or refuse: the city's analyst, never one's own proposal."""
    return berlaku_sekota(pengguna, Peran.ANALIS) and usul.diusulkan_oleh_id != (
        pengguna.pk
    )


def boleh_menarik_usul_pelatihan(pengguna: Pengguna, usul: UsulPelatihan) -> bool:
    """Withdraw: who cares for the unit in whose name it was asked."""
    return _mencakup(pengguna, usul.unit_kerja, Peran.PENGELOLA_OPD)


def boleh_mengelola_anggota(pengguna: Pengguna) -> bool:
    """Members of organisers as a kind of page: members for their own, the admin (C.3)."""
    return punya_peran(pengguna, Peran.PENYELENGGARA) or berlaku_sekota(
        pengguna, Peran.ADMIN
    )


def boleh_mengelola_penyelenggara(pengguna: Pengguna) -> bool:
    """Make and change organisers: the administrator, who lets the first member in."""
    return berlaku_sekota(pengguna, Peran.ADMIN)


def boleh_mengelola_angkatan(pengguna: Pengguna, angkatan: Angkatan) -> bool:
    """Members of its organiser; an analyst."""
    return mengelola(pengguna, angkatan.pelatihan.penyelenggara_id)


def boleh_mendaftar(pengguna: Pengguna) -> bool:
    """Whoever is in the registry asks a seat for oneself (KETENTUAN P-3)."""
    return pegawai_sendiri_id(pengguna) is not None


def boleh_membuka_riwayat(pengguna: Pengguna) -> bool:
    """One's own ledger: whoever is in the registry."""
    return pegawai_sendiri_id(pengguna) is not None


def boleh_membuka_catatan(pengguna: Pengguna) -> bool:
    """One row of somebody's ledger as a kind of page (AK-2, C.3)."""
    return punya_peran(
        pengguna,
        Peran.ASN,
        Peran.ATASAN,
        Peran.KEPALA_OPD,
        Peran.PENGELOLA_OPD,
        Peran.ANALIS,
    )


def boleh_memverifikasi(pengguna: Pengguna) -> bool:
    """Verifying recorded training as a kind of act (C.3: pengelola_opd u, analis k)."""
    return punya_peran(pengguna, Peran.PENGELOLA_OPD, Peran.ANALIS)


def boleh_memverifikasi_riwayat(
    pengguna: Pengguna, riwayat: RiwayatPengembangan
) -> bool:
    """The city's analyst, the carers of the person's unit; never oneself (C.8-3)."""
    if riwayat.pegawai.pengguna_id == pengguna.pk:
        return False
    return berlaku_sekota(pengguna, Peran.ANALIS) or _di_unit(
        pengguna, riwayat.pegawai, Peran.PENGELOLA_OPD
    )


def boleh_melihat_bukti(pengguna: Pengguna, riwayat: RiwayatPengembangan) -> bool:
    """The person, and who may verify it."""
    return riwayat.pegawai.pengguna_id == pengguna.pk or boleh_memverifikasi_riwayat(
        pengguna, riwayat
    )


def boleh_mengubah_riwayat(pengguna: Pengguna, riwayat: RiwayatPengembangan) -> bool:
    """One's own, while it waits or after it was refused."""
    return riwayat.pegawai.pengguna_id == pengguna.pk and riwayat.status in {
        RiwayatPengembangan.Status.DIAJUKAN,
        RiwayatPengembangan.Status.DITOLAK,
    }


def boleh_membuka_peserta(pengguna: Pengguna) -> bool:
    """Enrolments: who may ask, decide or organise."""
    return punya_peran(
        pengguna,
        Peran.ASN,
        Peran.ATASAN,
        Peran.KEPALA_OPD,
        Peran.PENGELOLA_OPD,
        *PENGELOLA,
    )


def boleh_memutuskan_peserta(pengguna: Pengguna, peserta: Peserta) -> bool:
    """The direct superior, the unit's head, the analyst (C.3); never oneself (C.8-3).

    Where there is no superior who can decide, the batch's organiser does.
    """
    if peserta.pegawai.pengguna_id == pengguna.pk:
        return False
    if berlaku_sekota(pengguna, Peran.ANALIS) or _mengepalai(pengguna, peserta):
        return True
    if atasan_memutuskan(peserta.pegawai):
        return peserta.pegawai.atasan.pengguna_id == pengguna.pk
    return mengelola(pengguna, peserta.angkatan.pelatihan.penyelenggara_id)


def _mengepalai(pengguna: Pengguna, peserta: Peserta) -> bool:
    """Does the account head the unit of this person, or one above it?"""
    return _di_unit(pengguna, peserta.pegawai, Peran.KEPALA_OPD)


def _di_unit(pengguna: Pengguna, pegawai: Pegawai, peran: str) -> bool:
    """Is the person in or under a unit of such a grant (label by label)?"""
    unit = pegawai.unit_kerja
    return unit is not None and _mencakup(pengguna, unit, peran)


def _mencakup(pengguna: Pengguna, unit: UnitKerja, peran: str) -> bool:
    return any(
        f"{unit.jalur}.".startswith(f"{akar}.")
        for akar in akar_cakupan(pengguna, peran)
    )


def boleh_membatalkan_peserta(pengguna: Pengguna, peserta: Peserta) -> bool:
    """One's own; while it waits, a nomination also by the carers of the person's unit."""
    if peserta.pegawai.pengguna_id == pengguna.pk:
        return True
    return (
        peserta.dicalonkan_oleh_id is not None
        and peserta.menunggu
        and boleh_mencalonkan_pegawai(pengguna, peserta.pegawai)
    )


def boleh_mencalonkan(pengguna: Pengguna) -> bool:
    """Nominating as a kind of act: who cares for a unit (C.3, enrolment B u)."""
    return punya_peran(pengguna, Peran.PENGELOLA_OPD)


def boleh_mencalonkan_pegawai(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """People of the own units; for oneself one asks like everybody."""
    return pegawai.pengguna_id != pengguna.pk and _di_unit(
        pengguna, pegawai, Peran.PENGELOLA_OPD
    )


def boleh_membuka_sertifikat(pengguna: Pengguna) -> bool:
    """A certificate's file: the holder and who may see the holder's training."""
    return punya_peran(
        pengguna,
        Peran.ASN,
        Peran.ATASAN,
        Peran.KEPALA_OPD,
        Peran.PENGELOLA_OPD,
        *PENGELOLA,
    )


def boleh_membuka_pencabutan(pengguna: Pengguna) -> bool:
    """Revoking as a kind of page: C.3 gives the administrator this and not the file."""
    return boleh_membuka_sertifikat(pengguna) or punya_peran(pengguna, Peran.ADMIN)


def boleh_membuka_daftar_sertifikat(pengguna: Pengguna) -> bool:
    """The register of certificates."""
    return punya_peran(pengguna, Peran.ADMIN, *PENGELOLA)


def boleh_mengurus_sertifikat(pengguna: Pengguna) -> bool:
    """The files of every row of the register: not the administrator (C.3: revoke)."""
    return punya_peran(pengguna, *PENGELOLA)


def boleh_mencabut_sertifikat(pengguna: Pengguna, sertifikat: Sertifikat) -> bool:
    """Its organiser, an analyst or admin; never the holder."""
    if sertifikat.peserta.pegawai.pengguna_id == pengguna.pk:
        return False
    return berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN) or mengelola(
        pengguna, sertifikat.penyelenggara_id
    )
