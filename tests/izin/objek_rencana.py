"""Plans, programmes and assignments for the matrix."""

from penilaian.models import Penugasan
from tests.pabrik.pegawai import CapaianKompetensiFactory
from tests.pabrik.pelatihan import BentukPengembanganFactory
from tests.pabrik.rencana import (
    ButirRencanaFactory,
    KebutuhanFactory,
    PenugasanFactory,
    ProgramFactory,
    RencanaFactory,
)


def siapkan(d):
    """Plans of `asn` (A1) and of the person in B; a programme and a proposal in each."""
    BentukPengembanganFactory()
    d.rencana = RencanaFactory(pegawai=d.asn)
    d.butir = ButirRencanaFactory(rencana=d.rencana)
    d.rencana_b = RencanaFactory(pegawai=d.asn_b)
    d.butir_b = ButirRencanaFactory(rencana=d.rencana_b)
    d.program = ProgramFactory(opd=d.opd_a)
    d.kebutuhan = KebutuhanFactory(program=d.program, level=2)
    CapaianKompetensiFactory(pegawai=d.asn, kompetensi=d.kebutuhan.kompetensi)
    d.program_b = ProgramFactory(opd=d.opd_b)
    d.kebutuhan_b = KebutuhanFactory(program=d.program_b)
    d.penugasan = PenugasanFactory(program=d.program, pegawai=d.asn)
    d.penugasan_b = PenugasanFactory(
        program=d.program_b, pegawai=d.asn_b, status=Penugasan.Status.DIUSULKAN
    )


def _uid(nama):
    return lambda d: {"uid": getattr(d, nama).uid}


RENCANA = ("rinci", "ajukan", "setujui", "kembalikan", "tambah-butir")
BUTIR = ("ubah-butir", "hapus-butir", "catat-butir")
PROGRAM = ("rinci", "ubah", "tambah-kebutuhan")
PENUGASAN = ("rinci", "setujui", "tolak", "batalkan", "selesaikan")
SUMBER = (
    [(f"rencana-{t}", "rencana") for t in RENCANA]
    + [("api-rencana-rinci", "rencana")]
    + [(f"rencana-{t}", "butir") for t in BUTIR]
    + [(f"program-{t}", "program") for t in PROGRAM]
    + [("program-hapus-kebutuhan", "kebutuhan")]
    + [(f"penugasan-{t}", "penugasan") for t in PENUGASAN]
)
OBJEK = {
    (f"penilaian:{url}", letak): _uid(benda + akhiran)
    for url, benda in SUMBER
    for letak, akhiran in (("dalam", ""), ("luar", "_b"))
} | {
    ("penilaian:penugasan-usulkan", "dalam"): lambda d: {
        "uid": d.program.uid,
        "pegawai_uid": d.asn.uid,
    },
    ("penilaian:penugasan-usulkan", "luar"): lambda d: {
        "uid": d.program_b.uid,
        "pegawai_uid": d.asn_b.uid,
    },
}
SIAPKAN = [siapkan]
