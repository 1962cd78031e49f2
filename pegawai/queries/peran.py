"""Which roles an account has today, and which units and people they cover."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.jabatan import Jabatan
from pegawai.models.organisasi import UnitKerja
from pegawai.models.pegawai import Pegawai, RiwayatJabatan
from pegawai.models.peran import PemberianPeran, Peran

PERAN_LUAS = frozenset(Peran) - {Peran.ASN, Peran.ATASAN, Peran.PEMAGANG}
SELESAI_BEKERJA = (
    Pegawai.Kedudukan.PENSIUN,
    Pegawai.Kedudukan.MENINGGAL,
    Pegawai.Kedudukan.PINDAH_INSTANSI,
    Pegawai.Kedudukan.KONTRAK_BERAKHIR,
    Pegawai.Kedudukan.DIBERHENTIKAN,
)


class HakAkun:
    """What one account may cover today; read once a request, kept on the account."""

    def __init__(self, pengguna: Pengguna) -> None:
        hari = hari_ini()
        self.hari = hari
        # (role, root path or None for the whole city)
        self.pemberian: list[tuple[str, str | None]] = list(
            PemberianPeran.objects.filter(
                pengguna=pengguna,
                berlaku_mulai__lte=hari,
                berlaku_sampai__gte=hari,
                dicabut_pada__isnull=True,
            ).values_list("peran", "unit_kerja__jalur")
        )
        self.pegawai_id: int | None = None
        self.ada_bawahan = False
        self._turunan(pengguna)

    def _turunan(self, pengguna: Pengguna) -> None:
        pegawai = (
            Pegawai.objects.filter(pengguna=pengguna)
            .exclude(kedudukan_hukum__in=SELESAI_BEKERJA)
            .annotate(
                ada_bawahan=Exists(Pegawai.objects.filter(atasan=OuterRef("pk"))),
            )
            .values("pk", "ada_bawahan")
            .first()
        )
        if pegawai is None:
            return
        self.pegawai_id = pegawai["pk"]
        self.ada_bawahan = pegawai["ada_bawahan"]
        self.pemberian += [
            (Peran.KEPALA_OPD, jalur) for jalur in kepala_opd_dari(self.pegawai_id)
        ]

    @property
    def peran(self) -> frozenset[str]:
        """Codes of all roles, granted and derived."""
        dapat = {kode for kode, _ in self.pemberian}
        if self.pegawai_id is not None:
            dapat.add(Peran.ASN)
        if self.ada_bawahan:
            dapat.add(Peran.ATASAN)
        return frozenset(dapat)


def kepala_opd_dari(pegawai_id: int) -> list[str]:
    """Paths of the OPD whose head post this person holds, also as Plt./Plh. (AK-1, AK-4).

    The head post of an OPD is its structural post of the highest level whose own unit is
    the OPD itself (KETENTUAN JJ-1).
    """
    hari = hari_ini()
    dipegang = Q(pegawai=pegawai_id, jenis="UTAMA") | Q(
        pegawai=pegawai_id, jenis__in=["PLT", "PLH"]
    )
    riwayat = (
        RiwayatJabatan.objects.filter(dipegang, tmt__lte=hari)
        .filter(Q(sampai__isnull=True) | Q(sampai__gte=hari))
        .values("jabatan")
    )
    return list(
        UnitKerja.objects.filter(jenis=UnitKerja.Jenis.OPD)
        .filter(
            Q(jabatan__in=riwayat) | Q(jabatan__pegawai=pegawai_id),
            jabatan__jenis="STRUKTURAL",
            jabatan__jenjang__kode__in=["JPT_PRATAMA", "ADMINISTRATOR"],
            jabatan__pk=Subquery(_jabatan_kepala(OuterRef("pk"))),
        )
        .values_list("jalur", flat=True)
        .distinct()
    )


def _jabatan_kepala(unit: OuterRef) -> QuerySet:
    return (
        Jabatan.objects.filter(unit_kerja=unit, jenis="STRUKTURAL", aktif=True)
        .order_by("jenjang__urutan", "pk")
        .values("pk")[:1]
    )


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


def nama_peran(daftar: Iterable[str]) -> list[str]:
    """Labels of role codes, in the order of the list of roles."""
    dimiliki = set(daftar)
    return [str(p.label) for p in Peran if p in dimiliki]
