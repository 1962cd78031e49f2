"""People whose records are out of the ordinary, so that every page meets them."""

from datetime import date, timedelta

from kompetensi.contoh.alat import Kota, sisip
from kompetensi.contoh.orang import PembuatOrang
from pegawai.models import Jabatan, NomorPegawai, Pegawai, RiwayatJabatan

KABISAT = date(1988, 2, 29)


def isi_khusus(kota: Kota, daftar: list[Pegawai]) -> None:
    """Born on 29 February, one-word name, second number, no level, Plt."""
    staf = [p for p in daftar if p.jabatan.jenis != "STRUKTURAL"]
    pembuat = PembuatOrang(kota)
    pns = [p for p in staf if p.jenis_kepegawaian == "PNS"]
    pppk = [p for p in staf if p.jenis_kepegawaian == "PPPK"]
    _kabisat(pembuat, pns[3])
    Pegawai.objects.filter(pk=pns[5].pk).update(nama="Yublina", gelar_belakang="")
    _nomor_kedua(kota, pembuat, pppk[2])
    _tanpa_jenjang(pns[7])
    _pelaksana_tugas(kota, daftar)


def _kabisat(pembuat: PembuatOrang, pegawai: Pegawai) -> None:
    tmt = date(2012, 3, 1)
    nip = pembuat.nomor(KABISAT, tmt, pegawai.jenis_kelamin, pppk=False)
    _ganti_nomor(pegawai, nip[:15] + "901", KABISAT)


def _ganti_nomor(pegawai: Pegawai, nip: str, lahir: date) -> None:
    Pegawai.objects.filter(pk=pegawai.pk).update(
        nip=nip, tanggal_lahir=lahir, pns_id=f"DEMO-{nip}"
    )
    NomorPegawai.objects.filter(pegawai=pegawai).update(nomor=nip)
    pegawai.nip, pegawai.tanggal_lahir = nip, lahir


def _nomor_kedua(kota: Kota, pembuat: PembuatOrang, pegawai: Pegawai) -> None:
    """A PPPK whose second contract, with another agency, brought another number."""
    lama = pegawai.nip
    mulai = date(kota.hari.year - 1, 3, 1)
    baru = pembuat.nomor(
        pegawai.tanggal_lahir, mulai, pegawai.jenis_kelamin, pppk=True, kontrak=2
    )
    NomorPegawai.objects.filter(pegawai=pegawai, nomor=lama).update(
        berlaku_sampai=mulai - timedelta(days=1)
    )
    sisip(
        NomorPegawai,
        [NomorPegawai(pegawai=pegawai, nomor=baru, berlaku_mulai=mulai)],
    )
    Pegawai.objects.filter(pk=pegawai.pk).update(nip=baru)
    pegawai.nip = baru


def _tanpa_jenjang(pegawai: Pegawai) -> None:
    """A post whose name says nothing of its level, hence without a standard."""
    jabatan = Jabatan.objects.create(
        nama="Koordinator Tim Percepatan", unit_kerja=pegawai.unit_kerja
    )
    Pegawai.objects.filter(pk=pegawai.pk).update(jabatan=jabatan)
    RiwayatJabatan.objects.filter(pegawai=pegawai).update(jabatan=jabatan)


def _pelaksana_tugas(kota: Kota, daftar: list[Pegawai]) -> None:
    """The secretary of an OPD acts as its head, whose holder has retired."""
    kepala = [p for p in daftar if p.jabatan.jenjang.kode == "JPT_PRATAMA"][-1]
    opd = kepala.unit_kerja
    wakil = next(
        p
        for p in daftar
        if p.jabatan.jenjang.kode == "ADMINISTRATOR" and p.unit_kerja.induk_id == opd.pk
    )
    akhir = kota.hari - timedelta(days=40)
    Pegawai.objects.filter(pk=kepala.pk).update(
        kedudukan_hukum=Pegawai.Kedudukan.PENSIUN
    )
    RiwayatJabatan.objects.filter(pegawai=kepala, tmt__lt=akhir).update(sampai=akhir)
    sisip(
        RiwayatJabatan,
        [
            RiwayatJabatan(
                pegawai=wakil,
                jabatan=kepala.jabatan,
                unit_kerja=opd,
                jenis=RiwayatJabatan.Jenis.PLT,
                tmt=akhir + timedelta(days=1),
                nomor_sk="800.1.3/demo",
            )
        ],
    )
