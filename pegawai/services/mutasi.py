"""Main posts over time: move a person with a TMT, take a planned move back.

KETENTUAN AK-6: a TMT in the future changes nothing until 00.00 WITA of that day; a
back-dated one acts at the next request. What is entered lies between its neighbours, so
an old decree that turns up late only completes the history.
"""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.kekangan import jelaskan_kekangan
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import Jabatan, Jenjang, Pegawai, RiwayatJabatan
from pegawai.queries.peran import SELESAI_BEKERJA
from pegawai.services.atasan_turunan import cakupan_jabatan, hitung_atasan
from pegawai.services.kunci_baris import (
    kunci_pegawai,
    kunci_struktur,
    periksa_tmt,
)
from pegawai.signals import jabatan_berganti

UTAMA = RiwayatJabatan.Jenis.UTAMA
SEHARI = timedelta(days=1)


@transaction.atomic
def pindahkan_pegawai(
    *,
    pegawai: Pegawai,
    jabatan: Jabatan,
    tmt: date,
    nomor_sk: str,
    oleh: Pengguna | None,
    versi: int | None = None,
) -> Pegawai:
    """Give a person a main post from `tmt` on; the unit is the post's own.

    The same again changes nothing.
    """
    kunci_struktur()
    pegawai = kunci_pegawai(pegawai)
    if _sudah(pegawai, jabatan, tmt, nomor_sk):
        return pegawai
    pegawai = kunci_pegawai(pegawai, versi)
    # Two people racing for one head post wait for each other here.
    jabatan = Jabatan.objects.select_for_update(of=("self",)).get(pk=jabatan.pk)
    periksa_tmt(pegawai, tmt)
    catat_jabatan_kini(pegawai)
    _periksa(pegawai, jabatan, tmt)
    sampai = _sisipkan(pegawai, tmt)
    _periksa_terisi(pegawai, jabatan, tmt, sampai)
    with jelaskan_kekangan(RiwayatJabatan):
        RiwayatJabatan.objects.create(
            pegawai=pegawai,
            jabatan=jabatan,
            unit_kerja_id=jabatan.unit_kerja_id or pegawai.unit_kerja_id,
            tmt=tmt,
            sampai=sampai,
            nomor_sk=nomor_sk,
            diterapkan=False,
        )
    terapkan_jabatan(pegawai=pegawai, oleh=oleh)
    _kabari(pegawai, jabatan, tmt)
    return pegawai


def _sudah(pegawai: Pegawai, jabatan: Jabatan, tmt: date, nomor_sk: str) -> bool:
    return RiwayatJabatan.objects.filter(
        pegawai=pegawai, jabatan=jabatan, jenis=UTAMA, tmt=tmt, nomor_sk=nomor_sk
    ).exists()


def catat_jabatan_kini(pegawai: Pegawai) -> None:
    """A post that came without a history row gets one, so that it is not lost."""
    if pegawai.jabatan_id is None or pegawai.tmt_jabatan is None:
        return
    bertumpuk = RiwayatJabatan.objects.filter(pegawai=pegawai, jenis=UTAMA).filter(
        Q(sampai__isnull=True) | Q(sampai__gte=pegawai.tmt_jabatan)
    )
    if not bertumpuk.exists():
        RiwayatJabatan.objects.create(
            pegawai=pegawai,
            jabatan_id=pegawai.jabatan_id,
            unit_kerja_id=pegawai.unit_kerja_id,
            tmt=pegawai.tmt_jabatan,
        )


def _periksa(pegawai: Pegawai, jabatan: Jabatan, tmt: date) -> None:
    if pegawai.kedudukan_hukum in SELESAI_BEKERJA:
        raise AturanDilanggar(
            f"Pegawai ini berstatus {pegawai.get_kedudukan_hukum_display().lower()}. "
            "Ubah dulu kedudukan hukumnya.",
            kode="sudah_selesai_bekerja",
        )
    if not jabatan.aktif:
        raise AturanDilanggar(
            "Jabatan ini sudah tidak dipakai. Pilih jabatan lain.",
            kode="jabatan_tidak_aktif",
            medan="jabatan",
        )
    utama = RiwayatJabatan.objects.filter(pegawai=pegawai, jenis=UTAMA)
    sama = utama.filter(tmt=tmt).select_related("jabatan").first()
    if sama is not None:
        raise AturanDilanggar(
            f"Pegawai ini sudah menjadi {sama.jabatan.nama} mulai {tanggal(tmt)}. "
            "Pilih TMT lain.",
            kode="tmt_ganda",
            medan="tmt",
        )
    rencana = utama.filter(diterapkan=False).order_by("tmt").first()
    if rencana is not None and tmt > hari_ini():
        raise AturanDilanggar(
            f"Sudah ada mutasi yang direncanakan mulai {tanggal(rencana.tmt)}. "
            "Batalkan dulu yang itu.",
            kode="mutasi_sudah_direncanakan",
            medan="tmt",
        )


def _sisipkan(pegawai: Pegawai, tmt: date) -> date | None:
    """Cut the post before `tmt`; the day on which the next one makes this one end."""
    utama = RiwayatJabatan.objects.filter(pegawai=pegawai, jenis=UTAMA)
    utama.filter(Q(sampai__isnull=True) | Q(sampai__gte=tmt), tmt__lt=tmt).update(
        sampai=tmt - SEHARI
    )
    lanjut = utama.filter(tmt__gt=tmt).order_by("tmt").first()
    return lanjut.tmt - SEHARI if lanjut else None


def _periksa_terisi(
    pegawai: Pegawai, jabatan: Jabatan, tmt: date, sampai: date | None
) -> None:
    """A structural post has one holder at a time; others are held by many."""
    if jabatan.jenis != Jenjang.Jenis.STRUKTURAL:
        return
    masa = Q(sampai__isnull=True) | Q(sampai__gte=tmt)
    lain = RiwayatJabatan.objects.filter(masa, jabatan=jabatan, jenis=UTAMA).exclude(
        pegawai=pegawai
    )
    if sampai is not None:
        lain = lain.filter(tmt__lte=sampai)
    orang = lain.exclude(
        sampai__isnull=True, pegawai__kedudukan_hukum__in=SELESAI_BEKERJA
    ).values("pegawai_id")
    kini = Pegawai.objects.filter(
        Q(pk__in=orang) | Q(jabatan=jabatan, riwayat_jabatan__isnull=True)
    ).exclude(pk=pegawai.pk)
    pemegang = kini.order_by("pk").first()
    if pemegang is not None:
        raise AturanDilanggar(
            f"Jabatan ini dipegang {pemegang} pada masa itu. Pindahkan dulu pemegangnya, "
            "atau pilih TMT sesudahnya.",
            kode="jabatan_sudah_terisi",
            medan="jabatan",
        )


def terapkan_jabatan(*, pegawai: Pegawai, oleh: Pengguna | None) -> bool:
    """Make the post in force today the present one; did anything change?"""
    hari = hari_ini()
    mulai = RiwayatJabatan.objects.filter(
        pegawai=pegawai, jenis=UTAMA, tmt__lte=hari
    ).order_by("-tmt")
    mulai.filter(diterapkan=False).update(diterapkan=True)
    kini = mulai.filter(Q(sampai__isnull=True) | Q(sampai__gte=hari)).first()
    if kini is None:
        return False
    baru = (kini.jabatan_id, kini.unit_kerja_id, kini.tmt)
    lama = (pegawai.jabatan_id, pegawai.unit_kerja_id, pegawai.tmt_jabatan)
    if lama == baru:
        return False
    jabatan = [lama[0], baru[0]]
    pegawai.jabatan_id, pegawai.unit_kerja_id, pegawai.tmt_jabatan = baru
    pegawai.versi += 1
    pegawai.save(update_fields=["jabatan", "unit_kerja", "tmt_jabatan", "versi"])
    jabatan_berganti.send(sender=Pegawai, pegawai_ids=[pegawai.pk], oleh=oleh)
    hitung_atasan(oleh=oleh, cakupan=cakupan_jabatan(jabatan, orang=[pegawai.pk]))
    return True


def _kabari(pegawai: Pegawai, jabatan: Jabatan, tmt: date) -> None:
    kabari(
        kunci=f"mutasi:{pegawai.pk}:{jabatan.pk}:{tmt}",
        penerima=pegawai.pengguna,
        judul="Jabatan Anda berubah",
        isi=f"Mulai {tanggal(tmt)} jabatan Anda tercatat sebagai {jabatan.nama}.",
        tautan=pegawai.get_absolute_url(),
    )


@transaction.atomic
def batalkan_mutasi(*, pegawai: Pegawai, oleh: Pengguna) -> bool:
    """Take back a move whose day has not come; the post before it runs on."""
    pegawai = kunci_pegawai(pegawai)
    rencana = (
        RiwayatJabatan.objects.filter(pegawai=pegawai, jenis=UTAMA, diterapkan=False)
        .filter(tmt__gt=hari_ini())
        .order_by("tmt")
        .first()
    )
    if rencana is None:
        return False
    sambung = RiwayatJabatan.objects.filter(
        pegawai=pegawai, jenis=UTAMA, sampai=rencana.tmt - SEHARI
    )
    sampai = rencana.sampai
    rencana.delete()
    sambung.update(sampai=sampai)
    pegawai.versi += 1
    pegawai.save(update_fields=["versi"])
    return True
