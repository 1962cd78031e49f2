"""Six regional development programmes, what they need, and who is on them."""

from datetime import date, timedelta

from kompetensi.contoh.akun import AkunDemo
from kompetensi.contoh.alat import Kota, baca, siang, sisip
from pegawai.models import Agenda, CapaianKompetensi, Kompetensi, Pegawai, UnitKerja
from penilaian.models import KebutuhanKompetensi, Penugasan, ProgramPembangunan
from penilaian.queries.penugasan import kunci_agenda

Status = Penugasan.Status


def isi_program(kota: Kota, akun: AkunDemo) -> None:
    """Programmes of this year and the next two; people of the OPD assigned to them."""
    baris = baca("program.csv")
    opd = {u.kode: u for u in UnitKerja.objects.filter(jenis=UnitKerja.Jenis.OPD)}
    kompetensi = {k.kode: k for k in Kompetensi.objects.all()}
    tahun = kota.hari.year
    daftar = sisip(
        ProgramPembangunan,
        (
            ProgramPembangunan(
                kode=b["kode"],
                nama=b["nama"],
                opd=opd.get(b["opd"]) or opd[b["cadangan"]],
                sasaran=b["sasaran"],
                tanggal_mulai=date(tahun, 1, 1),
                tanggal_selesai=date(tahun + 2, 12, 31),
                status=ProgramPembangunan.Status.BERJALAN,
            )
            for b in baris
        ),
    )
    kebutuhan = [
        KebutuhanKompetensi(
            program=p,
            kompetensi=kompetensi[kode],
            level=int(level),
            jumlah_orang=max(2, round(int(jumlah) * kota.skala)),
        )
        for p, b in zip(daftar, baris, strict=True)
        for kode, level, jumlah in (k.split(":") for k in b["kebutuhan"].split())
    ]
    sisip(KebutuhanKompetensi, kebutuhan)
    pertama = {k.program_id: k for k in reversed(kebutuhan)}
    tugas = [
        t for p in daftar for t in _penugasan(kota, akun, p, pertama[p.pk].kompetensi)
    ]
    sisip(Penugasan, [*tugas, *_untuk_atasan(kota, akun, daftar[1])])
    _agenda(tugas)


def _penugasan(
    kota: Kota, akun: AkunDemo, program: ProgramPembangunan, kompetensi: Kompetensi
) -> list[Penugasan]:
    """Two who are good at the first need, approved; a third waits."""
    kuat = (
        CapaianKompetensi.objects.filter(
            kompetensi=kompetensi,
            pegawai__unit_kerja__opd=program.opd,
            pegawai__kedudukan_hukum="AKTIF",
            pegawai__atasan__pengguna__isnull=False,
        )
        .exclude(pegawai__in=[akun.asn.pk, akun.atasan.pk])
        .exclude(pegawai__atasan=akun.atasan)
        .order_by("-level", "pegawai__nip")
        .select_related("pegawai__atasan")[:3]
    )
    keadaan = (Status.DISETUJUI, Status.DISETUJUI, Status.DIUSULKAN)
    return [
        _baris(kota, akun, program, c.pegawai, status)
        for c, status in zip(kuat, keadaan, strict=False)
    ]


def _baris(
    kota: Kota,
    akun: AkunDemo,
    program: ProgramPembangunan,
    pegawai: Pegawai,
    status: str,
) -> Penugasan:
    tugas = Penugasan(
        program=program,
        pegawai=pegawai,
        peran_tugas="Anggota tim pelaksana",
        tanggal_mulai=kota.hari + timedelta(days=14),
        tanggal_selesai=kota.hari + timedelta(days=180),
        status=status,
        diusulkan_oleh=akun.analis,
    )
    if status == Status.DISETUJUI:
        tugas.tanggal_mulai = max(program.tanggal_mulai, kota.hari - timedelta(days=60))
        tugas.diputuskan_oleh_id = pegawai.atasan.pengguna_id
        tugas.diputuskan_pada = siang(kota.hari - timedelta(days=65))
    return tugas


def _untuk_atasan(
    kota: Kota, akun: AkunDemo, program: ProgramPembangunan
) -> list[Penugasan]:
    rekan = (
        Pegawai.objects.filter(atasan=akun.atasan, kedudukan_hukum="AKTIF")
        .exclude(pk=akun.asn.pk)
        .order_by("nip")[:1]
    )
    return [_baris(kota, akun, program, p, Status.DIUSULKAN) for p in rekan]


def _agenda(tugas: list[Penugasan]) -> None:
    sisip(
        Agenda,
        (
            Agenda(
                pegawai=t.pegawai,
                kunci=kunci_agenda(t),
                jenis="PENUGASAN",
                judul=t.program.nama,
                tanggal_mulai=t.tanggal_mulai,
                tanggal_selesai=t.tanggal_selesai,
            )
            for t in tugas
            if t.status == Status.DISETUJUI
        ),
    )
