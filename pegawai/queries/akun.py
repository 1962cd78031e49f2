"""Who waits for a first code; how far an account is; finding an account by its name."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from pegawai.dasar.alat.nama_akun import rapikan_nama_akun
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    Jenjang,
    Pegawai,
    PemberianPeran,
    Peran,
    RiwayatJabatan,
    UnitKerja,
)
from pegawai.queries.pegawai import pegawai_terlihat
from pegawai.queries.peran import SELESAI_BEKERJA, berlaku_sekota

KEPALA = ("JPT_PRATAMA", "ADMINISTRATOR")


def menunggu_kode(pengguna: Pengguna, unit: UnitKerja) -> QuerySet[Pegawai]:
    """Working people in and under a unit who never signed in, as far as one may see.

    Who holds a granted role gets a code singly, from the administrator; who holds a post
    that may head an OPD is left out of the list of the unit's own carer.
    """
    diberi = PemberianPeran.objects.filter(
        pengguna=OuterRef("pengguna"),
        dicabut_pada__isnull=True,
        berlaku_sampai__gte=hari_ini(),
    )
    daftar = (
        pegawai_terlihat(pengguna)
        .filter(unit_kerja__jalur__di_bawah=str(unit.jalur))
        .exclude(kedudukan_hukum__in=SELESAI_BEKERJA)
        .exclude(pengguna=pengguna)
        .filter(
            Q(pengguna__isnull=True)
            | Q(pengguna__password__startswith="!", pengguna__is_active=True)
        )
        .exclude(Exists(diberi))
    )
    if not berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN):
        memimpin = RiwayatJabatan.objects.filter(
            pegawai=OuterRef("pk"),
            jabatan__jenis=Jenjang.Jenis.STRUKTURAL,
            jabatan__jenjang__kode__in=KEPALA,
        )
        daftar = daftar.exclude(Exists(memimpin)).exclude(
            jabatan__jenis=Jenjang.Jenis.STRUKTURAL, jabatan__jenjang__kode__in=KEPALA
        )
    return daftar


def akun_bernama(teks: str) -> Pengguna | None:
    """The active account with this number, name or address."""
    nama = rapikan_nama_akun(teks)
    daftar = Pengguna.objects.filter(is_active=True)
    return (
        daftar.filter(nama_akun__iexact=nama).first()
        or daftar.filter(pegawai__nip=nama).first()
        or (daftar.filter(surel__iexact=nama).first() if "@" in nama else None)
    )
