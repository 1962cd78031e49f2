"""Internships of the demo city: students of three universities in, ASN out."""

from datetime import timedelta
from decimal import Decimal

from kemitraan.models import Penempatan, Perjanjian, PesertaMagang, ProgramMagang
from kompetensi.contoh.akun import OPD_CERITA, AkunDemo
from kompetensi.contoh.alat import Kota, siang, sisip
from kompetensi.contoh.magang_jam import beri_entri_katalog, beri_kepesertaan
from kompetensi.contoh.nama import nama_orang
from pegawai.models import Pegawai, UnitKerja

Arah, Status = ProgramMagang.Arah, Penempatan.Status
STUDI = ("Ilmu Komputer", "Administrasi Publik", "Statistika", "Hukum", "Akuntansi")
# One placement each: state, start and end in days from today, mark.
MASUK = {
    "MTR-01": (
        (Status.BERJALAN, -40, 45, None),  # the account `pemagang`
        (Status.BERJALAN, -40, 45, None),
        (Status.BERJALAN, -35, 4, None),
        (Status.SELESAI, -120, -20, Decimal("88.50")),
        (Status.SELESAI, -110, -6, None),  # waits for a mark
        (Status.DITERIMA, 12, 70, None),
        (Status.DIAJUKAN, 20, 80, None),
        (Status.DIAJUKAN, 20, 80, None),
        (Status.DITOLAK, 5, 60, None),
    ),
    "MTR-07": (
        (Status.BERJALAN, -30, 40, None),
        (Status.SELESAI, -150, -60, Decimal("91.00")),
        (Status.DIAJUKAN, 14, 60, None),
    ),
    "MTR-13": (
        (Status.BERJALAN, -20, 50, None),
        (Status.SELESAI, -130, -40, Decimal("79.25")),
    ),
}
KELUAR = {
    "MTR-01": (
        ("Laboratorium Data Undana", Status.BERJALAN, -10, 30, None),
        ("Laboratorium Data Undana", Status.SELESAI, -60, -9, None),  # awaits a mark
    ),
    "MTR-25": (
        ("Kantor Regional X BKN, Denpasar", Status.DITERIMA, 25, 55, None),
        ("Kantor Regional X BKN, Denpasar", Status.SELESAI, -100, -70, Decimal("85")),
    ),
}


def isi_magang(kota: Kota, akun: AkunDemo, pks: dict[str, Perjanjian]) -> None:
    """Programmes under the agreements, then the placements of both directions."""
    program = _program(kota, pks)
    _masuk(kota, akun, program)
    _keluar(kota, akun, program)


def _program(
    kota: Kota, pks: dict[str, Perjanjian]
) -> dict[tuple[str, str], ProgramMagang]:
    sebutan = {Arah.MASUK: "Magang mahasiswa", Arah.KELUAR: "Magang ASN"}
    daftar = [
        ProgramMagang(
            perjanjian=pks[kode],
            arah=arah,
            nama=f"{sebutan[arah]} {pks[kode].mitra.sebutan} {kota.hari.year}",
            tanggal_mulai=max(pks[kode].tanggal_mulai, kota.hari - timedelta(days=200)),
            tanggal_selesai=min(
                pks[kode].tanggal_berakhir, kota.hari + timedelta(days=120)
            ),
        )
        for arah, isi in ((Arah.MASUK, MASUK), (Arah.KELUAR, KELUAR))
        for kode in isi
    ]
    beri_entri_katalog([p for p in daftar if p.arah == Arah.KELUAR])
    sisip(ProgramMagang, daftar)
    return {(p.perjanjian.mitra.kode, p.arah): p for p in daftar}


def _masuk(
    kota: Kota, akun: AkunDemo, program: dict[tuple[str, str], ProgramMagang]
) -> None:
    acak = kota.acak("magang")
    unit = list(
        UnitKerja.objects.filter(opd__kode=OPD_CERITA, jenis="BIDANG").order_by("pk")
    )
    rencana = [
        (program[kode, Arah.MASUK], *isi) for kode, daftar in MASUK.items()
        for isi in daftar
    ]  # fmt: skip
    peserta = []
    for ke, (p, *_) in enumerate(rencana, 1):
        pemagang = ke == 1
        peserta.append(
            PesertaMagang(
                mitra=p.perjanjian.mitra,
                nama=akun.pemagang.nama if pemagang else nama_orang(acak, "LP"[ke % 2]),
                nim=f"23{kota.hari.year % 100}{ke:06d}",
                program_studi=acak.choice(STUDI),
                pengguna=akun.pemagang if pemagang else None,
            )
        )
    sisip(PesertaMagang, peserta)
    sisip(
        Penempatan,
        (
            _penempatan(
                kota,
                akun,
                isi[1:],
                program=isi[0],
                peserta=orang,
                unit_kerja=unit[ke % len(unit)],
                pembimbing=akun.atasan,
            )
            for ke, (isi, orang) in enumerate(zip(rencana, peserta, strict=True))
        ),
    )


def _penempatan(
    kota: Kota, akun: AkunDemo, keadaan: tuple, **isi: object
) -> Penempatan:
    status, mulai, selesai, nilai = keadaan
    penempatan = Penempatan(
        tanggal_mulai=kota.hari + timedelta(days=mulai),
        tanggal_selesai=kota.hari + timedelta(days=selesai),
        status=status,
        nilai_akhir=nilai,
        diajukan_oleh=akun.mitra,
        **isi,
    )
    if status != Status.DIAJUKAN:
        penempatan.diputuskan_oleh = akun.pengelola_opd.pengguna
        penempatan.diputuskan_pada = siang(
            kota.hari + timedelta(days=min(mulai, 0) - 5)
        )
    if status == Status.DITOLAK:
        penempatan.alasan = "Tempat di bidang ini sudah penuh pada tanggal itu."
    return penempatan


def _keluar(
    kota: Kota, akun: AkunDemo, program: dict[tuple[str, str], ProgramMagang]
) -> None:
    orang = iter(
        Pegawai.objects.filter(
            unit_kerja__opd__kode=OPD_CERITA,
            kedudukan_hukum="AKTIF",
            jabatan__jenis="FUNGSIONAL",
        )
        .exclude(pk__in=[akun.asn.pk, akun.pengelola_opd.pk])
        .order_by("-pk")
    )
    baru = [
        _penempatan(
            kota,
            akun,
            keadaan,
            program=program[kode, Arah.KELUAR],
            pegawai=p,
            unit_kerja=p.unit_kerja,
            tempat=tempat,
        )
        for kode, daftar in KELUAR.items()
        for (tempat, *keadaan), p in zip(daftar, orang, strict=False)
    ]
    beri_kepesertaan(kota, akun, baru)
    sisip(Penempatan, baru)
