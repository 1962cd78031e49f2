"""Accounts of the demo city: everybody's, and one with a password for each role."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.db.models import Q

from kompetensi.contoh.alat import Kota, sisip
from kompetensi.contoh.organisasi import SimpulUnit
from pegawai.dasar.models import Pengguna
from pegawai.models import Pegawai, PemberianPeran, Peran, UsulPeran
from pegawai.services.atasan import hitung_atasan

OPD_CERITA = "OPD-14"
OPD_BKPSDM = "OPD-30"
PERAN_BKPSDM = ("analis", "admin", "penyelenggara", "asesor")
TANPA_SANDI = "!demo"
# Teachers and health workers answer to the most senior of their school or puskesmas.
KEPALA_SEKOLAH = """
UPDATE pegawai_pegawai AS p
   SET atasan_id = k.kepala, atasan_ditetapkan = true,
       atasan_alasan = 'Kepala sekolah atau puskesmas (jabatan tambahan)'
  FROM (SELECT DISTINCT ON (o.unit_kerja_id) o.unit_kerja_id, o.id AS kepala
          FROM pegawai_pegawai o
          JOIN pegawai_unitkerja u ON u.id = o.unit_kerja_id
          JOIN pegawai_jabatan j ON j.id = o.jabatan_id
          JOIN pegawai_jenjang g ON g.id = j.jenjang_id
         WHERE u.jenis IN ('SEKOLAH', 'PUSKESMAS') AND j.jenis = 'FUNGSIONAL'
         ORDER BY o.unit_kerja_id, g.urutan, o.tanggal_lahir, o.id) AS k
 WHERE p.unit_kerja_id = k.unit_kerja_id AND p.id <> k.kepala
"""


@dataclass
class AkunDemo:
    """The accounts that the stories of the other apps need."""

    analis: Pengguna
    admin: Pengguna
    penyelenggara: Pengguna
    asesor: Pengguna
    pimpinan: Pengguna
    mitra: Pengguna
    pemagang: Pengguna
    pengelola_opd: Pegawai
    kepala_opd: Pegawai
    atasan: Pegawai
    asn: Pegawai


def isi_akun(kota: Kota, unit: list[SimpulUnit], daftar: list[Pegawai]) -> AkunDemo:
    """Accounts without a password for all; then superiors; then one account a role."""
    akun = sisip(
        Pengguna,
        (
            Pengguna(nama_akun=p.nip, nama=p.nama_lengkap, password=TANPA_SANDI)
            for p in daftar
        ),
    )
    for pegawai, pengguna in zip(daftar, akun, strict=True):
        pegawai.pengguna = pengguna
    with connection.cursor() as kursor:
        kursor.execute(
            "UPDATE pegawai_pegawai p SET pengguna_id = a.id FROM dasar_pengguna a"
            " WHERE a.nama_akun = p.nip"
        )
        kursor.execute(KEPALA_SEKOLAH)
    hitung_atasan(oleh=None)
    return _akun_peran(kota, unit)


def _akun_peran(kota: Kota, unit: list[SimpulUnit]) -> AkunDemo:
    per_kode = {s.kode: s.unit for s in unit if s.kode}
    cerita, bkpsdm = per_kode[OPD_CERITA], per_kode[OPD_BKPSDM]
    di_cerita = Pegawai.objects.filter(unit_kerja__opd=cerita).order_by("pk")
    staf = di_cerita.exclude(jabatan__jenis="STRUKTURAL")
    asn = (
        staf.filter(jenis_kepegawaian="PNS", atasan__jabatan__jenjang__kode="PENGAWAS")
        .alias(ahli=Q(jabatan__jenjang__kode__startswith="JF_AHLI"))
        .order_by("-ahli", "pk")  # a level above 1, so that gaps show
        .first()
    )
    pengelola = staf.exclude(pk=asn.pk).filter(unit_kerja__jenis="SUBBAGIAN").first()
    orang_bkpsdm = list(
        Pegawai.objects.filter(unit_kerja__opd=bkpsdm)
        .exclude(jabatan__jenis="STRUKTURAL")
        .order_by("pk")[:4]
    )
    sandi = make_password(settings.DEMO_SANDI)
    pegawai = {
        "asn": asn,
        "atasan": asn.atasan,
        "kepala-opd": di_cerita.get(unit_kerja=cerita, jabatan__jenis="STRUKTURAL"),
        "pengelola-opd": pengelola or staf.exclude(pk=asn.pk).first(),
        **dict(zip(PERAN_BKPSDM, orang_bkpsdm, strict=False)),
    }
    _beri_sandi(pegawai, sandi)
    luar = _akun_luar(sandi, [n for n in PERAN_BKPSDM if n not in pegawai])
    akun = {
        nama: luar.get(nama) or Pengguna.objects.get(nama_akun=nama)
        for nama in (*PERAN_BKPSDM, "pimpinan", "mitra", "pemagang", "pengelola-opd")
    }
    _beri_peran(kota, akun, cerita)
    _usulkan_peran(kota, akun, asn.atasan)
    return AkunDemo(
        **{n: akun[n] for n in (*PERAN_BKPSDM, "pimpinan", "mitra", "pemagang")},
        pengelola_opd=pegawai["pengelola-opd"],
        kepala_opd=pegawai["kepala-opd"],
        atasan=pegawai["atasan"],
        asn=asn,
    )


def _usulkan_peran(kota: Kota, akun: dict[str, Pengguna], orang: Pegawai) -> None:
    """One proposal that the demo's administrator can decide."""
    UsulPeran.objects.create(
        pengguna=orang.pengguna,
        peran=Peran.ASESOR,
        berlaku_mulai=kota.hari,
        berlaku_sampai=kota.hari + timedelta(days=365),
        nomor_sk=f"800.1.11/90/BKPSDM/{kota.hari.year}",
        diusulkan_oleh=akun["analis"],
    )


def _beri_sandi(pegawai: dict[str, Pegawai], sandi: str) -> None:
    """The accounts of these people are named by their role and open with the password."""
    for nama, orang in pegawai.items():
        Pengguna.objects.filter(pegawai=orang).update(
            nama_akun=nama, surel=f"{nama}@contoh.go.id", password=sandi
        )


def _akun_luar(sandi: str, lain: list[str]) -> dict[str, Pengguna]:
    """Accounts of people who are not in the registry."""
    sebutan = {
        "pimpinan": "Pimpinan Kota",
        "mitra": "Bagian Kerja Sama Universitas",
        "pemagang": "Rambu Y. Mbani",
        **{nama: nama.title() for nama in lain},
    }
    return {
        nama: Pengguna.objects.create(
            nama_akun=nama, nama=teks, surel=f"{nama}@contoh.go.id", password=sandi
        )
        for nama, teks in sebutan.items()
    }


def _beri_peran(kota: Kota, akun: dict[str, Pengguna], cerita: object) -> None:
    mulai, sampai = date(kota.hari.year, 1, 1), date(kota.hari.year + 1, 12, 31)
    daftar = [(nama, nama, None) for nama in akun if nama != "pengelola-opd"]
    daftar.append(("pengelola-opd", "pengelola-opd", cerita))
    daftar.append(("pengelola-opd", "asesor", None))  # one person, two roles
    sisip(
        PemberianPeran,
        (
            PemberianPeran(
                pengguna=akun[nama],
                peran=Peran[peran.upper().replace("-", "_")],
                unit_kerja=unit,
                berlaku_mulai=mulai,
                berlaku_sampai=sampai,
                nomor_sk=f"800.1.11/{ke}/BKPSDM/{kota.hari.year}",
            )
            for ke, (nama, peran, unit) in enumerate(daftar, 1)
        ),
    )
