"""Random worlds for the oracle, and the same worlds as rows."""

from datetime import timedelta
from itertools import count
from types import SimpleNamespace

from hypothesis import strategies as st

from pegawai import models as m
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Pengguna
from penilaian.models import RencanaPengembangan
from tests.izin.dunia_berkas import bangun_berkas, siapkan_berkas
from tests.izin.peramal import (
    URUTAN,
    Dunia,
    Jabatan,
    Menjabat,
    Orang,
    Pemberian,
    Unit,
)
from tests.pabrik.pegawai import JenjangFactory, KompetensiFactory

NOMOR = count(50_000_000, 1000)
BERUNIT = ["PENGELOLA_OPD", "KEPALA_OPD"]
SEKOTA = [
    "ANALIS",
    "ADMIN",
    "PIMPINAN",
    "PENYELENGGARA",
    "ASESOR",
    "MITRA",
    "PEMAGANG",
]
KEDUDUKAN = [
    *["AKTIF"] * 6,
    "TUGAS_BELAJAR",
    "CLTN",
    "DIBERHENTIKAN_SEMENTARA",
    "PENSIUN",
    "PINDAH_INSTANSI",
]


@st.composite
def dunia(draw):
    """Up to ten units, eight posts, nine people, six grants; days around today."""
    hari = hari_ini()

    def angka(kurang, lebih):
        return draw(st.integers(kurang, lebih))

    def mungkin(pilihan):
        return draw(st.one_of(st.none(), st.sampled_from(range(pilihan))))

    def hari_dekat():
        return hari + timedelta(days=draw(st.sampled_from([-400, -30, -1, 0, 1, 30])))

    unit = [Unit(None, "PEMDA")]
    for ke in range(angka(1, 9)):
        jenis = draw(st.sampled_from(["OPD", "OPD", "BIDANG", "SEKSI"]))
        unit.append(Unit(angka(0, ke), jenis))
    jabatan = tuple(
        Jabatan(
            unit=angka(0, len(unit) - 1),
            jenjang=draw(st.sampled_from([*URUTAN, "PELAKSANA"])),
            aktif=draw(st.sampled_from([True, True, True, False])),
            sekda=draw(st.sampled_from([False, False, False, True])),
        )
        for _ in range(angka(1, 8))
    )
    banyak = angka(1, 9)
    orang = []
    for ke in range(banyak):
        atasan = mungkin(banyak)
        orang.append(
            Orang(
                unit=mungkin(len(unit)),
                jabatan=mungkin(len(jabatan)),
                kedudukan=draw(st.sampled_from(KEDUDUKAN)),
                atasan=None if atasan == ke else atasan,
            )
        )
    luar = angka(0, 2)
    menjabat = []
    # One acting holder a post: the database refuses two on one day.
    for jabatan_rangkap in draw(
        st.lists(st.sampled_from(range(len(jabatan))), max_size=4, unique=True)
    ):
        tmt = hari_dekat()
        lama = draw(st.sampled_from([None, 0, 1, 30, 400]))
        menjabat.append(
            Menjabat(
                orang=angka(0, banyak - 1),
                jabatan=jabatan_rangkap,
                jenis=draw(st.sampled_from(["PLT", "PLH"])),
                tmt=tmt,
                sampai=None if lama is None else tmt + timedelta(days=lama),
            )
        )
    menjabat += _utama(draw, hari, banyak, len(jabatan))
    pemberian = _pasti(draw, hari, banyak + luar, len(unit))
    for _ in range(angka(0, 5)):
        peran = draw(st.sampled_from([*BERUNIT, *BERUNIT, *SEKOTA]))
        mulai = hari_dekat()
        pemberian.append(
            Pemberian(
                akun=angka(0, banyak + luar - 1),
                peran=peran,
                unit=angka(0, len(unit) - 1) if peran in BERUNIT else None,
                mulai=mulai,
                sampai=mulai + timedelta(days=draw(st.sampled_from([0, 1, 30, 800]))),
                dicabut=draw(st.sampled_from([False, False, False, True])),
                ditangguhkan=draw(st.sampled_from([False, False, False, True])),
            )
        )
    return Dunia(
        hari,
        tuple(unit),
        jabatan,
        tuple(orang),
        tuple(menjabat),
        tuple(pemberian),
        luar,
    )


def _pasti(draw, hari, akun, unit):
    """Grants in force today in every world: left to chance, most worlds had none."""
    hasil = []
    for pilihan in (["PENGELOLA_OPD", "KEPALA_OPD"], ["ANALIS", "ADMIN", "MITRA"]):
        peran = draw(st.sampled_from(pilihan))
        hasil.append(
            Pemberian(
                akun=draw(st.integers(0, akun - 1)),
                peran=peran,
                unit=draw(st.integers(0, unit - 1)) if peran in BERUNIT else None,
                mulai=hari - timedelta(days=30),
                sampai=hari + timedelta(days=draw(st.sampled_from([0, 30]))),
            )
        )
    return hasil


def _utama(draw, hari, banyak, jabatan):
    """Main posts that ended yesterday or begin tomorrow: neither gives a right today."""
    hasil = []
    for orang in range(banyak):
        jenis = draw(st.sampled_from(["", "", "lama", "depan"]))
        if jenis:
            lama = jenis == "lama"
            hasil.append(
                Menjabat(
                    orang=orang,
                    jabatan=draw(st.integers(0, jabatan - 1)),
                    jenis="UTAMA",
                    tmt=hari - timedelta(days=300)
                    if lama
                    else hari + timedelta(days=1),
                    sampai=hari - timedelta(days=1) if lama else None,
                )
            )
    return hasil


def siapkan_bersama():
    """Rows that every world uses: the levels of posts and one competency."""
    jenjang = {
        kode: JenjangFactory(
            kode=kode, kelompok="MANAJERIAL", jenis="STRUKTURAL", urutan=urutan
        )
        for kode, urutan in URUTAN.items()
    }
    jenjang["PELAKSANA"] = JenjangFactory()
    bersama = SimpleNamespace(jenjang=jenjang, kompetensi=KompetensiFactory())
    siapkan_berkas(bersama)
    return bersama


def bangun(d, bersama):
    """The world as rows; lists in the order of the world's tuples."""
    dasar = next(NOMOR)
    h = SimpleNamespace()
    h.unit = [
        m.UnitKerja(
            pk=dasar + n,
            induk_id=None if u.induk is None else dasar + u.induk,
            jenis=u.jenis,
            nama=f"Unit {dasar + n}",
        )
        for n, u in enumerate(d.unit)
    ]
    m.UnitKerja.objects.bulk_create(h.unit)
    h.jabatan = m.Jabatan.objects.bulk_create(
        m.Jabatan(
            nama=f"Sekretaris Daerah {n}" if j.sekda else f"Jabatan {dasar + n}",
            jenis="PELAKSANA" if j.jenjang == "PELAKSANA" else "STRUKTURAL",
            jenjang=bersama.jenjang[j.jenjang],
            unit_kerja_id=dasar + j.unit,
            aktif=j.aktif,
        )
        for n, j in enumerate(d.jabatan)
    )
    h.akun = Pengguna.objects.bulk_create(
        Pengguna(nama_akun=f"akun-{dasar + n}", nama=f"Akun {n}", password="!")
        for n in d.akun
    )
    _orang(d, h, dasar)
    _hubungkan(d, h)
    m.CapaianKompetensi.objects.bulk_create(
        m.CapaianKompetensi(
            pegawai=p,
            kompetensi=bersama.kompetensi,
            level=2,
            level_standar=3,
            kesenjangan=1,
            sumber="Asesmen",
            tanggal=d.hari,
            berlaku_sampai=d.hari,
        )
        for p in h.orang
    )
    h.rencana = RencanaPengembangan.objects.bulk_create(
        RencanaPengembangan(pegawai=p, tahun=d.hari.year) for p in h.orang
    )
    bangun_berkas(d, h, bersama)
    return h


def _orang(d, h, dasar):
    h.orang = [
        m.Pegawai(
            pk=dasar + n,
            pengguna=h.akun[n],
            nip=f"{dasar + n:018d}",
            nama=f"Orang {_kata(dasar + n)}",
            jenis_kepegawaian="PNS",
            kedudukan_hukum=o.kedudukan,
            tanggal_lahir="1990-01-01",
            jenis_kelamin="L",
            unit_kerja_id=None if o.unit is None else dasar + o.unit,
            jabatan=None if o.jabatan is None else h.jabatan[o.jabatan],
            atasan_id=None if o.atasan is None else dasar + o.atasan,
            surel_dinas=f"surel{dasar + n}@contoh.go.id",
        )
        for n, o in enumerate(d.orang)
    ]
    m.Pegawai.objects.bulk_create(h.orang)
    h.orang = list(
        m.Pegawai.objects.filter(pk__in=[p.pk for p in h.orang]).order_by("pk")
    )


def _hubungkan(d, h):
    m.RiwayatJabatan.objects.bulk_create(
        m.RiwayatJabatan(
            pegawai=h.orang[r.orang],
            jabatan=h.jabatan[r.jabatan],
            jenis=r.jenis,
            tmt=r.tmt,
            sampai=r.sampai,
        )
        for r in d.menjabat
    )
    h.pemberian = m.PemberianPeran.objects.bulk_create(
        m.PemberianPeran(
            pengguna=h.akun[p.akun],
            peran=p.peran,
            unit_kerja=None if p.unit is None else h.unit[p.unit],
            berlaku_mulai=p.mulai,
            berlaku_sampai=p.sampai,
            nomor_sk="1",
            dicabut_pada=f"{d.hari}T00:00:00Z" if p.dicabut else None,
            ditangguhkan_pada=f"{d.hari}T00:00:00Z" if p.ditangguhkan else None,
        )
        for p in d.pemberian
    )


def _kata(nomor):
    """A word of its own for each person, with nothing in common with the next."""
    return "".join(
        "bcdfghjklm"[int(angka)] + "aeiou"[int(angka) % 5] for angka in str(nomor)
    )
