"""A person's profile: reached against required, gaps first."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from pegawai.dasar.alat.bagan import SUMBU_PALING_BANYAK
from pegawai.dasar.alat.model import dari_baris
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.aturan import aturan_tampil
from pegawai.models import (
    CapaianKompetensi,
    Kompetensi,
    Pegawai,
    RiwayatJabatan,
    StandarButir,
)
from pegawai.queries.peran import berlaku_sekota, pegawai_dalam_cakupan
from pegawai.queries.standar import standar_untuk
from penilaian.alat.jpm import kesenjangan
from penilaian.alat.masa import NAMA_MASA, keadaan_masa
from penilaian.models import NilaiKompetensi, Penilaian, PeriodePenilaian
from penilaian.queries.penilaian import PEMBACA, hasil_terakhir, hasil_terbit

MEDAN = ("id", "uid", "nama", "jenis")
# A result's rows, and what the post asks that only an earlier result measured.
NILAI = """
SELECT k.id, k.uid, k.nama, k.jenis, v.capaian, v.standar, v.sumber, v.tanggal
  FROM (SELECT kompetensi_id, level_capaian AS capaian, level_standar AS standar,
               '' AS sumber, NULL::date AS tanggal, id
          FROM penilaian_nilaikompetensi WHERE penilaian_id = %(hasil)s
         UNION ALL
        SELECT kompetensi_id, level, level_standar, sumber, tanggal, id
          FROM pegawai_capaiankompetensi c
         WHERE pegawai_id = %(pegawai)s AND level_standar IS NOT NULL
           AND NOT EXISTS (
               SELECT 1 FROM penilaian_nilaikompetensi n
                WHERE n.penilaian_id = %(hasil)s
                  AND n.kompetensi_id = c.kompetensi_id)) v
  JOIN pegawai_kompetensi k ON k.id = v.kompetensi_id
 ORDER BY k.urutan, k.kode, v.id
"""
RANGKAP = """
SELECT id FROM pegawai_riwayatjabatan
 WHERE pegawai_id = %s AND jenis = ANY (%s) AND tmt <= %s
   AND (sampai IS NULL OR sampai >= %s)
 ORDER BY tmt DESC, id DESC LIMIT 1
"""


@dataclass(frozen=True)
class BarisProfil:
    """One competency of a result; also what the radar takes."""

    kompetensi: Kompetensi
    capaian: Decimal | None
    standar: int | None
    sumber: str = ""
    tanggal: date | None = None

    @property
    def nama(self) -> str:
        """Axis label."""
        return self.kompetensi.nama

    @cached_property
    def kesenjangan(self) -> Decimal | None:
        """Required minus reached when positive, else 0."""
        return kesenjangan(self.capaian, self.standar)

    @cached_property
    def selisih(self) -> Decimal | None:
        """Reached minus required, signed."""
        if self.capaian is None or self.standar is None:
            return None
        return self.capaian - self.standar


@dataclass(frozen=True)
class Pembanding:
    """The acting post beside the main one (KETENTUAN J-8), never in totals."""

    jabatan: str
    jenis: str
    baris: list[BarisProfil]


@dataclass(frozen=True)
class Profil:
    """Everything the profile page prints about the latest published result."""

    hasil: Penilaian
    sumbu: list[BarisProfil]
    masa: str
    pembanding: Pembanding | None
    lain: list[BarisProfil]

    @cached_property
    def baris(self) -> list[BarisProfil]:
        """Largest gap first; then in the order of the dictionary."""
        return sorted(self.sumbu, key=lambda b: -(b.kesenjangan or Decimal(-1)))

    @property
    def radar(self) -> list[BarisProfil]:
        """At most nine axes: with technical rows too many, only the 8 + 1."""
        if len(self.sumbu) <= SUMBU_PALING_BANYAK:
            return self.sumbu
        return [b for b in self.sumbu if b.kompetensi.jenis != Kompetensi.Jenis.TEKNIS]

    @cached_property
    def berstandar(self) -> list[BarisProfil]:
        """Rows that have something to be compared with."""
        return [b for b in self.sumbu if b.standar is not None]

    @property
    def memenuhi(self) -> int:
        """How many meet their standard."""
        return sum(1 for b in self.berstandar if b.kesenjangan == 0)

    @cached_property
    def kurang(self) -> list[BarisProfil]:
        """Rows below their standard, largest gap first."""
        return [b for b in self.baris if b.kesenjangan]

    @property
    def perlu_rencana(self) -> bool:
        """Is anything below its standard, in the result or of before?"""
        return bool(self.kurang) or any(b.kesenjangan for b in self.lain)

    @property
    def nama_masa(self) -> str:
        """Berlaku, Akan habis, Kedaluwarsa."""
        return NAMA_MASA[self.masa]


def masa_hasil(hasil: Penilaian, hari: date | None = None) -> str:
    """State of validity of one final result (M-1, M-2)."""
    assert hasil.berlaku_sampai is not None  # a constraint of final results
    return keadaan_masa(
        hasil.berlaku_sampai, hari or hari_ini(), aturan_tampil("akan_habis_bulan")
    )


def baris_hasil(hasil: Penilaian) -> list[BarisProfil]:
    """Rows of one result, as frozen, in the order of the dictionary."""
    return [
        BarisProfil(n.kompetensi, n.level_capaian, n.level_standar)
        for n in hasil.nilai.all()
    ]


def _baris_profil(hasil: Penilaian) -> list[BarisProfil]:
    """The same of a profile, which prints little of a competency: a plain statement.

    Rows with a source are of an earlier result.
    """
    with connection.cursor() as kursor:
        kursor.execute(NILAI, {"hasil": hasil.pk, "pegawai": hasil.pegawai_id})
        return [
            BarisProfil(dari_baris(Kompetensi, MEDAN, baris[:4]), *baris[4:])
            for baris in kursor.fetchall()
        ]


def profil_pegawai(pegawai: Pegawai) -> Profil | None:
    """The profile out of the latest published result, or None."""
    hasil = hasil_terakhir(pegawai)
    if hasil is None:
        return None
    semua = _baris_profil(hasil)
    sumbu = [b for b in semua if not b.sumber]
    lain = sorted((b for b in semua if b.sumber), key=lambda b: -(b.kesenjangan or 0))
    pembanding = _pembanding(pegawai, sumbu)
    return Profil(hasil, sumbu, masa_hasil(hasil), pembanding, lain)


def _rangkap(pegawai: Pegawai, hari: date) -> RiwayatJabatan | None:
    """The acting post held today; most people hold none, so a plain statement asks."""
    jenis = [RiwayatJabatan.Jenis.PLT, RiwayatJabatan.Jenis.PLH]
    with connection.cursor() as kursor:
        kursor.execute(RANGKAP, [pegawai.pk, list(map(str, jenis)), hari, hari])
        baris = kursor.fetchone()
    if baris is None:
        return None
    return RiwayatJabatan.objects.select_related("jabatan__jenjang").get(pk=baris[0])


def _pembanding(pegawai: Pegawai, sumbu: list[BarisProfil]) -> Pembanding | None:
    hari = hari_ini()
    rangkap = _rangkap(pegawai, hari)
    if rangkap is None:
        return None
    standar = standar_untuk(rangkap.jabatan, hari)
    perlu = dict(
        StandarButir.objects.filter(standar=standar).values_list("kompetensi", "level")
    )
    return Pembanding(
        rangkap.jabatan.nama,
        rangkap.get_jenis_display(),
        [
            BarisProfil(b.kompetensi, b.capaian, perlu[b.kompetensi.pk])
            for b in sumbu
            if b.kompetensi.pk in perlu
        ],
    )


def periode_berikutnya(pegawai: Pegawai) -> PeriodePenilaian | None:
    """The next or running period in which this person takes part."""
    return (
        PeriodePenilaian.objects.filter(
            penilaian__pegawai=pegawai,
            status__in=["RENCANA", "BERJALAN"],
            tanggal_selesai__gte=hari_ini(),
        )
        .order_by("tanggal_mulai", "pk")
        .first()
    )


def riwayat_kompetensi(
    pegawai: Pegawai, kompetensi: Kompetensi
) -> QuerySet[NilaiKompetensi]:
    """Published levels of one competency, newest first."""
    return (
        NilaiKompetensi.objects.filter(
            penilaian__in=hasil_terbit().filter(pegawai=pegawai),
            kompetensi=kompetensi,
        )
        .select_related("penilaian__periode__metode")
        .order_by("-penilaian__tanggal_penilaian", "-pk")
    )


def tingkat_kompetensi(
    kompetensi: Kompetensi, capaian: Decimal | None, standar: int | None
) -> list[dict[str, Any]]:
    """Levels 5 to 0 with their text, and where the person and the standard stand."""
    uraian = {b.level: b.uraian for b in kompetensi.level.all()}
    uraian[0] = "Belum menunjukkan tingkat 1."
    nama = {0: "Belum tampak", **kompetensi.level.model.NAMA}
    di_sini = None if capaian is None else int(capaian)
    return [
        {
            "level": k,
            "nama": nama[k],
            "uraian": uraian.get(k, ""),
            "di_sini": k == di_sini,
            "standar": k == standar,
        }
        for k in range(5, -1, -1)
    ]


def kesenjangan_terlihat(pengguna: Pengguna) -> QuerySet[CapaianKompetensi]:
    """Published gaps of the people this account may see, largest first."""
    semua = CapaianKompetensi.objects.filter(kesenjangan__gt=0).select_related(
        "pegawai__unit_kerja", "kompetensi"
    )
    if not berlaku_sekota(pengguna, *PEMBACA):
        semua = semua.filter(pegawai__in=pegawai_dalam_cakupan(pengguna, *PEMBACA))
    return semua.order_by("-kesenjangan", "pk")
