"""Assessments of the demo city: an expired period, last year's, and a running one."""

import json
from datetime import date, timedelta

from django.db.models import F

from kompetensi.contoh.akun import AkunDemo
from kompetensi.contoh.alat import Kota, hitung_statistik, jalankan, siang, sisip, undi
from pegawai.dasar.queries.aturan import aturan
from pegawai.models import Kompetensi, Pegawai
from pegawai.queries.standar import BUTIR_STANDAR_SQL
from pegawai.services.capaian import catat_capaian
from penilaian.models import (
    MetodePenilaian,
    NilaiKompetensi,
    Penilaian,
    PenugasanAsesor,
    PeriodePenilaian,
)
from penilaian.queries.wajib import kompetensi_dinilai
from penilaian.services.periode import masuk_peserta
from penilaian.services.terbit import CAPAIAN, HITUNG

# Kinds of competencies in which `asn` falls short, so that there is something to plan.
KURANG_ASN = ("M.03", "M.07", "T.01")
BANYAK_PESERTA_UJI = 12

# Everybody whose post has a standard, but for a share; %(bagian)s of them take part.
PESERTA_SQL = f"""
INSERT INTO penilaian_penilaian
       (periode_id, pegawai_id, jabatan_id, jenjang_id, unit_kerja_id, standar_id,
        status, lengkap, tanggal_penilaian, kategori, kategori_nama, catatan, versi)
SELECT %(periode)s, p.id, p.jabatan_id, j.jenjang_id, p.unit_kerja_id, s.standar_id,
       'DRAF', false,
       %(mulai)s::date + floor({undi("hari", "p.nip")} * %(lama)s)::int, '', '', '', 1
  FROM pegawai_pegawai p
  JOIN pegawai_jabatan j ON j.id = p.jabatan_id
  JOIN (SELECT DISTINCT jabatan_id, standar_id FROM ({BUTIR_STANDAR_SQL}) b) s
    ON s.jabatan_id = j.id
 WHERE p.kedudukan_hukum = 'AKTIF'
   AND coalesce(p.tmt_cpns, %(mulai)s) <= %(mulai)s
   AND p.id <> ALL(%(kecuali)s)
   AND ({undi("ikut", "%(periode_nama)s", "p.nip")} < %(bagian)s OR p.id = ANY(%(pasti)s))
 ORDER BY p.id
"""

# A level around the required one: a person's strength, the unit's, and chance.
NILAI_SQL = f"""
INSERT INTO penilaian_nilaikompetensi
       (penilaian_id, kompetensi_id, level_standar, level_capaian)
SELECT n.id, b.kompetensi_id, b.level,
       greatest(0, least(5, b.level + CASE
           WHEN u.nilai < 0.05 THEN -2 WHEN u.nilai < 0.30 THEN -1
           WHEN u.nilai < 0.84 THEN 0 ELSE 1 END))
  FROM penilaian_penilaian n
  JOIN pegawai_pegawai p ON p.id = n.pegawai_id
  LEFT JOIN pegawai_unitkerja w ON w.id = n.unit_kerja_id
  LEFT JOIN pegawai_unitkerja t ON t.id = w.opd_id
  JOIN pegawai_standarbutir b ON b.standar_id = n.standar_id
  JOIN pegawai_kompetensi k ON k.id = b.kompetensi_id AND k.jenis = ANY(%(jenis)s)
  CROSS JOIN LATERAL (
       SELECT 0.60 * {undi("butir", "%(periode_nama)s", "p.nip", "k.kode")}
            + 0.28 * {undi("orang", "p.nip")}
            + 0.22 * {undi("unit", "coalesce(t.kode, '')", "k.kode")} - 0.02
       ) u(nilai)
 WHERE n.periode_id = %(periode)s
 ORDER BY n.id, k.id
"""


def isi_penilaian(kota: Kota, akun: AkunDemo) -> None:
    """Three periods, and everybody's current level."""
    tahun = kota.hari.year
    rekan = list(
        Pegawai.objects.filter(atasan=akun.atasan)
        .exclude(pk=akun.asn.pk)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    lama, baru = rekan[:1], [akun.asn.pk, akun.atasan.pk, *rekan[1:]]
    _periode_terbit(
        kota, akun, tahun - 4, bagian=0.22, pasti=lama, kecuali=[akun.asn.pk]
    )
    _periode_terbit(kota, akun, tahun - 1, bagian=0.82, pasti=baru, kecuali=lama)
    _periode_berjalan(kota, akun)


def _periode_terbit(
    kota: Kota,
    akun: AkunDemo,
    tahun: int,
    *,
    bagian: float,
    pasti: list[int],
    kecuali: list[int],
) -> None:
    mulai, selesai = date(tahun, 3, 2), date(tahun, 6, 30)
    jenis = [Kompetensi.Jenis.MANAJERIAL, Kompetensi.Jenis.SOSIAL_KULTURAL]
    if tahun == kota.hari.year - 1:
        jenis.append(Kompetensi.Jenis.TEKNIS)
    periode = PeriodePenilaian.objects.create(
        nama=f"Pemetaan Kompetensi ASN {tahun}",
        tujuan=PeriodePenilaian.Tujuan.PEMETAAN,
        metode=MetodePenilaian.objects.get(kode="PROASN"),
        jenis_kompetensi=jenis,
        tanggal_mulai=mulai,
        tanggal_selesai=selesai,
        status=PeriodePenilaian.Status.DITERBITKAN,
        diterbitkan_oleh=akun.analis,
        diterbitkan_pada=siang(selesai + timedelta(days=16)),
    )
    isi = {
        "benih": kota.benih,
        "periode": periode.pk,
        "periode_nama": periode.nama,
        "mulai": mulai,
        "lama": (selesai - mulai).days - 5,
        "pada": max(mulai, date(2024, 1, 1)),  # the first edition starts in 2024
        "bagian": bagian,
        "pasti": pasti,
        "kecuali": kecuali,
        "jenis": list(jenis),
        "surplus": periode.surplus_menutup,
        "tahun": aturan("masa_berlaku_hasil_tahun"),
        "tabel": json.dumps(aturan("jpm_kategori_pemetaan")),
    }
    jalankan(PESERTA_SQL, isi, Penilaian)
    hitung_statistik(Penilaian)
    jalankan(NILAI_SQL, isi, NilaiKompetensi)
    hitung_statistik(NilaiKompetensi)
    _kurang_asn(akun, periode)
    jalankan(HITUNG, isi, Penilaian)
    catat_capaian(pilih=CAPAIAN, isi=[periode.nama, periode.pk])


def _kurang_asn(akun: AkunDemo, periode: PeriodePenilaian) -> None:
    """The account `asn` is short in three, so that gaps and offers meet."""
    kompetensi = Kompetensi.objects.filter(kode__in=KURANG_ASN)
    NilaiKompetensi.objects.filter(
        penilaian__in=list(periode.penilaian.filter(pegawai=akun.asn)),
        kompetensi__in=list(kompetensi),
    ).update(level_capaian=F("level_standar") - 1)


def _periode_berjalan(kota: Kota, akun: AkunDemo) -> None:
    """An assessment centre that ends in a week, a dozen people before one assessor."""
    periode = PeriodePenilaian.objects.create(
        nama=f"Uji Kompetensi Jabatan Pengawas {kota.hari.year}",
        tujuan=PeriodePenilaian.Tujuan.PENGISIAN,
        metode=MetodePenilaian.objects.get(kode="ASSESSMENT_CENTER"),
        tanggal_mulai=kota.hari - timedelta(days=21),
        tanggal_selesai=kota.hari + timedelta(days=7),
        status=PeriodePenilaian.Status.BERJALAN,
    )
    _tugaskan(akun, periode)
    _nilai_sebagian(kota, akun, periode)


def _tugaskan(akun: AkunDemo, periode: PeriodePenilaian) -> None:
    sisip(
        PenugasanAsesor,
        (
            PenugasanAsesor(periode=periode, asesor=akun.asesor, pegawai=p)
            for p in Pegawai.objects.filter(
                jabatan__jenjang__kode="PENGAWAS", kedudukan_hukum="AKTIF"
            )
            .exclude(pengguna=akun.asesor)
            .order_by("nama_urut", "pk")[:BANYAK_PESERTA_UJI]
        ),
    )


def _nilai_sebagian(kota: Kota, akun: AkunDemo, periode: PeriodePenilaian) -> None:
    """All are participants; the first third is done, one is half done."""
    orang = Pegawai.objects.filter(penugasan_asesor__periode=periode)
    masuk_peserta(
        periode=periode,
        daftar_pegawai=list(orang.select_related("jabatan__jenjang", "unit_kerja")),
    )
    acak = kota.acak("uji-kompetensi")
    daftar = list(
        periode.penilaian.select_related("periode", "jabatan__jenjang").order_by(
            "pegawai__nama_urut", "pk"
        )[: BANYAK_PESERTA_UJI // 3 + 1]
    )
    nilai = []
    for ke, penilaian in enumerate(daftar):
        dinilai = kompetensi_dinilai(penilaian)
        setengah = ke == len(daftar) - 1
        penilaian.asesor = akun.asesor
        penilaian.tanggal_penilaian = kota.hari - timedelta(days=8 - ke)
        penilaian.lengkap = not setengah
        nilai += [
            NilaiKompetensi(
                penilaian=penilaian,
                kompetensi_id=k.pk,
                level_capaian=max(
                    0, min(5, (k.standar or 3) + acak.choice((-1, 0, 0)))
                ),
            )
            for k in (dinilai[: len(dinilai) // 2] if setengah else dinilai)
        ]
    sisip(NilaiKompetensi, nilai)
    Penilaian.objects.bulk_update(daftar, ["asesor", "tanggal_penilaian", "lengkap"])
