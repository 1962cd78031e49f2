"""Dictionaries, their owners, their editions."""

from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from pegawai.alat.rumusan import (
    TINGKAT,
    Butir,
    UbahRumusan,
    bandingkan_rumusan,
    butir_baru,
)
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    BerkasKompetensi,
    EdisiKamus,
    KamusKompetensi,
    Kompetensi,
    LevelKompetensi,
    Peran,
    UnitKerja,
)
from pegawai.queries.organisasi import unit_berlaku
from pegawai.queries.peran import punya_peran
from pegawai.queries.standar_dokumen import Lubang

NAMA_JENIS = {str(kode): str(nama) for kode, nama in Kompetensi.Jenis.choices}


class BarisRumusan(NamedTuple):
    """One competency of an edition as its page lists it."""

    kode: str
    nama: str
    jenis: str
    terisi: int


def daftar_kamus() -> QuerySet[KamusKompetensi]:
    """All dictionaries with their sizes, the common one first."""
    return (
        KamusKompetensi.objects.select_related("unit_kerja")
        .annotate(
            jumlah=Count("kompetensi", filter=Q(kompetensi__aktif=True), distinct=True),
            jumlah_draf=Count(
                "daftar_edisi", filter=Q(daftar_edisi__status="DRAF"), distinct=True
            ),
        )
        .order_by("nama", "pk")
    )


def edisi_terlihat(pengguna: Pengguna) -> QuerySet[EdisiKamus]:
    """Published editions; drafts too for those who write and publish them."""
    semua = EdisiKamus.objects.select_related(
        "kamus__unit_kerja", "disusun_oleh", "diterbitkan_oleh"
    )
    if punya_peran(pengguna, Peran.ANALIS, Peran.ADMIN):
        return semua
    return semua.filter(status=EdisiKamus.Status.TERBIT)


def daftar_edisi(pengguna: Pengguna, kamus: KamusKompetensi) -> QuerySet[EdisiKamus]:
    """Editions of one dictionary, the latest first."""
    return (
        edisi_terlihat(pengguna)
        .filter(kamus=kamus)
        .defer("isi")
        .order_by("-berlaku_mulai", "-pk")
    )


def semua_edisi(
    pengguna: Pengguna, *, kamus: UUID | None = None, status: str = ""
) -> QuerySet[EdisiKamus]:
    """Editions of all dictionaries, or of one, the latest first."""
    daftar = edisi_terlihat(pengguna)
    if kamus is not None:
        daftar = daftar.filter(kamus__uid=kamus)
    if status:
        daftar = daftar.filter(status=status)
    return daftar.defer("isi").order_by("-berlaku_mulai", "-pk")


def draf_edisi(kamus: KamusKompetensi, *, kunci: bool = False) -> EdisiKamus | None:
    """The one draft of a dictionary, if there is one; `kunci` holds it to the end."""
    daftar = EdisiKamus.objects.filter(kamus=kamus, status="DRAF")
    return (daftar.select_for_update() if kunci else daftar).first()


def unit_pemilik() -> list[tuple[str, str]]:
    """Units that may own a dictionary: (uid, name)."""
    daftar = unit_berlaku().filter(jenis=UnitKerja.Jenis.OPD)
    return [
        (str(uid), nama)
        for uid, nama in daftar.order_by("nama_cari", "pk").values_list("uid", "nama")
    ]


def rumusan_berlaku(kamus: KamusKompetensi) -> list[Butir]:
    """The wording in force, as plain data, in the order of the dictionary."""
    terkait = _terkait(kamus)
    daftar = (
        Kompetensi.objects.filter(kamus=kamus, aktif=True)
        .prefetch_related(Prefetch("level", LevelKompetensi.objects.order_by("level")))
        .order_by("jenis", "urutan", "kode", "pk")
    )
    return [
        butir_baru(
            kode=k.kode,
            nama=k.nama,
            jenis=k.jenis,
            definisi=k.definisi,
            terkait=terkait.get(k.kode, []),
            level={
                str(b.level): (b.uraian, b.indikator_perilaku) for b in k.level.all()
            },
        )
        for k in daftar
    ]


def _terkait(kamus: KamusKompetensi) -> dict[str, list[str]]:
    """Cross references live only in editions; the latest published one holds."""
    edisi = (
        EdisiKamus.objects.filter(kamus=kamus, status="TERBIT")
        .order_by("-diterbitkan_pada", "-pk")
        .first()
    )
    return {b["kode"]: b.get("terkait", []) for b in edisi.isi} if edisi else {}


def perubahan_edisi(edisi: EdisiKamus) -> list[UbahRumusan]:
    """What publishing this draft would change."""
    return bandingkan_rumusan(rumusan_berlaku(edisi.kamus), edisi.isi, NAMA_JENIS)


def perubahan_berkas(berkas: BerkasKompetensi) -> list[UbahRumusan]:
    """What a file changes in the draft, or in the wording in force if there is none.

    A file that says what is in force changes nothing, whatever a draft says.
    """
    assert berkas.kamus is not None  # a constraint of this kind of file
    berlaku = rumusan_berlaku(berkas.kamus)
    beda = bandingkan_rumusan(berlaku, berkas.isi, NAMA_JENIS)
    draf = draf_edisi(berkas.kamus) if beda else None
    return bandingkan_rumusan(draf.isi, berkas.isi, NAMA_JENIS) if draf else beda


def baris_edisi(edisi: EdisiKamus) -> list[BarisRumusan]:
    """The competencies of an edition."""
    return [
        BarisRumusan(
            b["kode"],
            b["nama"],
            NAMA_JENIS.get(b["jenis"], b["jenis"]),
            sum(1 for t in TINGKAT if b["level"].get(t, {}).get("uraian")),
        )
        for b in edisi.isi
    ]


def cari_butir(edisi: EdisiKamus, kode: str) -> Butir | None:
    """One competency of an edition."""
    return next((b for b in edisi.isi if b["kode"] == kode), None)


def lubang_edisi(edisi: EdisiKamus) -> list[Lubang]:
    """What keeps this draft from being published."""
    if edisi.status == EdisiKamus.Status.TERBIT:
        return []
    daftar = []
    if not edisi.isi:
        daftar.append(Lubang("kamus_kosong", "Kamus tanpa kompetensi. Tambahkan dulu."))
    if not edisi.nomor_keputusan or not edisi.tanggal_keputusan:
        daftar.append(
            Lubang("tanpa_keputusan", "Nomor dan tanggal keputusan belum lengkap.")
        )
    if edisi.berlaku_mulai > hari_ini():
        daftar.append(
            Lubang(
                "belum_berlaku",
                f"Edisi ini baru berlaku {tanggal(edisi.berlaku_mulai)}. Rumusan "
                "langsung dipakai saat terbit, jadi terbitkan pada hari itu.",
            )
        )
    kurang = [
        f"{b['nama']} tingkat {t}"
        for b in edisi.isi
        for t in TINGKAT
        if not b["level"].get(t, {}).get("uraian")
    ]
    if kurang:
        sisa = f" dan {len(kurang) - 10} lagi" if len(kurang) > 10 else ""
        daftar.append(
            Lubang(
                "tanpa_rumusan",
                f"Belum dirumuskan: {', '.join(kurang[:10])}{sisa}.",
            )
        )
    return daftar


def berkas_kompetensi() -> QuerySet[BerkasKompetensi]:
    """Uploaded files of dictionaries and standards, for those who draft them."""
    return BerkasKompetensi.objects.select_related("kamus", "oleh")
