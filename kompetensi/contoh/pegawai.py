"""People of the demo city: posts, numbers, histories, superiors."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from kompetensi.contoh.alat import Kota, sisip
from kompetensi.contoh.orang import Orang, PembuatOrang, nama_jabatan_staf
from kompetensi.contoh.organisasi import SimpulUnit
from pegawai.dasar.alat.tanggal import WITA
from pegawai.models import (
    Golongan,
    Jabatan,
    Jenjang,
    NomorPegawai,
    Pegawai,
    RiwayatJabatan,
    TingkatPendidikan,
)

BOBOT_UNIT = {"sekolah": 30.0, "puskesmas": 48.0, "kelurahan": 8.0, "kantor": 5.0}
JABATAN_PANJANG = (
    "Penata Layanan Operasional Pengelolaan Sarana Prasarana dan "
    "Pengadaan Barang Jasa Pemerintah"
)  # 91 letters, so that every page meets a long one


def isi_pegawai(kota: Kota, unit: list[SimpulUnit]) -> list[Pegawai]:
    """Fill every head post, then the rest by the size of the units."""
    pembuat = PembuatOrang(kota)
    tempat = _bagikan(kota, unit)
    jabatan = _isi_jabatan(tempat)
    acuan = _Acuan()
    daftar = [
        _pegawai(kota, acuan, pembuat.buat(jenjang), simpul, jabatan[simpul.nama, nama])
        for simpul, nama, jenjang in tempat
    ]
    sisip(Pegawai, daftar)
    _riwayat(kota, daftar)
    return daftar


class _Acuan:
    """Reference rows by the codes the generator uses."""

    def __init__(self) -> None:
        self.golongan = {
            (g.status, g.kode): g.pk for g in Golongan.objects.only("status", "kode")
        }
        self.pendidikan = dict(TingkatPendidikan.objects.values_list("kode", "pk"))


def _bagikan(kota: Kota, unit: list[SimpulUnit]) -> list[tuple[SimpulUnit, str, str]]:
    """(unit, post name, level) for every person, heads first."""
    acak = kota.acak("bagi")
    tempat = [(s, *s.kepala) for s in unit if s.kepala][: kota.jumlah]
    staf = [s for s in unit if s.golongan_unit and (not s.anak or s.jenis == "SEKSI")]
    bobot = [BOBOT_UNIT[s.golongan_unit] for s in staf]
    sisa = kota.jumlah - len(tempat)
    for simpul in acak.choices(staf, bobot, k=sisa):
        nama, jenjang = nama_jabatan_staf(acak, simpul.golongan_unit)
        tempat.append((simpul, nama, jenjang))
    if sisa > 20:
        simpul, _, _ = tempat[-7]
        tempat[-7] = (simpul, JABATAN_PANJANG, "PELAKSANA")
    return tempat


def _isi_jabatan(
    tempat: list[tuple[SimpulUnit, str, str]],
) -> dict[tuple[str, str], Jabatan]:
    jenjang = {j.kode: j for j in Jenjang.objects.all()}
    baru: dict[tuple[str, str], Jabatan] = {}
    for simpul, nama, kode in tempat:
        baru.setdefault(
            (simpul.nama, nama),
            Jabatan(
                nama=nama,
                jenis=jenjang[kode].jenis,
                jenjang=jenjang[kode],
                unit_kerja=simpul.unit,
            ),
        )
    sisip(Jabatan, baru.values())
    return baru


def _pegawai(
    kota: Kota, acuan: _Acuan, orang: Orang, simpul: SimpulUnit, jabatan: Jabatan
) -> Pegawai:
    status = "PPPK" if orang.jenis == "PPPK" else "PNS"
    lama = (kota.hari - orang.tmt).days
    tmt_jabatan = max(orang.tmt, kota.hari - timedelta(days=min(lama, 200 + lama // 3)))
    return Pegawai(
        pns_id=f"DEMO-{orang.nip}",
        nip=orang.nip,
        nama=orang.nama,
        gelar_belakang=orang.gelar_belakang,
        jenis_kepegawaian=orang.jenis,
        paruh_waktu=orang.paruh_waktu,
        tanggal_lahir=orang.lahir,
        jenis_kelamin=orang.kelamin,
        golongan_id=acuan.golongan[status, orang.golongan],
        tmt_golongan=orang.tmt,
        unit_kerja=simpul.unit,
        jabatan=jabatan,
        tmt_jabatan=tmt_jabatan.replace(day=1),
        tingkat_pendidikan_id=acuan.pendidikan[orang.pendidikan],
        pendidikan=orang.jurusan,
        tahun_lulus=orang.tahun_lulus,
        tmt_cpns=orang.tmt if status == "PNS" else None,
        tmt_pns=orang.tmt + timedelta(days=365) if orang.jenis == "PNS" else None,
        sumber="Contoh",
        sumber_pada=_siang(kota),
    )


def _siang(kota: Kota) -> datetime:
    return timezone.make_aware(datetime.combine(kota.hari, time(12)), WITA)


def _riwayat(kota: Kota, daftar: list[Pegawai]) -> None:
    sisip(
        NomorPegawai,
        (
            NomorPegawai(pegawai=p, nomor=p.nip, berlaku_mulai=p.tmt_cpns)
            for p in daftar
        ),
    )
    sisip(
        RiwayatJabatan,
        (
            RiwayatJabatan(
                pegawai=p,
                jabatan=p.jabatan,
                unit_kerja=p.unit_kerja,
                tmt=p.tmt_jabatan,
                nomor_sk=f"800/{p.pk}/{p.tmt_jabatan:%Y}",
            )
            for p in daftar
        ),
    )
