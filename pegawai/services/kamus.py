"""Dictionaries: their owner, a draft of the next edition, its publication."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from pegawai.alat.rumusan import Butir
from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import EdisiKamus, KamusKompetensi, UnitKerja
from pegawai.queries.kamus import draf_edisi, lubang_edisi, rumusan_berlaku
from pegawai.queries.penyusun import ikut_menyusun
from pegawai.services.kompetensi import tulis_rumusan

Status = EdisiKamus.Status


class KepalaEdisi(NamedTuple):
    """What names an edition of a dictionary."""

    edisi: str
    nomor_keputusan: str
    tanggal_keputusan: date | None
    berlaku_mulai: date


class PemilikKamus(NamedTuple):
    """Who answers for a dictionary, and over what."""

    unit_kerja: UnitKerja | None
    instansi: str
    urusan: str


@transaction.atomic
def buat_kamus(
    *, nama: str, kode: str, pemilik: PemilikKamus, oleh: Pengguna
) -> KamusKompetensi:
    """Start a dictionary; it is empty until its first edition is published."""
    try:
        with transaction.atomic():
            return KamusKompetensi.objects.create(
                nama=nama, kode=kode, **pemilik._asdict()
            )
    except IntegrityError:
        raise AturanDilanggar(
            "Sudah ada kamus dengan nama atau kode itu. Pakai yang lain.",
            kode="kamus_ganda",
            medan="nama",
        ) from None


@transaction.atomic
def ubah_kamus(
    *, kamus: KamusKompetensi, pemilik: PemilikKamus, versi: int, oleh: Pengguna
) -> KamusKompetensi:
    """Change the owner; name and code stay, for competencies and files refer to them."""
    berubah = KamusKompetensi.objects.filter(pk=kamus.pk, versi=versi).update(
        **pemilik._asdict(), versi=F("versi") + 1
    )
    if not berubah:
        raise versi_usang("Kamus ini")
    kamus.refresh_from_db()
    return kamus


@transaction.atomic
def buat_draf_edisi(
    *, kamus: KamusKompetensi, kepala: KepalaEdisi, oleh: Pengguna
) -> EdisiKamus:
    """The next edition, starting from the wording in force; one draft at a time."""
    KamusKompetensi.objects.select_for_update().get(pk=kamus.pk)
    if draf_edisi(kamus) is not None:
        raise AturanDilanggar(
            "Kamus ini sudah punya draf edisi. Lanjutkan draf itu, atau hapus dulu.",
            kode="draf_sudah_ada",
        )
    return EdisiKamus.objects.create(
        kamus=kamus,
        disusun_oleh=oleh,
        isi=[b | {"versi": 1} for b in rumusan_berlaku(kamus)],
        **kepala._asdict(),
    )


@transaction.atomic
def ubah_draf_edisi(
    *, edisi: EdisiKamus, kepala: KepalaEdisi, versi: int, oleh: Pengguna
) -> EdisiKamus:
    """Change the head of a draft."""
    edisi = _kunci_draf(edisi)
    if edisi.versi != versi:
        raise versi_usang("Draf ini")
    for medan, nilai in kepala._asdict().items():
        setattr(edisi, medan, nilai)
    return _simpan(edisi, oleh)


@transaction.atomic
def simpan_butir(
    *, edisi: EdisiKamus, butir: Butir, versi: int, oleh: Pengguna
) -> EdisiKamus:
    """Add (versi 0) or reword one competency of a draft; a stale `versi` refuses (X-1)."""
    edisi = _kunci_draf(edisi)
    letak = {b["kode"].upper(): ke for ke, b in enumerate(edisi.isi)}
    ke = letak.get(butir["kode"].upper())
    if ke is None and versi:
        raise AturanDilanggar(
            "Kompetensi ini sudah dihapus dari draf oleh orang lain.",
            kode="butir_tidak_ada",
        )
    if ke is None:
        edisi.isi.append(butir | {"versi": 1})
    elif not versi:
        raise AturanDilanggar(
            f"Kode {butir['kode']} sudah ada di kamus ini. Pakai kode lain.",
            kode="kode_ganda",
            medan="kode",
        )
    elif edisi.isi[ke].get("versi", 1) != versi:
        raise versi_usang("Kompetensi ini")
    else:
        edisi.isi[ke] = butir | {"versi": versi + 1}
    return _simpan(edisi, oleh)


@transaction.atomic
def hapus_butir(*, edisi: EdisiKamus, kode: str, oleh: Pengguna) -> EdisiKamus:
    """Leave one competency out of the next edition; leaving it out twice is the same."""
    edisi = _kunci_draf(edisi)
    edisi.isi = [b for b in edisi.isi if b["kode"] != kode]
    return _simpan(edisi, oleh)


@transaction.atomic
def ganti_isi(*, edisi: EdisiKamus, isi: Sequence[Butir], oleh: Pengguna) -> EdisiKamus:
    """Replace the whole wording of a draft, as a file says."""
    edisi = _kunci_draf(edisi)
    versi = {b["kode"]: b.get("versi", 1) for b in edisi.isi}
    edisi.isi = [b | {"versi": versi.get(b["kode"], 0) + 1} for b in isi]
    return _simpan(edisi, oleh)


@transaction.atomic
def terbitkan_edisi(*, edisi: EdisiKamus, oleh: Pengguna) -> EdisiKamus:
    """Put a draft in force: the dictionary says what it says. Twice changes nothing."""
    edisi = EdisiKamus.objects.select_for_update(of=("self",)).get(pk=edisi.pk)
    if edisi.status == Status.TERBIT:
        return edisi
    if ikut_menyusun(oleh, edisi):
        raise AturanDilanggar(
            "Anda ikut menyusun draf ini. Penerbitannya menunggu orang yang tidak ikut.",
            kode="orang_kedua",
        )
    lubang = lubang_edisi(edisi)
    if lubang:
        raise AturanDilanggar(
            "Edisi belum dapat diterbitkan. " + " ".join(b.pesan for b in lubang),
            kode=lubang[0].kode,
        )
    tulis_rumusan(kamus=edisi.kamus, isi=edisi.isi)
    edisi.status = Status.TERBIT
    edisi.diterbitkan_oleh = oleh
    edisi.diterbitkan_pada = timezone.now()
    edisi.versi += 1
    edisi.save()
    return edisi


@transaction.atomic
def hapus_draf_edisi(*, edisi: EdisiKamus, oleh: Pengguna) -> None:
    """Throw a draft away."""
    _kunci_draf(edisi).delete()


def _kunci_draf(edisi: EdisiKamus) -> EdisiKamus:
    edisi = EdisiKamus.objects.select_for_update(of=("self",)).get(pk=edisi.pk)
    if edisi.status != Status.DRAF:
        raise AturanDilanggar(
            "Edisi yang sudah terbit tidak dapat diubah. Susun edisi baru.",
            kode="edisi_terbit",
        )
    return edisi


def _simpan(edisi: EdisiKamus, oleh: Pengguna) -> EdisiKamus:
    edisi.disusun_oleh = oleh
    edisi.versi += 1
    edisi.save()
    return edisi
