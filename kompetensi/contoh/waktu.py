"""A city that changes: a renamed unit, a merge that waits, people on the move."""

from datetime import timedelta

from django.db.models import Count

from kompetensi.contoh.akun import AkunDemo
from kompetensi.contoh.alat import Kota
from pegawai.models import (
    Golongan,
    Jabatan,
    Pegawai,
    PenataanUnit,
    TingkatPendidikan,
    UnitKerja,
)
from pegawai.services.golongan import catat_golongan, catat_pendidikan
from pegawai.services.mutasi import pindahkan_pegawai
from pegawai.services.penataan import ajukan_penataan, setujui_penataan

Jenis = PenataanUnit.Jenis


def isi_waktu(kota: Kota, akun: AkunDemo) -> None:
    """A few stories, through the services that the pages use."""
    _penataan(kota, akun)
    _orang(kota, akun)


def _penataan(kota: Kota, akun: AkunDemo) -> None:
    seksi = list(
        UnitKerja.objects.filter(jenis__in=["SEKSI", "SUBBAGIAN"])
        .annotate(banyak=Count("pegawai"))
        .filter(banyak__gt=0)
        .select_related("induk")
        .order_by("jalur")
    )
    if len(seksi) < 3:
        return
    berganti = seksi[0]
    setujui_penataan(
        penataan=ajukan_penataan(
            unit=berganti,
            jenis=Jenis.NAMA,
            nama_baru=f"{berganti.nama} dan Data",
            berlaku_mulai=kota.hari - timedelta(days=120),
            nomor_sk="061/17/demo",
            oleh=akun.analis,
        ),
        oleh=akun.admin,
    )
    ajukan_penataan(
        unit=seksi[1],
        jenis=Jenis.GABUNG,
        tujuan=seksi[2],
        berlaku_mulai=kota.hari + timedelta(days=30),
        nomor_sk="061/21/demo",
        oleh=akun.analis,
    )


def _orang(kota: Kota, akun: AkunDemo) -> None:
    """A move ahead of its day, a promotion and a degree."""
    pegawai = (
        Pegawai.objects.filter(jabatan__jenis="PELAKSANA", jenis_kepegawaian="PNS")
        .exclude(tmt_jabatan__isnull=True)
        .select_related("golongan")
        .order_by("pk")
    )[10]
    tujuan = (
        Jabatan.objects.filter(jenis="PELAKSANA", unit_kerja__isnull=False)
        .exclude(unit_kerja__opd=pegawai.unit_kerja and pegawai.unit_kerja.opd)
        .order_by("pk")[0]
    )
    pindahkan_pegawai(
        pegawai=pegawai,
        jabatan=tujuan,
        tmt=kota.hari + timedelta(days=21),
        nomor_sk="800.1.3/88/demo",
        oleh=akun.analis,
    )
    naik = Golongan.objects.filter(
        status="PNS", urutan__gt=pegawai.golongan.urutan if pegawai.golongan else 0
    ).order_by("urutan")
    catat_golongan(
        pegawai=pegawai,
        golongan=naik[0],
        tmt=kota.hari - timedelta(days=60),
        nomor_sk="823.3/12/demo",
        oleh=akun.analis,
    )
    catat_pendidikan(
        pegawai=pegawai,
        tingkat_pendidikan=TingkatPendidikan.objects.get(kode="40"),
        jurusan="Administrasi Publik",
        lembaga="Universitas Nusa Cendana",
        tahun_lulus=kota.hari.year - 2,
        nomor_ijazah="demo-0001",
        oleh=akun.analis,
    )
