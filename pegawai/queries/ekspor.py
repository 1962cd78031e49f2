"""What an account may take out of the registry, and the columns of the file."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Case, CharField, F, Func, QuerySet, TextField, Value, When
from django.db.models.functions import Concat

from pegawai.dasar.alat.ekspor import aman, sebagai_teks
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai, Peran
from pegawai.queries.kolom import KOLOM, Kolom
from pegawai.queries.pegawai import SaringPegawai, daftar_pegawai
from pegawai.queries.peran import akar_cakupan, berlaku_sekota, unit_dalam_cakupan

# KEAMANAN C.3: identity (F1) goes out by these two, over their units; F2 by nobody.
PENGEKSPOR = (Peran.ANALIS, Peran.PENGELOLA_OPD)
# Above this a file is a job: a page must not hold a web worker for minutes.
LANGSUNG_TERBANYAK = 50_000


def pegawai_diekspor(pengguna: Pengguna) -> QuerySet[Pegawai]:
    """People that this account may export today: narrower than whom it may see."""
    if berlaku_sekota(pengguna, *PENGEKSPOR):
        return Pegawai.objects.all()
    unit = unit_dalam_cakupan(pengguna, *PENGEKSPOR)
    return Pegawai.objects.filter(unit_kerja__in=unit.values("pk"))


def akar_ekspor(pengguna: Pengguna) -> list[str] | None:
    """Roots of the units that this account may export today; None = the whole city."""
    if berlaku_sekota(pengguna, *PENGEKSPOR):
        return None
    return sorted(akar_cakupan(pengguna, *PENGEKSPOR))


def sepilihan(
    pengguna: Pengguna, saring: SaringPegawai, uid: Iterable[Any] = ()
) -> QuerySet[Pegawai]:
    """The rows of an export: the ticked ones, or all that the filter shows."""
    daftar = pegawai_diekspor(pengguna)
    if uid := list(uid):
        return daftar.filter(uid__in=uid).order_by("nama_urut", "pk")
    return daftar_pegawai(pengguna, saring, dasar=daftar, lengkap=True)


def jumlah_sepilihan(daftar: QuerySet[Pegawai], batas: int = LANGSUNG_TERBANYAK) -> int:
    """How many, at most one more than `batas`."""
    return daftar.order_by().values("pk")[: batas + 1].count()


def kolom_ekspor(kode: Iterable[str]) -> tuple[Kolom, ...]:
    """The chosen columns that may go out; none chosen means the usual ones."""
    pilihan = set(kode)
    boleh = [k for k in KOLOM if not k.pribadi]
    return tuple(k for k in boleh if k.kode in pilihan) or tuple(
        k for k in boleh if k.bawaan
    )


def _hari(medan: str) -> Func:
    return Func(
        F(medan), Value("DD-MM-YYYY"), function="to_char", output_field=CharField()
    )


def _label(medan: str, pilihan: Iterable[tuple[str, str]]) -> Case:
    return Case(
        *(When(**{medan: kode}, then=Value(nama)) for kode, nama in pilihan),
        output_field=CharField(),
    )


_STATUS = Concat(
    F("jenis_kepegawaian"),
    Case(
        When(paruh_waktu=True, then=Value(" paruh waktu")),
        default=Value(""),
        output_field=CharField(),
    ),
    output_field=TextField(),
)
_DEPAN = Case(
    When(gelar_depan="", then=Value("")),
    default=Concat(F("gelar_depan"), Value(" "), output_field=TextField()),
    output_field=TextField(),
)
_BELAKANG = Case(
    When(gelar_belakang="", then=Value("")),
    default=Concat(Value(", "), F("gelar_belakang"), output_field=TextField()),
    output_field=TextField(),
)
NAMA = Concat(_DEPAN, F("nama"), _BELAKANG, output_field=TextField())
# Code of a column -> (header, expression) of the file; those without are read as they are.
ISI: dict[str, tuple[tuple[str, Any], ...]] = {
    "jabatan": (("Jabatan", F("jabatan__nama")), ("Unit kerja", F("unit_kerja__nama"))),
    "status": (("Status", _STATUS),),
    "kedudukan": (
        ("Kedudukan hukum", _label("kedudukan_hukum", Pegawai.Kedudukan.choices)),
    ),
    "tmt_jabatan": (("TMT jabatan", _hari("tmt_jabatan")),),
    "tmt_golongan": (("TMT golongan", _hari("tmt_golongan")),),
}


def isi_berkas(
    daftar: QuerySet[Pegawai], kolom: Iterable[Kolom], *, lembar_kerja: bool
) -> tuple[list[str], QuerySet]:
    """Header and rows of the file; a CSV is made safe for spreadsheets, a workbook is."""
    jaga: Callable[[Any], Any] = (lambda x: x) if lembar_kerja else aman
    nip = F("nip") if lembar_kerja else sebagai_teks("nip")
    pasangan: dict[str, Any] = {"NIP": nip, "Nama": jaga(NAMA)}
    for k in kolom:
        for judul, isi in ISI.get(k.kode, ((k.judul, F(k.medan[0])),)):
            pasangan.setdefault(judul, jaga(isi))
    bernama = {f"k{ke}": isi for ke, isi in enumerate(pasangan.values())}
    baris = daftar.annotate(**bernama).values_list(*bernama)
    return list(pasangan), baris
