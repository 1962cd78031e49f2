"""Objects of the training for the matrix: organiser X is `penyelenggara`'s, Y is not."""

from datetime import UTC, datetime, timedelta

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Aturan, DokumenTerbit
from pelatihan.models import Angkatan, RiwayatPengembangan, Sertifikat
from tests.pabrik.pelatihan import (
    AnggotaPenyelenggaraFactory,
    AngkatanFactory,
    PelatihanFactory,
    PenyelenggaraFactory,
    PesertaFactory,
    RiwayatDiajukanFactory,
    RiwayatPengembanganFactory,
    UsulPelatihanFactory,
)

SEKARANG = datetime(2026, 11, 1, tzinfo=UTC)


def siapkan(d):
    """Courses and batches of two organisers, requests and certificates of A1 and B."""
    for kode, nilai in [
        ("usul_kursi_hari", 7),
        ("jp_target", {"PNS": 20, "CPNS": 20, "PPPK": 20}),
        ("jp_batas_pppk", 24),
        ("jp_batas_baris", {"terbanyak": 900, "per_hari": 12}),
    ]:
        Aturan.objects.get_or_create(
            kode=kode,
            edisi="Uji",
            berlaku_mulai="2024-01-01",
            defaults={"nilai": nilai},
        )
    d.lembaga_x = PenyelenggaraFactory()
    AnggotaPenyelenggaraFactory(
        penyelenggara=d.lembaga_x, pengguna=d.akun["penyelenggara"]
    )
    d.anggota_x = AnggotaPenyelenggaraFactory(penyelenggara=d.lembaga_x)
    d.anggota_y = AnggotaPenyelenggaraFactory()
    AnggotaPenyelenggaraFactory(penyelenggara=d.anggota_y.penyelenggara)
    d.angkatan_x = AngkatanFactory(pelatihan__penyelenggara=d.lembaga_x, terisi=1)
    d.angkatan_y = AngkatanFactory(terisi=1)
    d.angkatan_draf = AngkatanFactory(
        pelatihan=PelatihanFactory(status="DRAF"), status=Angkatan.Status.RANCANGAN
    )
    d.peserta_a = PesertaFactory(angkatan=d.angkatan_x, pegawai=d.asn)
    d.peserta_b = PesertaFactory(angkatan=d.angkatan_y, pegawai=d.asn_b)
    d.usul_latih_a = UsulPelatihanFactory(unit_kerja=d.opd_a)
    d.usul_latih_b = UsulPelatihanFactory(unit_kerja=d.opd_b)
    d.riwayat_a = RiwayatDiajukanFactory(pegawai=d.asn)
    d.riwayat_b = RiwayatDiajukanFactory(pegawai=d.asn_b)
    d.sertifikat_a = _sertifikat(d.angkatan_x, d.asn, d.akun["analis"], "A")
    d.sertifikat_b = _sertifikat(d.angkatan_y, d.asn_b, d.akun["analis"], "B")


def _sertifikat(angkatan, pegawai, oleh, huruf):
    lain = AngkatanFactory(
        pelatihan=angkatan.pelatihan,
        nama=f"Lalu {huruf}",
        tanggal_mulai=hari_ini() - timedelta(days=60),
        pendaftaran_mulai=hari_ini() - timedelta(days=90),
        status=Angkatan.Status.SELESAI,
        terisi=1,
    )
    peserta = PesertaFactory(
        angkatan=lain,
        pegawai=pegawai,
        status="LULUS",
        diputuskan_oleh=oleh,
        diputuskan_pada=SEKARANG,
        dinilai_oleh=oleh,
        dinilai_pada=SEKARANG,
    )
    return Sertifikat.objects.create(
        peserta=peserta,
        penyelenggara=angkatan.pelatihan.penyelenggara,
        dokumen=DokumenTerbit.objects.create(
            kode=huruf * 26,
            nomor=f"0001/{huruf}/2026",
            jenis="SERTIFIKAT",
            judul=angkatan.pelatihan.nama,
            pemegang_nama=pegawai.nama_lengkap,
            pemegang_nomor=pegawai.nip,
            tanggal_terbit=hari_ini(),
            keterangan={
                "jp": 10,
                "angkatan": "I",
                "waktu": "1 Mei 2026",
                "tempat": "Aula",
                "penyelenggara": "X",
            },
        ),
        riwayat=RiwayatPengembanganFactory(
            pegawai=pegawai, status=RiwayatPengembangan.Status.TERVERIFIKASI
        ),
        nomor=f"0001/{huruf}/2026",
        tahun=2026,
        urut=1,
        diterbitkan_oleh=oleh,
        diterbitkan_pada=SEKARANG,
    )


SIAPKAN = [siapkan]
OBJEK = {
    ("dasar:dokumen-periksa", "-"): lambda d: {"kode": "A" * 26},
}
for _nama in ("katalog-rinci", "katalog-ubah", "angkatan-buat", "api-pelatihan-rinci"):
    OBJEK |= {
        (f"pelatihan:{_nama}", "dalam"): lambda d: {"uid": d.angkatan_x.pelatihan.uid},
        (f"pelatihan:{_nama}", "luar"): lambda d: {
            "uid": d.angkatan_draf.pelatihan.uid
        },
    }
for _nama in ("peserta-rinci", "peserta-setujui", "peserta-tolak", "peserta-batalkan"):
    OBJEK |= {
        (f"pelatihan:{_nama}", "dalam"): lambda d: {"uid": d.peserta_a.uid},
        (f"pelatihan:{_nama}", "luar"): lambda d: {"uid": d.peserta_b.uid},
    }
for _nama in ("rinci", "ubah", "tarik", "bukti", "terima", "tolak", "urungkan"):
    OBJEK |= {
        (f"pelatihan:riwayat-{_nama}", "dalam"): lambda d: {"uid": d.riwayat_a.uid},
        (f"pelatihan:riwayat-{_nama}", "luar"): lambda d: {"uid": d.riwayat_b.uid},
    }
for _nama in ("usul-rinci", "usul-ambil", "usul-tolak", "usul-tarik"):
    OBJEK |= {
        (f"pelatihan:{_nama}", "dalam"): lambda d: {"uid": d.usul_latih_a.uid},
        (f"pelatihan:{_nama}", "luar"): lambda d: {"uid": d.usul_latih_b.uid},
    }
for _nama in ("penyelenggara-rinci", "penyelenggara-ubah", "anggota-tambah"):
    OBJEK |= {
        (f"pelatihan:{_nama}", "dalam"): lambda d: {"uid": d.lembaga_x.uid},
        (f"pelatihan:{_nama}", "luar"): lambda d: {
            "uid": d.anggota_y.penyelenggara.uid
        },
    }
OBJEK |= {
    ("pelatihan:anggota-akhiri", letak): lambda d, a=a: {
        "uid": getattr(d, a).penyelenggara.uid,
        "akun": getattr(d, a).pengguna.uid,
    }
    for letak, a in (("dalam", "anggota_x"), ("luar", "anggota_y"))
}
for _nama in ("sertifikat-unduh", "sertifikat-cabut"):
    OBJEK |= {
        (f"pelatihan:{_nama}", "dalam"): lambda d: {"uid": d.sertifikat_a.uid},
        (f"pelatihan:{_nama}", "luar"): lambda d: {"uid": d.sertifikat_b.uid},
    }
for _nama in (
    "peserta-daftar",
    "peserta-calonkan",
    "angkatan-rinci",
    "angkatan-ubah",
    "angkatan-buka",
    "angkatan-mulai",
    "angkatan-tutup",
    "angkatan-batalkan",
    "angkatan-kehadiran",
    "angkatan-nilai",
    "angkatan-sertifikat",
    "api-angkatan-rinci",
):
    OBJEK |= {
        (f"pelatihan:{_nama}", "dalam"): lambda d: {"uid": d.angkatan_x.uid},
        (f"pelatihan:{_nama}", "luar"): lambda d: {"uid": d.angkatan_draf.uid},
    }
