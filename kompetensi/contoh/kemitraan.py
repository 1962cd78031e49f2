"""Partners and agreements of the demo city; internships are in `magang`."""

from dataclasses import dataclass
from datetime import date, timedelta

from kemitraan.models import Mitra, PenggunaMitra, Perjanjian, PermintaanData
from kompetensi.contoh.akun import OPD_BKPSDM, OPD_CERITA, AkunDemo
from kompetensi.contoh.alat import Kota, baca, siang, sisip
from kompetensi.contoh.magang import isi_magang
from pegawai.models import UnitKerja

Jenis, Status = Perjanjian.Jenis, Perjanjian.Status
MITRA_AKUN = "MTR-01"  # the institution of the account `mitra`
# Days from today to the end, for those that tell something; the rest end later.
BERAKHIR_MOU = {"MTR-05": 28, "MTR-09": 75, "MTR-16": -45, "MTR-22": 58}
BERAKHIR_PKS = {"MTR-02": 30, "MTR-07": 80, "MTR-26": 41}
TANPA_PKS = {"MTR-14", "MTR-20", "MTR-23", "MTR-28"}
DIBAHAS, DIHENTIKAN = {"MTR-12", "MTR-24"}, {"MTR-11"}


@dataclass
class Janji:
    """What differs from one agreement to the next."""

    mitra: Mitra
    ke: int
    mulai: date
    akhir: date
    status: str


def isi_kemitraan(kota: Kota, akun: AkunDemo) -> None:
    """Twenty-eight partners; a MoU each, and a PKS under most."""
    opd = {u.kode: u for u in UnitKerja.objects.filter(jenis=UnitKerja.Jenis.OPD)}
    mitra = sisip(
        Mitra,
        (
            Mitra(
                kode=b["kode"],
                nama=b["nama"],
                singkatan=b["singkatan"],
                jenis=b["jenis"],
                kota=b["kota"],
            )
            for b in baca("mitra.csv")
        ),
    )
    lembaga = next(m for m in mitra if m.kode == MITRA_AKUN)
    PenggunaMitra.objects.create(
        mitra=lembaga,
        pengguna=akun.mitra,
        tanggal_mulai=date(kota.hari.year, 1, 1),
        tanggal_selesai=date(kota.hari.year + 1, 12, 31),
    )
    _permintaan(kota, akun, lembaga)
    janji = _janji(kota, mitra)
    mou = sisip(Perjanjian, (_mou(kota, akun, j, opd[OPD_BKPSDM]) for j in janji))
    pks = sisip(
        Perjanjian,
        (
            _pks(kota, akun, induk, ke, opd)
            for ke, induk in enumerate(mou, 1)
            if induk.status == Status.DITANDATANGANI
            and induk.mitra.kode not in TANPA_PKS
        ),
    )
    isi_magang(kota, akun, {p.mitra.kode: p for p in pks})


def _permintaan(kota: Kota, akun: AkunDemo, mitra: Mitra) -> None:
    """The partner's user may take a copy; a correction waits for the analyst."""
    dasar = {"mitra": mitra, "pengguna": akun.mitra}
    lama, baru = siang(kota.hari - timedelta(days=20), 9), siang(kota.hari, 8)
    PermintaanData.objects.create(
        **dasar,
        jenis=PermintaanData.Jenis.SALINAN,
        status=PermintaanData.Status.DITERIMA,
        diajukan_pada=lama,
        batas_pada=lama + timedelta(hours=72),
        diputuskan_oleh=akun.analis,
        diputuskan_pada=lama + timedelta(hours=26),
    )
    PermintaanData.objects.create(
        **dasar,
        jenis=PermintaanData.Jenis.LEMBAGA,
        isi="Alamat kantor kerja sama pindah ke Gedung Rektorat lantai 2.",
        diajukan_pada=baru,
        batas_pada=baru + timedelta(hours=72),
    )


def _janji(kota: Kota, mitra: list[Mitra]) -> list[Janji]:
    """How long each MoU runs and in which state it is."""
    acak = kota.acak("perjanjian")
    janji = []
    for ke, m in enumerate(mitra, 1):
        sisa = BERAKHIR_MOU.get(m.kode, acak.randint(200, 1500))
        akhir = kota.hari + timedelta(days=sisa)
        status = Status.DITANDATANGANI
        if m.kode in DIBAHAS:
            status = Status.DIBAHAS
        elif m.kode in DIHENTIKAN:
            status = Status.DIHENTIKAN
        janji.append(Janji(m, ke, akhir - timedelta(days=1825), akhir, status))
    return janji


def _mou(kota: Kota, akun: AkunDemo, janji: Janji, opd: UnitKerja) -> Perjanjian:
    mulai = janji.mulai
    mou = Perjanjian(
        mitra=janji.mitra,
        jenis=Jenis.KESEPAKATAN_BERSAMA,
        nomor_kota=f"{janji.ke:03d}/MoU/HK/{mulai.year}",
        judul=f"Kerja sama pengembangan sumber daya manusia dengan {janji.mitra.nama}",
        ruang_lingkup="Pendidikan, pelatihan, penelitian, dan magang.",
        opd=opd,
        tanggal_mulai=mulai,
        tanggal_berakhir=janji.akhir,
        status=janji.status,
        pic_kota=akun.analis,
        penandatangan_kota="Wali Kota Kupang",
        dibuat_pada=siang(min(mulai, kota.hari)),
    )
    if janji.status == Status.DIBAHAS:
        mou.tanggal_mulai = kota.hari + timedelta(days=30)
        mou.tanggal_berakhir = mou.tanggal_mulai + timedelta(days=1825)
        mou.nomor_kota = f"{janji.ke:03d}/MoU/HK/{kota.hari.year}"
        return mou
    mou.tanggal_ttd = mulai
    mou.nomor_mitra = f"{janji.ke}/KS/{mulai.year}"
    mou.penandatangan_mitra = "Pimpinan lembaga"
    if janji.status == Status.DIHENTIKAN:
        mou.dihentikan_pada = kota.hari - timedelta(days=100)
        mou.dihentikan_oleh = akun.analis
        mou.alasan_henti = "Lembaga mitra bergabung dengan lembaga lain."
    return mou


def _pks(
    kota: Kota, akun: AkunDemo, induk: Perjanjian, ke: int, opd: dict[str, UnitKerja]
) -> Perjanjian:
    mitra = induk.mitra
    sisa = BERAKHIR_PKS.get(mitra.kode, 150 + (ke * 37) % 400)
    akhir = min(kota.hari + timedelta(days=sisa), induk.tanggal_berakhir)
    mulai = max(induk.tanggal_mulai, akhir - timedelta(days=730))
    penanggung = {MITRA_AKUN: OPD_CERITA, "MTR-08": "OPD-05"}.get(
        mitra.kode, OPD_BKPSDM
    )
    return Perjanjian(
        mitra=mitra,
        jenis=Jenis.KERJA_SAMA,
        induk=induk,
        nomor_kota=f"{ke:03d}/PKS/HK/{mulai.year}",
        nomor_mitra=f"{ke}/PKS/{mulai.year}",
        judul=f"Magang dan pengembangan kompetensi dengan {mitra.sebutan}",
        ruang_lingkup="Magang mahasiswa, magang ASN, dan narasumber pelatihan.",
        opd=opd[penanggung],
        tanggal_ttd=mulai,
        tanggal_mulai=mulai,
        tanggal_berakhir=akhir,
        status=Status.DITANDATANGANI,
        pic_kota=akun.analis,
        penandatangan_kota="Kepala perangkat daerah",
        penandatangan_mitra="Dekan atau direktur",
        pembiayaan=Perjanjian.Pembiayaan.BERSAMA,
        dibuat_pada=siang(mulai),  # so that reminders of old agreements go out
    )
