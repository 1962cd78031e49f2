"""Standards as plain data, many at once, for files."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from pegawai.alat.rumusan import rapikan
from pegawai.alat.rumusan_standar import Beda, Data, bandingkan_data
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import (
    BerkasKompetensi,
    Jabatan,
    Jenjang,
    Kompetensi,
    StandarButir,
    StandarKompetensi,
    StandarSyarat,
)
from pegawai.queries.standar import standar_berlaku
from pegawai.queries.standar_dokumen import IDENTITAS

KEPALA = ("edisi", "nomor_keputusan", "tanggal_keputusan", "berlaku_mulai")
ISI = (
    "kelompok_jabatan",
    "urusan",
    "kode_jabatan",
    "ikhtisar",
    "golongan_minimum",
    "pendidikan_minimum",
    "bidang_pendidikan",
    "indikator_kinerja",
)
LABEL = (
    IDENTITAS
    | {str(k): str(n) for k, n in StandarSyarat.Jenis.choices}
    | {str(k): str(n) for k, n in StandarSyarat.Tanda.choices}
)


@dataclass
class UsulStandar:
    """One standard of a file against what is stored."""

    untuk: str
    nama: str
    data: Data
    tindakan: str  # SAMA, BARU (a new draft), UBAH (the draft that is there)
    beda: list[Beda]


def lengkap(daftar: QuerySet[StandarKompetensi]) -> QuerySet[StandarKompetensi]:
    """Editions with all that `data_standar` reads."""
    return daftar.select_related(
        "jabatan__unit_kerja", "jenjang", "golongan_minimum", "pendidikan_minimum"
    ).prefetch_related(
        Prefetch(
            "butir",
            StandarButir.objects.select_related("kompetensi").order_by(
                "kompetensi__jenis", "kompetensi__urutan", "kompetensi__kode", "pk"
            ),
        ),
        Prefetch("syarat", StandarSyarat.objects.order_by("urutan", "pk")),
    )


def standar_ekspor() -> list[StandarKompetensi]:
    """The newest published edition in force of each post and each level."""
    terbaru: dict[str, StandarKompetensi] = {}
    daftar = lengkap(standar_berlaku(hari_ini())).order_by("-berlaku_mulai", "-pk")
    for standar in daftar:
        terbaru.setdefault(kunci_standar(standar), standar)
    return sorted(
        terbaru.values(),
        key=lambda s: (
            s.jabatan is not None,
            s.jenjang.urutan if s.jenjang else 0,
            s.jabatan.nama_cari if s.jabatan else "",
            s.pk,
        ),
    )


def kunci_standar(standar: StandarKompetensi) -> str:
    """`jabatan:<uid>` or `jenjang:<kode>`."""
    if standar.jabatan is not None:
        return f"jabatan:{standar.jabatan.uid}"
    return f"jenjang:{standar.jenjang.kode}" if standar.jenjang else ""


def data_standar(standar: StandarKompetensi) -> Data:
    """One edition as plain data."""
    golongan, didik = standar.golongan_minimum, standar.pendidikan_minimum
    isi = {n: rapikan(getattr(standar, n)) for n in ISI}
    isi["golongan_minimum"] = f"{golongan.status} {golongan.kode}" if golongan else ""
    isi["pendidikan_minimum"] = didik.nama if didik else ""
    kepala = {n: getattr(standar, n) for n in KEPALA}
    return {
        "untuk": kunci_standar(standar),
        "kepala": {
            n: isi.isoformat() if hasattr(isi, "isoformat") else rapikan(isi)
            for n, isi in kepala.items()
        },
        "isi": isi,
        "level": {
            f"{b.kompetensi.kamus_id}|{b.kompetensi.kode}": b.level
            for b in standar.butir.all()
        },
        "syarat": [[s.jenis, rapikan(s.uraian), s.tanda] for s in standar.syarat.all()],
    }


def usul_berkas(berkas: BerkasKompetensi) -> list[UsulStandar]:
    """Each standard of the file: the same as stored, a new draft, or a changed draft.

    The same as the draft or as the newest published edition means that nothing is done.
    """
    kunci = [d["untuk"] for d in berkas.isi]
    jabatan = {f"jabatan:{uid}": (pk, nama) for pk, uid, nama in _jabatan(kunci)}
    jenjang = {
        f"jenjang:{kode}": (pk, nama)
        for pk, kode, nama in Jenjang.objects.values_list("pk", "kode", "nama")
    }
    draf, terbit = _tersimpan([pk for pk, _ in jabatan.values()])
    nama = {
        f"{kamus}|{kode}": nama
        for kamus, kode, nama in Kompetensi.objects.values_list(
            "kamus_id", "kode", "nama"
        )
    }
    hasil = []
    for data in berkas.isi:
        untuk = data["untuk"]
        judul = (jabatan.get(untuk) or jenjang.get(untuk) or ("", untuk))[1]
        lama, kini = draf.get(untuk), terbit.get(untuk)
        if data in (lama, kini):
            hasil.append(UsulStandar(untuk, judul, data, "SAMA", []))
            continue
        beda = bandingkan_data(lama or kini, data, LABEL, nama)
        tindakan = ("UBAH" if lama else "BARU") if beda else "SAMA"
        hasil.append(UsulStandar(untuk, judul, data, tindakan, beda))
    return hasil


def usul_berbeda(berkas: BerkasKompetensi) -> list[UsulStandar]:
    """The standards of the file that differ from what is stored."""
    return [u for u in usul_berkas(berkas) if u.tindakan != "SAMA"]


def _jabatan(kunci: Iterable[str]) -> list[tuple[int, str, str]]:
    uid = [k.removeprefix("jabatan:") for k in kunci if k.startswith("jabatan:")]
    daftar = Jabatan.objects.filter(uid__in=uid)
    return [(pk, str(u), n) for pk, u, n in daftar.values_list("pk", "uid", "nama")]


def _tersimpan(jabatan: list[int]) -> tuple[dict[str, Data], dict[str, Data]]:
    """Drafts, and the newest published edition, of these posts and of all levels."""
    semua = StandarKompetensi.objects.filter(
        jabatan__in=jabatan
    ) | StandarKompetensi.objects.filter(jenjang__isnull=False)
    draf: dict[str, Data] = {}
    terbit: dict[str, Data] = {}
    hari = hari_ini()
    for s in lengkap(semua).order_by("-berlaku_mulai", "-pk"):
        if s.status == StandarKompetensi.Status.DRAF:
            draf[kunci_standar(s)] = data_standar(s)
        elif s.berlaku_mulai <= hari:
            terbit.setdefault(kunci_standar(s), data_standar(s))
    return draf, terbit
