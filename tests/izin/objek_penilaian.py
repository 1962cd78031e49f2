"""Results, periods and assignments for the matrix: one in A (her own), one in B."""

from tests.pabrik.pegawai import KompetensiFactory, PemberianPeranFactory
from tests.pabrik.penilaian import (
    ImporHasilFactory,
    NilaiKompetensiFactory,
    PenilaianFactory,
    PenugasanAsesorFactory,
    PeriodePenilaianFactory,
    aturan_penilaian,
)


def siapkan(d):
    aturan_penilaian()
    d.kompetensi = KompetensiFactory()
    d.periode = PeriodePenilaianFactory(terbit=True)
    d.hasil_a = PenilaianFactory(final=True, periode=d.periode, pegawai=d.asn)
    d.hasil_b = PenilaianFactory(final=True, periode=d.periode, pegawai=d.asn_b)
    for hasil in (d.hasil_a, d.hasil_b):
        NilaiKompetensiFactory(penilaian=hasil, kompetensi=d.kompetensi)
    d.periode_jalan = PeriodePenilaianFactory()
    d.draf_a = PenilaianFactory(periode=d.periode_jalan, pegawai=d.asn)
    d.draf_b = PenilaianFactory(periode=d.periode_jalan, pegawai=d.asn_b)
    d.periode_rencana = PeriodePenilaianFactory(status="RENCANA")
    d.tugas_a = PenugasanAsesorFactory(
        periode=d.periode_jalan, pegawai=d.asn, asesor=d.akun["asesor"]
    )
    d.tugas_b = PenugasanAsesorFactory(
        periode=d.periode_jalan,
        pegawai=d.asn_b,
        asesor=PemberianPeranFactory(peran="ASESOR").pengguna,
    )
    d.impor_a = ImporHasilFactory(periode=d.periode_jalan, oleh=d.akun["analis"])
    d.impor_b = ImporHasilFactory(periode=d.periode_jalan)


def _k(pegawai):
    return lambda d: {
        "uid": getattr(d, pegawai).uid,
        "kompetensi": d.kompetensi.uid,
    }


def _periode(nama):
    return lambda d: {"uid": getattr(d, nama).uid}


def _peserta(nama):
    return lambda d: {
        "uid": d.periode_jalan.uid,
        "penilaian": getattr(d, nama).uid,
    }


# A period has no unit: "luar" is one that is only planned, which units do not see yet.
OBJEK = {
    ("penilaian:periode-keluarkan", "dalam"): _peserta("draf_a"),
    ("penilaian:periode-keluarkan", "luar"): _peserta("draf_b"),
    ("penilaian:asesmen-isi", "dalam"): lambda d: {"uid": d.tugas_a.uid},
    ("penilaian:asesmen-isi", "luar"): lambda d: {"uid": d.tugas_b.uid},
    ("penilaian:profil-pegawai", "dalam"): lambda d: {"uid": d.asn.uid},
    ("penilaian:profil-pegawai", "luar"): lambda d: {"uid": d.asn_b.uid},
    ("penilaian:profil-pegawai-unduh", "dalam"): lambda d: {"uid": d.asn.uid},
    ("penilaian:profil-pegawai-unduh", "luar"): lambda d: {"uid": d.asn_b.uid},
    ("penilaian:profil-kompetensi", "dalam"): _k("asn"),
    ("penilaian:profil-kompetensi", "luar"): _k("asn_b"),
    ("penilaian:penilaian-rinci", "dalam"): lambda d: {"uid": d.hasil_a.uid},
    ("penilaian:penilaian-rinci", "luar"): lambda d: {"uid": d.hasil_b.uid},
    ("penilaian:penilaian-rinci", "draf"): lambda d: {"uid": d.draf_a.uid},
    ("penilaian:api-penilaian-rinci", "dalam"): lambda d: {"uid": d.hasil_a.uid},
    ("penilaian:api-penilaian-rinci", "luar"): lambda d: {"uid": d.hasil_b.uid},
    ("penilaian:api-penilaian-rinci", "draf"): lambda d: {"uid": d.draf_a.uid},
}
for _url in ("rinci", "jalankan", "batalkan"):
    OBJEK[(f"penilaian:impor-{_url}", "dalam")] = _periode("impor_a")
    OBJEK[(f"penilaian:impor-{_url}", "luar")] = _periode("impor_b")
for _url in ("hasil-impor", "impor-templat"):
    OBJEK[(f"penilaian:{_url}", "dalam")] = _periode("periode_jalan")
    OBJEK[(f"penilaian:{_url}", "luar")] = _periode("periode_rencana")
for _url in ("rinci", "ubah", "buka", "tutup", "asesor", "hasil", "terbitkan"):
    OBJEK[(f"penilaian:periode-{_url}", "dalam")] = _periode("periode_jalan")
    OBJEK[(f"penilaian:periode-{_url}", "luar")] = _periode("periode_rencana")
SIAPKAN = [siapkan]
