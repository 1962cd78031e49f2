"""Who took part in the demo city's batches, what came of it, and who still asks."""

import random
from datetime import date, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from kompetensi.contoh.akun import AkunDemo
from kompetensi.contoh.alat import Kota, hitung_statistik, jalankan, siang, sisip, undi
from kompetensi.contoh.perbaikan import PDF
from kompetensi.contoh.sertifikat import isi_sertifikat
from pegawai.models import Agenda, Pegawai
from pelatihan.models import Angkatan, Kehadiran, Peserta, RiwayatPengembangan

Status = Peserta.Status
MASA_USUL = timedelta(days=7)
BELAJAR = (
    "Kelas Daring MOOC ASN Berpijar",
    "Webinar Manajemen Kinerja BKN",
    "Belajar Mandiri Modul Antikorupsi",
    "Diskusi Komunitas Belajar OPD",
    "Pendampingan di Tempat Kerja",
    "Webinar Pelayanan Publik Digital",
)

KEHADIRAN_SQL = f"""
INSERT INTO pelatihan_kehadiran (peserta_id, tanggal, hadir)
SELECT s.id, h.hari::date,
       s.status <> 'TIDAK_LULUS'
       OR {undi("hadir", "p.nip", "h.hari::date::text")} < 0.6
  FROM pelatihan_peserta s
  JOIN pelatihan_angkatan a ON a.id = s.angkatan_id
  JOIN pegawai_pegawai p ON p.id = s.pegawai_id
 CROSS JOIN generate_series(a.tanggal_mulai, least(a.tanggal_selesai, %(hari)s),
                            interval '1 day') AS h(hari)
 WHERE s.status IN ('LULUS', 'TIDAK_LULUS', 'DISETUJUI')
   AND a.status IN ('BERJALAN', 'SELESAI') AND a.tanggal_mulai <= %(hari)s
   AND a.tanggal_selesai - a.tanggal_mulai < 15
   AND a.tanggal_selesai >= %(sejak)s AND extract(isodow FROM h.hari) < 6
 ORDER BY s.id, h.hari
"""

# What people learned by themselves: up to three activities a year, some unverified.
MANDIRI_SQL = f"""
INSERT INTO pelatihan_riwayatpengembangan
       (pegawai_id, unit_kerja_id, bentuk_id, nama, penyelenggara, tanggal_mulai,
        tanggal_selesai, jp, alasan_jp, nomor_sertifikat, status, diverifikasi_oleh_id,
        diverifikasi_pada, diajukan_pada, bukti, bukti_jenis, bukti_nama)
SELECT p.id, p.unit_kerja_id, b.id,
       (%(nama)s::text[])[1 + floor({undi("apa", "p.nip", "k.ke::text")} * 6)::int],
       'Lembaga pembelajaran daring', t.tanggal, t.tanggal,
       2 + floor({undi("jp", "p.nip", "k.ke::text")} * 11)::int, 'JP pada sertifikat', '',
       CASE WHEN t.tunggu THEN 'DIAJUKAN' ELSE 'TERVERIFIKASI' END,
       CASE WHEN NOT t.tunggu THEN %(oleh)s END,
       CASE WHEN NOT t.tunggu THEN t.tanggal + interval '9 days' END,
       t.tanggal + interval '2 days 2 hours', %(bukti)s, 'pdf', 'sertifikat.pdf'
  FROM pegawai_pegawai p
 CROSS JOIN generate_series(0, 7) AS k(ke)
 CROSS JOIN LATERAL (
       SELECT %(hari)s::date - (10 + k.ke * 80
                  + floor({undi("kapan", "p.nip", "k.ke::text")} * 79)::int)) AS d(hari)
 CROSS JOIN LATERAL (
       SELECT d.hari AS tanggal, k.ke = 0
              AND {undi("tunggu", "p.nip")} < 0.3 AS tunggu) t
  JOIN pelatihan_bentukpengembangan b ON b.kode = 'NKL03'
 WHERE p.kedudukan_hukum = 'AKTIF' AND t.tanggal >= coalesce(p.tmt_cpns, t.tanggal)
   AND {undi("giat", "p.nip")} * {undi("mau", "p.nip", "k.ke::text")} > 0.22
   AND p.id <> ALL(%(kecuali)s)
 ORDER BY p.id, k.ke
"""

TERISI_SQL = """
UPDATE pelatihan_angkatan a SET terisi = h.banyak
  FROM (SELECT angkatan_id, count(*) AS banyak FROM pelatihan_peserta
         WHERE status IN ('DIAJUKAN', 'DISETUJUI', 'LULUS', 'TIDAK_LULUS')
         GROUP BY angkatan_id) h
 WHERE h.angkatan_id = a.id
"""


class _Calon:
    """Shuffled people, each with the account that decides for them."""

    def __init__(self, kota: Kota, akun: AkunDemo) -> None:
        self.acak = kota.acak("peserta")
        self.orang: list[tuple[int, int]] = [
            (pk, pengguna or akun.analis.pk)
            for pk, pengguna in Pegawai.objects.filter(kedudukan_hukum="AKTIF")
            .exclude(pk__in=[akun.asn.pk, akun.penyelenggara.pegawai.pk])
            .order_by("nip")
            .values_list("pk", "atasan__pengguna")
        ]
        self.antre: list[tuple[int, int]] = []

    def ambil(self, jumlah: int) -> list[tuple[int, int]]:
        """The next people; everybody has a turn before anybody has a second."""
        if len(self.antre) < jumlah:
            self.antre = self.acak.sample(self.orang, len(self.orang))
        hasil, self.antre = self.antre[:jumlah], self.antre[jumlah:]
        return hasil


def isi_peserta(kota: Kota, akun: AkunDemo, angkatan: list[Angkatan]) -> None:
    """Participants of every batch, their attendance, certificates and hours."""
    calon = _Calon(kota, akun)
    terbanyak = max(3, kota.jumlah // 60)
    baru: list[Peserta] = []
    for a in angkatan:
        if a.status in ("RANCANGAN", "DIBATALKAN"):
            continue
        penuh = a.terisi == a.kuota
        jumlah = a.kuota if penuh else min(terbanyak, calon.acak.randint(*_isi(a)))
        for pk, pemutus in calon.ambil(jumlah):
            baru.append(_peserta(kota, akun, calon.acak, a, pk, pemutus, penuh=penuh))
    baru += _cerita(kota, akun, angkatan)
    baru += _dicalonkan(kota, akun, angkatan, baru)
    peserta = sisip(Peserta, baru)
    hitung_statistik(Angkatan, Peserta)
    jalankan(TERISI_SQL, {}, Angkatan)
    isi = {"benih": kota.benih, "hari": kota.hari, "nama": list(BELAJAR)}
    isi |= {"sejak": date(kota.hari.year, 1, 1), "oleh": akun.analis.pk}
    isi |= {"kecuali": [akun.asn.pk]}
    # One file for all: the demo's people share their scan.
    isi |= {
        "bukti": default_storage.save("bukti-pelatihan/contoh.pdf", ContentFile(PDF))
    }
    jalankan(KEHADIRAN_SQL, isi, Kehadiran)
    isi_sertifikat(kota, akun, peserta)
    jalankan(MANDIRI_SQL, isi, RiwayatPengembangan)
    _agenda(kota, peserta)


def _isi(angkatan: Angkatan) -> tuple[int, int]:
    if angkatan.status == Angkatan.Status.DIBUKA:
        return 3, angkatan.kuota // 2
    return angkatan.kuota * 2 // 3, angkatan.kuota


def _peserta(
    kota: Kota,
    akun: AkunDemo,
    acak: random.Random,
    angkatan: Angkatan,
    pegawai: int,
    pemutus: int,
    *,
    penuh: bool,
) -> Peserta:
    undian = acak.random()
    if angkatan.status == "SELESAI":
        status = Status.LULUS if undian < 0.94 else Status.TIDAK_LULUS
    elif angkatan.status == "BERJALAN" or penuh or undian < 0.62:
        status = Status.DISETUJUI
    elif undian < 0.87:
        status = Status.DIAJUKAN
    else:
        status = Status.DITOLAK if undian < 0.95 else Status.DIBATALKAN
    jarak = acak.randint(8, 40)
    return _baris(kota, akun, angkatan, pegawai, pemutus, status, jarak)


def _baris(
    kota: Kota,
    akun: AkunDemo,
    angkatan: Angkatan,
    pegawai: int,
    pemutus: int,
    status: str,
    jarak: int,
) -> Peserta:
    """One row whose dates fit its state; `jarak` days before the batch or today."""
    acuan = min(angkatan.tanggal_mulai, kota.hari)
    if status == Status.DIAJUKAN:
        acuan, jarak = kota.hari, 1 + jarak % 6
    diajukan = siang(acuan - timedelta(days=jarak), 9)
    peserta = Peserta(
        angkatan=angkatan,
        pegawai_id=pegawai,
        status=status,
        diajukan_pada=diajukan,
        batas_keputusan=diajukan + MASA_USUL,
    )
    if status not in (Status.DIAJUKAN, Status.DIBATALKAN):
        peserta.diputuskan_oleh_id = pemutus
        peserta.diputuskan_pada = diajukan + timedelta(days=2)
    if status in (Status.LULUS, Status.TIDAK_LULUS):
        peserta.dinilai_oleh = akun.penyelenggara
        peserta.dinilai_pada = siang(angkatan.tanggal_selesai, 16)
    if status in (Status.DITOLAK, Status.DIBATALKAN):
        peserta.berakhir_pada = diajukan + timedelta(days=2)
        peserta.alasan = "Bertepatan dengan tugas yang tidak dapat ditinggalkan."
    return peserta


def _cerita(kota: Kota, akun: AkunDemo, angkatan: list[Angkatan]) -> list[Peserta]:
    """`asn` has learned before; a colleague's request waits for `atasan`."""
    selesai = [
        a
        for a in angkatan
        if a.status == "SELESAI" and a.pelatihan.jp <= 20 and a.terisi < a.kuota
    ]
    selesai.sort(key=lambda a: a.tanggal_selesai)
    pemutus = akun.atasan.pengguna_id
    hasil = [
        _baris(kota, akun, a, akun.asn.pk, pemutus, Status.LULUS, 20)
        for a in (selesai[0], selesai[-1])
    ]
    rekan = (
        Pegawai.objects.filter(atasan=akun.atasan, kedudukan_hukum="AKTIF")
        .exclude(pk=akun.asn.pk)
        .order_by("pk")
        .last()
    )
    buka = [a for a in angkatan if a.status == "DIBUKA" and a.kuota > 12][-1]
    if rekan:
        hasil.append(_baris(kota, akun, buka, rekan.pk, pemutus, Status.DIAJUKAN, 8))
    return hasil


def _dicalonkan(
    kota: Kota, akun: AkunDemo, angkatan: list[Angkatan], ada: list[Peserta]
) -> list[Peserta]:
    """Two people whom the OPD's manager named wait for their superior."""
    terpakai = {(p.angkatan_id, p.pegawai_id) for p in ada}
    buka = [a for a in angkatan if a.status == "DIBUKA" and a.terisi < a.kuota]
    orang = (
        Pegawai.objects.filter(atasan=akun.atasan, kedudukan_hukum="AKTIF")
        .exclude(pk__in=[akun.asn.pk, akun.pengelola_opd.pk])
        .order_by("pk")[:2]
    )
    hasil = []
    for ke, pegawai in enumerate(orang):
        a = next((b for b in buka if (b.pk, pegawai.pk) not in terpakai), None)
        if a is None:
            continue
        pemutus = akun.atasan.pengguna_id
        p = _baris(kota, akun, a, pegawai.pk, pemutus, Status.DIAJUKAN, 2 + ke)
        p.dicalonkan_oleh_id = akun.pengelola_opd.pengguna_id
        hasil.append(p)
    return hasil


def _agenda(kota: Kota, peserta: list[Peserta]) -> None:
    """What an approved participant has before them, as the approval would write it."""
    sisip(
        Agenda,
        (
            Agenda(
                pegawai_id=p.pegawai_id,
                kunci=f"peserta:{p.pk}",
                jenis="PELATIHAN",
                judul=p.angkatan.pelatihan.nama,
                tanggal_mulai=p.angkatan.tanggal_mulai,
                tanggal_selesai=p.angkatan.tanggal_selesai,
            )
            for p in peserta
            if p.status == Status.DISETUJUI
            and p.angkatan.tanggal_selesai >= kota.hari - timedelta(days=30)
        ),
    )
