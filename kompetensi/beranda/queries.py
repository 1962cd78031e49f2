"""What a start page shows: one's own tasks, hours and last result."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from kompetensi.menunggu import (
    catat_hitung,
    catat_persetujuan,
    dapat_memutuskan,
    menunggu_persetujuan,
)
from pegawai.dasar.alat.tanggal import WITA, hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import CapaianKompetensi, Pegawai, Peran
from pegawai.queries.peran import pegawai_sendiri_id, punya_peran
from pelatihan.models import Peserta
from pelatihan.queries.riwayat import jp_tahun, rekap_dari
from penilaian.models import Penilaian, RencanaPengembangan
from penilaian.queries.penilaian import asesmen_terbuka

DIHITUNG = 100


@dataclass
class Tugas:
    """One thing to do: the whole row is the link."""

    judul: str
    url: str
    ket: str = ""
    status: str = ""
    nada: str = ""
    batas: date | None = None


def pegawai_beranda(pengguna: Pengguna) -> Pegawai | None:
    """One's own registry row, with `jp` of this year and `kurang`: competencies short."""
    sendiri = pegawai_sendiri_id(pengguna)
    if sendiri is None:
        return None
    kurang = CapaianKompetensi.objects.filter(
        pegawai=OuterRef("pk"), kesenjangan__gt=0
    ).order_by()
    jumlah = kurang.values("pegawai").annotate(n=Count("pk")).values("n")
    orang = Pegawai.objects.filter(pk=sendiri).annotate(
        kurang=Coalesce(Subquery(jumlah), 0)
    )
    return jp_tahun(orang, hari_ini().year).only("jenis_kepegawaian").first()


def daftar_tugas(pengguna: Pengguna, pegawai: Pegawai | None) -> list[Tugas]:
    """Tasks of this account, the nearest limit first."""
    daftar = [*_persetujuan(pengguna), *_asesmen(pengguna), *_rencana(pegawai)]
    return sorted(daftar, key=lambda t: t.batas or date.max)


def _persetujuan(pengguna: Pengguna) -> list[Tugas]:
    if not dapat_memutuskan(pengguna):
        return []
    baris = list(menunggu_persetujuan(pengguna)[:DIHITUNG])
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


def _rencana(pegawai: Pegawai | None) -> list[Tugas]:
    """Plans to finish; the plan to begin when something is short and none exists."""
    if pegawai is None:
        return []
    belum = Q(status__in=["DIKEMBALIKAN", "DRAF"])
    tahun = hari_ini().year
    daftar = list(
        RencanaPengembangan.objects.filter(
            belum | Q(tahun__gte=tahun), pegawai=pegawai.pk
        ).order_by("-tahun")[:DIHITUNG]
    )
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


def isi_diri(pegawai: Pegawai, target: dict[str, int]) -> dict[str, Any]:
    """Hours of the year, the next training, the last published result."""
    hari = hari_ini()
    return {
        "jp": rekap_dari(pegawai.jenis_kepegawaian, pegawai.jp, hari.year, target),
        "berikutnya": _berikutnya(pegawai, hari),
        "hasil": _hasil(pegawai),
        "akhir_tahun": date(hari.year, 12, 31),
    }


def _berikutnya(pegawai: Pegawai, hari: date) -> Peserta | None:
    return (
        Peserta.objects.filter(
            pegawai=pegawai,
            status__in=["DIAJUKAN", "DISETUJUI"],
            angkatan__tanggal_selesai__gte=hari,
        )
        .select_related("angkatan__pelatihan")
        .order_by("angkatan__tanggal_mulai", "pk")
        .first()
    )


def _hasil(pegawai: Pegawai) -> Penilaian | None:
    return (
        Penilaian.objects.filter(
            pegawai=pegawai, status="FINAL", periode__status="DITERBITKAN"
        )
        .order_by("-tanggal_penilaian", "-pk")
        .first()
    )
