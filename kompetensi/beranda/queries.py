"""What a start page shows: one's own tasks, hours and last result."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.urls import reverse

from kompetensi.menunggu import (
    catat_hitung,
    catat_persetujuan,
    dapat_memutuskan,
    menunggu_persetujuan,
)
from pegawai.dasar.alat.model import dari_baris
from pegawai.dasar.alat.tanggal import WITA, hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.izin import boleh_mengimpor
from pegawai.models import Pegawai, Peran
from pegawai.queries.peran import pegawai_sendiri_id, punya_peran
from pelatihan.models import Peserta
from pelatihan.queries.riwayat import TERHITUNG, rekap_dari
from penilaian.models import Penilaian, PeriodePenilaian, RencanaPengembangan
from penilaian.queries.penilaian import asesmen_terbuka

DIHITUNG = 100
# The same rules as jp_tahun and hasil_terbit, of one person.
DIRI = """
SELECT p.id, p.jenis_kepegawaian,
       (SELECT count(*) FROM pegawai_capaiankompetensi c
         WHERE c.pegawai_id = p.id AND c.kesenjangan > 0),
       (SELECT coalesce(sum(r.jp), 0) FROM pelatihan_riwayatpengembangan r
         WHERE r.pegawai_id = p.id AND r.status = %(terhitung)s
           AND r.tanggal_selesai BETWEEN %(awal)s AND %(akhir)s),
       h.jpm_tampil, h.kategori_nama, h.berlaku_sampai
  FROM pegawai_pegawai p
  LEFT JOIN LATERAL (
    SELECT n.jpm_tampil, n.kategori_nama, n.berlaku_sampai
      FROM penilaian_penilaian n
      JOIN penilaian_periodepenilaian t ON t.id = n.periode_id
     WHERE n.pegawai_id = p.id AND n.status = %(final)s AND t.status = %(terbit)s
     ORDER BY n.tanggal_penilaian DESC, n.id DESC LIMIT 1) h ON true
 WHERE p.id = %(pegawai)s
"""

BELUM = [
    RencanaPengembangan.Status.DIKEMBALIKAN,
    RencanaPengembangan.Status.DRAF,
]
MEDAN_RENCANA = ("id", "uid", "tahun", "status", "alasan")
RENCANA = f"""
SELECT {", ".join(MEDAN_RENCANA)} FROM penilaian_rencanapengembangan
 WHERE pegawai_id = %s AND (tahun >= %s OR status = ANY (%s))
 ORDER BY tahun DESC LIMIT %s
"""
BERIKUTNYA = """
SELECT i.status, a.tanggal_mulai, a.tanggal_selesai, a.tempat, p.uid, p.nama, p.jp
  FROM pelatihan_peserta i
  JOIN pelatihan_angkatan a ON a.id = i.angkatan_id
  JOIN pelatihan_pelatihan p ON p.id = a.pelatihan_id
 WHERE i.pegawai_id = %s AND i.status = ANY (%s) AND a.tanggal_selesai >= %s
 ORDER BY a.tanggal_mulai, i.id LIMIT 1
"""


@dataclass
class Tugas:
    """One thing to do: the whole row is the link."""

    judul: str
    url: str
    ket: str = ""
    status: str = ""
    nada: str = ""
    batas: date | None = None


class Hasil(NamedTuple):
    """What a start page says of the last published result."""

    jpm_tampil: Decimal | None
    kategori_nama: str
    berlaku_sampai: date


class Diri(NamedTuple):
    """One's own figures: hours of this year, competencies short, the last result."""

    pk: int
    jenis_kepegawaian: str
    kurang: int
    jp: int
    hasil: Hasil | None


def pegawai_beranda(pengguna: Pengguna) -> Diri | None:
    """One's own figures in one plain statement; None without a registry row."""
    sendiri = pegawai_sendiri_id(pengguna)
    if sendiri is None:
        return None
    tahun = hari_ini().year
    isi = {
        "pegawai": sendiri,
        "terhitung": TERHITUNG,
        "awal": date(tahun, 1, 1),
        "akhir": date(tahun, 12, 31),
        "final": Penilaian.Status.FINAL,
        "terbit": PeriodePenilaian.Status.DITERBITKAN,
    }
    with connection.cursor() as kursor:
        kursor.execute(DIRI, isi)
        baris = kursor.fetchone()
    if baris is None:
        return None
    hasil = None if baris[6] is None else Hasil(*baris[4:7])
    return Diri(*baris[:4], hasil)


def daftar_tugas(pengguna: Pengguna, pegawai: Diri | None) -> list[Tugas]:
    """Tasks of this account, the nearest limit first."""
    daftar = [*_persetujuan(pengguna), *_asesmen(pengguna), *_rencana(pegawai)]
    if not daftar and pegawai is None:
        daftar = _awal(pengguna)
    return sorted(daftar, key=lambda t: t.batas or date.max)


def _awal(pengguna: Pengguna) -> list[Tugas]:
    """The first thing in a city without anybody."""
    if not boleh_mengimpor(pengguna) or Pegawai.objects.exists():
        return []
    return [
        Tugas(
            judul="Impor data pegawai",
            url=reverse("pegawai:impor-unggah"),
            ket="Belum ada data ASN. Unit, jabatan, dan akun mengikuti data pegawai.",
            status="Belum mulai",
        )
    ]


def _persetujuan(pengguna: Pengguna) -> list[Tugas]:
    if not dapat_memutuskan(pengguna):
        return []
    baris = menunggu_persetujuan(pengguna, DIHITUNG)
    catat_persetujuan(pengguna, Counter(b.w_jenis for b in baris))
    if not baris:
        return []
    batas = min((b.w_batas for b in baris if b.w_batas), default=None)
    nama = ", ".join(dict.fromkeys(b.w_nama for b in baris[:2]))
    return [
        Tugas(
            judul=f"Putuskan {len(baris)} usulan",
            url=reverse("persetujuan"),
            ket=f"Dari {nama}{' dan lainnya' if len(baris) > 2 else ''}.",
            status="Menunggu Anda",
            nada="peringatan",
            batas=batas.astimezone(WITA).date() if batas else None,
        )
    ]


def _asesmen(pengguna: Pengguna) -> list[Tugas]:
    if not punya_peran(pengguna, Peran.ASESOR):
        return []
    terbuka = list(
        asesmen_terbuka(pengguna)
        .order_by("periode__tanggal_selesai")
        .values_list("periode__nama", "periode__tanggal_selesai")[:DIHITUNG]
    )
    catat_hitung(pengguna, asesmen=len(terbuka))
    if not terbuka:
        return []
    nama, batas = terbuka[0]
    return [
        Tugas(
            judul=f"Isi penilaian {len(terbuka)} orang",
            url=reverse("penilaian:asesmen-daftar"),
            ket=nama,
            status="Belum selesai",
            nada="info",
            batas=batas,
        )
    ]


def _rencana(pegawai: Diri | None) -> list[Tugas]:
    """Plans to finish; the plan to begin when something is short and none exists."""
    if pegawai is None:
        return []
    tahun = hari_ini().year
    with connection.cursor() as kursor:
        kursor.execute(RENCANA, [pegawai.pk, tahun, BELUM, DIHITUNG])
        daftar = [
            dari_baris(RencanaPengembangan, MEDAN_RENCANA, baris)
            for baris in kursor.fetchall()
        ]
    if pegawai.kurang and not any(r.tahun >= tahun for r in daftar):
        return [*_lengkapi(daftar), _susun(pegawai.kurang)]
    return _lengkapi(daftar)


def _lengkapi(daftar: list[RencanaPengembangan]) -> list[Tugas]:
    return [
        Tugas(
            judul=f"Lengkapi rencana pengembangan {r.tahun}",
            url=r.get_absolute_url(),
            ket=r.alasan and f"Dikembalikan: {r.alasan}",
            status=r.get_status_display(),
            nada="peringatan" if r.status == "DIKEMBALIKAN" else "",
        )
        for r in daftar
        if r.status in {"DIKEMBALIKAN", "DRAF"}
    ][:2]


def _susun(kurang: int) -> Tugas:
    return Tugas(
        judul="Susun rencana pengembangan",
        url=reverse("penilaian:rencana-saya"),
        ket=f"{kurang} kompetensi di bawah standar jabatan Anda.",
        status="Belum mulai",
    )


class Berikutnya(NamedTuple):
    """The own training that comes next."""

    status: str
    tanggal_mulai: date
    tanggal_selesai: date
    tempat: str
    uid: UUID
    nama: str
    jp: int

    @property
    def url(self) -> str:
        """The course's page."""
        return reverse("pelatihan:katalog-rinci", kwargs={"uid": self.uid})

    @property
    def nama_status(self) -> str:
        """The state in words."""
        return str(Peserta.Status(self.status).label)


def isi_diri(pegawai: Diri, target: dict[str, int]) -> dict[str, Any]:
    """Hours of the year, the next training, the last published result."""
    hari = hari_ini()
    return {
        "jp": rekap_dari(pegawai.jenis_kepegawaian, pegawai.jp, hari.year, target),
        "berikutnya": _berikutnya(pegawai.pk, hari),
        "hasil": pegawai.hasil,
        "akhir_tahun": date(hari.year, 12, 31),
    }


def _berikutnya(pegawai: int, hari: date) -> Berikutnya | None:
    memegang = [Peserta.Status.DIAJUKAN, Peserta.Status.DISETUJUI]
    with connection.cursor() as kursor:
        kursor.execute(BERIKUTNYA, [pegawai, memegang, hari])
        baris = kursor.fetchone()
    return None if baris is None else Berikutnya(*baris)
