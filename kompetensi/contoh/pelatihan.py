"""Catalogue and batches of the demo city; who took part is in `peserta`."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from kompetensi.contoh.akun import AkunDemo
from kompetensi.contoh.alat import Kota, baca, sisip
from pegawai.models import Kompetensi, Pegawai, PemberianPeran
from pegawai.models.peran import Peran
from pelatihan.models import (
    AnggotaPenyelenggara,
    Angkatan,
    BentukPengembangan,
    Pelatihan,
    Penyelenggara,
    SasaranPelatihan,
)

RUANG = (
    "Aula BKPSDM, Jalan S. K. Lerik",
    "Ruang Garuda, Balai Kota Kupang",
    "Kampus BPSDMD NTT, Oebufu",
    "Laboratorium Komputer SMP Negeri 1 Kota Kupang",
)
LAMPAU_DEKAT, LAMPAU_JAUH = (45, 290), (330, 640)
TERBANYAK_HARI = 10
PELATIHAN_PANJANG = 400  # JP; such a course runs for months


@dataclass
class Kelas:
    """One batch to make: from when, in which state, how full."""

    mulai: date
    status: str
    kuota: int
    penuh: bool = False


def isi_katalog(kota: Kota, akun: AkunDemo) -> list[Angkatan]:
    """Organisers, sixty courses and their batches."""
    penyelenggara = {
        p.kode: p
        for p in sisip(
            Penyelenggara,
            (
                Penyelenggara(kode=b["kode"], nama=b["nama"])
                for b in baca("penyelenggara.csv")
            ),
        )
    }
    AnggotaPenyelenggara.objects.create(
        penyelenggara=penyelenggara["BKPSDM"],
        pengguna=akun.penyelenggara,
        tanggal_mulai=date(kota.hari.year, 1, 1),
        tanggal_selesai=date(kota.hari.year + 1, 12, 31),
    )
    _rekan(kota, akun, penyelenggara["BKPSDM"])
    daftar = _pelatihan(penyelenggara)
    return _angkatan(kota, daftar)


def _rekan(kota: Kota, akun: AkunDemo, penyelenggara: Penyelenggara) -> None:
    """A colleague whom `penyelenggara` has taken in, and may end."""
    rekan = (
        Pegawai.objects.filter(
            unit_kerja__opd=akun.penyelenggara.pegawai.unit_kerja.opd_id,
            kedudukan_hukum="AKTIF",
            pengguna__pemberian_peran=None,
        )
        .exclude(jabatan__jenis="STRUKTURAL")
        .order_by("pk")
        .first()
    )
    if rekan is None:
        return
    mulai, sampai = date(kota.hari.year, 1, 1), date(kota.hari.year + 1, 6, 30)
    AnggotaPenyelenggara.objects.create(
        penyelenggara=penyelenggara,
        pengguna=rekan.pengguna,
        tanggal_mulai=mulai,
        tanggal_selesai=sampai,
    )
    PemberianPeran.objects.create(
        pengguna=rekan.pengguna,
        peran=Peran.PENYELENGGARA,
        berlaku_mulai=mulai,
        berlaku_sampai=sampai,
        nomor_sk=f"800.1.11/27/BKPSDM/{kota.hari.year}",
        diberikan_oleh=akun.penyelenggara,
    )


def _pelatihan(penyelenggara: dict[str, Penyelenggara]) -> list[Pelatihan]:
    bentuk = dict(BentukPengembangan.objects.values_list("kode", "pk"))
    kompetensi = {k.kode: k for k in Kompetensi.objects.all()}
    baris = baca("pelatihan.csv")
    daftar = sisip(
        Pelatihan,
        (
            Pelatihan(
                kode=b["kode"],
                nama=b["nama"],
                bentuk_id=bentuk[b["bentuk"]],
                penyelenggara=penyelenggara[b["penyelenggara"]],
                jp=int(b["jp"]),
                moda=b["moda"],
                deskripsi=_deskripsi(b["sasaran"], kompetensi),
                status=b["status"],
            )
            for b in baris
        ),
    )
    sisip(
        SasaranPelatihan,
        (
            SasaranPelatihan(pelatihan=p, kompetensi=kompetensi[kode], level=int(level))
            for p, b in zip(daftar, baris, strict=True)
            for kode, level in (s.split(":") for s in b["sasaran"].split())
        ),
    )
    return daftar


def _deskripsi(sasaran: str, kompetensi: dict[str, Kompetensi]) -> str:
    nama = [kompetensi[s.split(":")[0]].nama for s in sasaran.split()]
    return (
        f"Meningkatkan kompetensi {', '.join(nama)} melalui contoh kasus dari "
        "pekerjaan sehari-hari, latihan, dan umpan balik."
    )


def _angkatan(kota: Kota, daftar: list[Pelatihan]) -> list[Angkatan]:
    acak = kota.acak("angkatan")
    baru = []
    for ke, pelatihan in enumerate(daftar):
        if pelatihan.status == Pelatihan.Status.DRAF:
            continue
        for urut, kelas in enumerate(_kelas(kota, acak, ke, pelatihan), 1):
            baru.append(_satu(acak, pelatihan, kelas, urut))
    return sisip(Angkatan, baru)


def _kelas(
    kota: Kota, acak: random.Random, ke: int, pelatihan: Pelatihan
) -> list[Kelas]:
    """Two past ones, and mostly a coming one; a few of every other state."""
    hari, kuota = kota.hari, acak.choice((25, 30, 30, 40))
    panjang = pelatihan.jp >= PELATIHAN_PANJANG
    tambah = 150 if panjang else 0
    hasil = [
        Kelas(_senin(hari, -acak.randint(*rentang) - tambah), "SELESAI", kuota)
        for rentang in (LAMPAU_JAUH, LAMPAU_DEKAT)
    ]
    if pelatihan.status != Pelatihan.Status.TERBIT:
        return hasil
    depan = _senin(hari, acak.randint(12, 110))
    if ke % 15 == 4:
        hasil.append(Kelas(hari - timedelta(days=1), "BERJALAN", kuota))
    if ke % 20 == 8:
        hasil.append(Kelas(depan, "DIBATALKAN", kuota))
    elif ke % 20 == 13:
        hasil.append(Kelas(depan, "RANCANGAN", kuota))
    elif ke % 20 == 17:
        hasil.append(Kelas(depan, "DIBUKA", 12, penuh=True))
    elif ke % 20 == 3:
        hasil.append(Kelas(hari + timedelta(days=3), "DIBUKA", kuota))
    else:
        hasil.append(Kelas(depan, "DIBUKA", kuota))
    return hasil


def _senin(hari: date, geser: int) -> date:
    tanggal = hari + timedelta(days=geser)
    return tanggal - timedelta(days=tanggal.weekday())


def _satu(
    acak: random.Random, pelatihan: Pelatihan, kelas: Kelas, urut: int
) -> Angkatan:
    lama = max(1, min(TERBANYAK_HARI, -(-pelatihan.jp // 8)))
    if pelatihan.jp >= PELATIHAN_PANJANG:
        lama = 100
    akhir_pekan = 2 * ((kelas.mulai.weekday() + lama - 1) // 5)
    daring = pelatihan.moda == Pelatihan.Moda.DARING
    return Angkatan(
        pelatihan=pelatihan,
        nama=f"Angkatan {'I' * urut if urut < 4 else 'IV'} Tahun {kelas.mulai.year}",
        tanggal_mulai=kelas.mulai,
        tanggal_selesai=kelas.mulai + timedelta(days=lama - 1 + akhir_pekan),
        tempat="Ruang kelas daring" if daring else acak.choice(RUANG),
        kuota=kelas.kuota,
        terisi=kelas.kuota if kelas.penuh else 0,
        pendaftaran_mulai=kelas.mulai - timedelta(days=120),
        pendaftaran_sampai=kelas.mulai - timedelta(days=1),
        status=kelas.status,
    )
