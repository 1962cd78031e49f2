"""Which roles an account has today, and which units and people they cover."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import (
    BooleanField,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.organisasi import UnitKerja
from pegawai.models.pegawai import SELESAI, Pegawai
from pegawai.models.peran import PemberianPeran, Peran
from pegawai.models.riwayat import RiwayatKedudukan

PERAN_LUAS = frozenset(Peran) - {Peran.ASN, Peran.ATASAN, Peran.PEMAGANG}
# The Sekda shares his level with the asisten and is told by the name of the post.
SEKDA = r"^(sekretaris daerah|sekda)([^a-z]|$)"
SIDIK_HAK = "sidik_hak"  # in a session: the rights it was opened with
SELESAI_BEKERJA = SELESAI

# Grants, self, and the OPD whose head post this person holds, also as Plt./Plh. (AK-1,
# AK-4): a function of the database (pegawai/migrations), because every page asks it and
# planning it takes ten times as long as running it.
HAK = (
    "SELECT kode, akar, orang, tangguh"
    " FROM hak_akun(%(akun)s, %(hari)s, %(selesai)s, %(sekda)s)"
)


class HakAkun:
    """What one account may cover today; read once a request, kept on the account."""

    def __init__(self, pengguna: Pengguna) -> None:
        self.hari = hari_ini()
        # (role, root path or None for the whole city)
        self.pemberian: list[tuple[str, str | None]] = []
        self.ditangguhkan: set[str] = set()  # held, without effect (C.2: 45 days)
        self.pegawai_id: int | None = None
        self.ada_bawahan = False
        isi: dict[str, Any] = {
            "akun": pengguna.pk,
            "hari": self.hari,
            "sekda": SEKDA,
            "selesai": [str(k) for k in SELESAI_BEKERJA],
        }
        with connection.cursor() as kursor:
            kursor.execute(HAK, isi)
            for baris in kursor.fetchall():
                self._catat(*baris)

    def _catat(
        self, kode: str, jalur: str | None, pegawai_id: int | None, tangguh: bool
    ) -> None:
        if tangguh:
            self.ditangguhkan.add(kode)
        elif kode == Peran.ASN:
            self.pegawai_id = pegawai_id
        elif kode == Peran.ATASAN:
            self.ada_bawahan = True
        else:
            self.pemberian.append((kode, jalur))

    @property
    def kunci(self) -> tuple:
        """The same for the same rights on the same day."""
        dapat = tuple(sorted(self.pemberian, key=str))
        return self.hari, dapat, self.pegawai_id, self.ada_bawahan

    @property
    def sidik(self) -> str:
        """One short text for these rights; another text when they are others."""
        isi = repr(
            (sorted(map(str, self.pemberian)), self.pegawai_id, self.ada_bawahan)
        )
        return hashlib.sha256(isi.encode()).hexdigest()[:16]

    @property
    def peran(self) -> frozenset[str]:
        """Codes of all roles, granted and derived."""
        dapat = {kode for kode, _ in self.pemberian}
        if self.pegawai_id is not None:
            dapat.add(Peran.ASN)
        if self.ada_bawahan:
            dapat.add(Peran.ATASAN)
        return frozenset(dapat)


def hak_akun(pengguna: Pengguna) -> HakAkun:
    """The rights of this account, read once per request (the object lives one request)."""
    hak = pengguna.__dict__.get("_hak")
    if hak is None or hak.hari != hari_ini():
        hak = pengguna.__dict__["_hak"] = HakAkun(pengguna)
    return hak


def peran_berlaku(pengguna: Pengguna) -> frozenset[str]:
    """Codes of the roles that this account has today."""
    if not pengguna.is_authenticated:
        return frozenset()
    return hak_akun(pengguna).peran


def punya_peran(pengguna: Pengguna, *peran: str) -> bool:
    """Has the account one of these roles today?"""
    return bool(peran_berlaku(pengguna) & set(peran))


def peran_ditangguhkan(pengguna: Pengguna) -> list[str]:
    """Labels of roles held that are suspended for want of use."""
    return nama_peran(hak_akun(pengguna).ditangguhkan)


def peran_diberikan(akun: Pengguna) -> bool:
    """Has a role been granted to this account that has not ended, also a coming one?"""
    return PemberianPeran.objects.filter(
        pengguna=akun, dicabut_pada__isnull=True, berlaku_sampai__gte=hari_ini()
    ).exists()


def perlu_faktor_kedua(pengguna: Pengguna) -> bool:
    """Does a role see more than oneself and one's team (README decision 9)?"""
    return bool(peran_berlaku(pengguna) & PERAN_LUAS)


def berlaku_sekota(pengguna: Pengguna, *peran: str) -> bool:
    """Has one of these roles been granted over the whole city?"""
    return any(
        p in peran and jalur is None for p, jalur in hak_akun(pengguna).pemberian
    )


def akar_cakupan(pengguna: Pengguna, *peran: str) -> list[str]:
    """Root paths of the units that grants of these roles cover (city-wide: none)."""
    return [
        str(jalur)
        for p, jalur in hak_akun(pengguna).pemberian
        if p in peran and jalur is not None
    ]


def unit_dalam_cakupan(pengguna: Pengguna, *peran: str) -> QuerySet[UnitKerja]:
    """Units that an account's grants of these roles cover today."""
    if berlaku_sekota(pengguna, *peran):
        return UnitKerja.objects.all()
    akar = akar_cakupan(pengguna, *peran)
    if not akar:
        return UnitKerja.objects.none()
    return UnitKerja.objects.filter(jalur__di_bawah_salah_satu=akar)


def telah_selesai(pengguna: Pengguna) -> bool:
    """Has the person of this account left the city's service (AK-7)?

    The standing of this day counts, also before the job has written it.
    """
    mulai = RiwayatKedudukan.objects.filter(
        pegawai=OuterRef("pk"), diterapkan=False, tmt__lte=hari_ini()
    ).order_by("-tmt")
    kini = Coalesce(Subquery(mulai.values("kedudukan_hukum")[:1]), F("kedudukan_hukum"))
    orang = Pegawai.objects.filter(pengguna=pengguna.pk).annotate(kini=kini)
    return orang.filter(kini__in=SELESAI_BEKERJA).exists()


def pegawai_sendiri_id(pengguna: Pengguna) -> int | None:
    """The registry row of this account, or None."""
    return hak_akun(pengguna).pegawai_id


def pegawai_dalam_cakupan(pengguna: Pengguna, *peran: str) -> QuerySet:
    """Ids of the people covered by grants of these roles, with self and direct reports.

    City-wide grants: test `berlaku_sekota` first, so that no filter is added at all.
    """
    hak = hak_akun(pengguna)
    semua = Pegawai.objects.order_by()
    bagian: list[QuerySet] = []
    if hak.pegawai_id is not None:
        bagian.append(semua.filter(pk=hak.pegawai_id).values("pk"))
        bagian.append(semua.filter(atasan=hak.pegawai_id).values("pk"))
    if berlaku_sekota(pengguna, *peran):
        bagian.append(semua.values("pk"))
    elif akar := akar_cakupan(pengguna, *peran):
        unit = UnitKerja.objects.filter(jalur__di_bawah_salah_satu=akar).values("pk")
        bagian.append(semua.filter(unit_kerja__in=unit).values("pk"))
    if not bagian:
        return semua.none().values("pk")
    return bagian[0].union(*bagian[1:]) if len(bagian) > 1 else bagian[0]


def dalam_cakupan(pengguna: Pengguna, *peran: str) -> Q:
    """The same people as a condition on each row: for what a search has narrowed already."""
    if berlaku_sekota(pengguna, *peran):
        return Q()
    hak = hak_akun(pengguna)
    syarat = Q(pk__in=[])
    if hak.pegawai_id is not None:
        syarat |= Q(pk=hak.pegawai_id) | Q(atasan=hak.pegawai_id)
    if akar := akar_cakupan(pengguna, *peran):
        unit = UnitKerja.objects.filter(jalur__di_bawah_salah_satu=akar)
        syarat |= Q(salah_satu("unit_kerja", ArraySubquery(unit.values("pk"))))
    return syarat


# The same in a plain statement, formatted with the alias {p} of the person; its values
# are those of `isi_cakupan`.
CAKUPAN_SQL = """(%(sekota)s OR {p}.id = %(diri)s OR {p}.atasan_id = %(diri)s
   OR {p}.unit_kerja_id IN (SELECT c.id FROM pegawai_unitkerja c
                             WHERE c.jalur <@ ANY (%(akar)s::ltree[])))"""


def isi_cakupan(pengguna: Pengguna, *peran: str) -> dict[str, Any]:
    """Values of `CAKUPAN_SQL` for grants of these roles."""
    return {
        "sekota": berlaku_sekota(pengguna, *peran),
        "diri": pegawai_sendiri_id(pengguna),
        "akar": akar_cakupan(pengguna, *peran),
    }


def salah_satu(medan: str, larik: Combinable) -> Func:
    """`medan = ANY (ARRAY (...))`: unlike IN, an index can answer it along with others."""
    return Func(
        F(medan),
        larik,
        template="(%(expressions)s))",
        arg_joiner=" = ANY (",
        output_field=BooleanField(),
    )


def nama_peran(daftar: Iterable[str]) -> list[str]:
    """Labels of role codes, in the order of the list of roles."""
    dimiliki = set(daftar)
    return [str(p.label) for p in Peran if p in dimiliki]
