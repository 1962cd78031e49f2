"""Acting posts: Plt. while a post is vacant, Plh. while its holder is away (AK-4)."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.kekangan import jelaskan_kekangan
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import Jabatan, Pegawai, RiwayatJabatan
from pegawai.queries.peran import SELESAI_BEKERJA
from pegawai.services.atasan_turunan import cakupan_jabatan, hitung_atasan
from pegawai.services.kunci_baris import (
    kunci_pegawai,
    kunci_struktur,
    periksa_tmt,
)

Jenis = RiwayatJabatan.Jenis


@transaction.atomic
def tugaskan_rangkap(
    *,
    pegawai: Pegawai,
    jabatan: Jabatan,
    jenis: str,
    tmt: date,
    sampai: date,
    nomor_sk: str,
    oleh: Pengguna | None,
    versi: int | None = None,
) -> RiwayatJabatan:
    """Let a person act in a post between two dates; the own post and rights stay."""
    kunci_struktur()
    pegawai = kunci_pegawai(pegawai)
    sudah = RiwayatJabatan.objects.filter(
        pegawai=pegawai, jabatan=jabatan, jenis=jenis, tmt=tmt, sampai=sampai
    ).first()
    if sudah is not None:
        return sudah
    pegawai = kunci_pegawai(pegawai, versi)
    # Whoever closes or fills this post at the same moment waits.
    jabatan = Jabatan.objects.select_for_update(of=("self",)).get(pk=jabatan.pk)
    periksa_tmt(pegawai, tmt)
    _periksa(pegawai, jabatan, jenis, tmt, sampai)
    with jelaskan_kekangan(RiwayatJabatan):
        riwayat = RiwayatJabatan.objects.create(
            pegawai=pegawai,
            jabatan=jabatan,
            unit_kerja_id=jabatan.unit_kerja_id,
            jenis=jenis,
            tmt=tmt,
            sampai=sampai,
            nomor_sk=nomor_sk,
            diterapkan=tmt <= hari_ini(),
        )
    if riwayat.diterapkan:
        hitung_atasan(oleh=oleh, cakupan=cakupan_jabatan([jabatan.pk]))
    kabari(
        kunci=f"rangkap:{riwayat.pk}",
        penerima=pegawai.pengguna,
        judul=f"Anda ditugaskan sebagai {riwayat.get_jenis_display().lower()}",
        isi=f"{jabatan.nama}, {tanggal(tmt)} sampai {tanggal(sampai)}.",
        tautan=pegawai.get_absolute_url(),
    )
    return riwayat


def _periksa(
    pegawai: Pegawai, jabatan: Jabatan, jenis: str, tmt: date, sampai: date
) -> None:
    if pegawai.kedudukan_hukum in SELESAI_BEKERJA:
        raise AturanDilanggar(
            f"Pegawai ini berstatus {pegawai.get_kedudukan_hukum_display().lower()}. "
            "Pilih orang lain.",
            kode="sudah_selesai_bekerja",
        )
    if not jabatan.aktif:
        raise AturanDilanggar(
            "Jabatan ini sudah tidak dipakai. Pilih jabatan lain.",
            kode="jabatan_tidak_aktif",
            medan="jabatan",
        )
    if sampai < tmt:
        raise AturanDilanggar(
            "Tanggal akhir harus sama dengan atau sesudah TMT.",
            kode="masa_terbalik",
            medan="sampai",
        )
    if jabatan.pk == pegawai.jabatan_id:
        raise AturanDilanggar(
            "Ini jabatan utama pegawai itu sendiri. Pilih jabatan lain.",
            kode="jabatan_sendiri",
            medan="jabatan",
        )
    if jenis == Jenis.PLT and _definitif(jabatan, tmt, sampai):
        raise AturanDilanggar(
            "Jabatan ini masih punya pejabat definitif pada masa itu. Pilih Plh. bila "
            "pejabatnya hanya berhalangan.",
            kode="jabatan_sudah_terisi",
            medan="jenis",
        )


def _definitif(jabatan: Jabatan, tmt: date, sampai: date) -> bool:
    return (
        RiwayatJabatan.objects.filter(
            Q(sampai__isnull=True) | Q(sampai__gte=tmt),
            jabatan=jabatan,
            jenis=Jenis.UTAMA,
            tmt__lte=sampai,
        )
        .exclude(sampai__isnull=True, pegawai__kedudukan_hukum__in=SELESAI_BEKERJA)
        .exists()
    )


@transaction.atomic
def akhiri_rangkap(
    *, pegawai: Pegawai, riwayat_id: int, sampai: date, oleh: Pengguna
) -> RiwayatJabatan:
    """End an acting post earlier; one that has not begun yet is taken back."""
    kunci_struktur()
    pegawai = kunci_pegawai(pegawai)
    riwayat = (
        RiwayatJabatan.objects.select_for_update(of=("self",))
        .exclude(jenis=Jenis.UTAMA)
        .get(pk=riwayat_id, pegawai=pegawai)
    )
    if riwayat.sampai is not None and riwayat.sampai <= sampai:
        return riwayat
    if sampai < riwayat.tmt - timedelta(days=1):
        raise AturanDilanggar(
            f"Tugas ini baru mulai {tanggal(riwayat.tmt)}. Pilih tanggal sesudahnya.",
            kode="masa_terbalik",
            medan="sampai",
        )
    if sampai < riwayat.tmt:
        riwayat.delete()
    else:
        riwayat.sampai = sampai
        riwayat.save(update_fields=["sampai"])
    hitung_atasan(oleh=oleh, cakupan=cakupan_jabatan([riwayat.jabatan_id]))
    return riwayat
