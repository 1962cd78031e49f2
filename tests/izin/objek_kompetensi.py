"""Objects of the top floor for the matrix."""

from datetime import date

from pegawai.dasar.models import Aturan, TokenApi


def _token(pengguna, tanda):
    return TokenApi.objects.get_or_create(
        sidik=tanda,
        defaults={
            "pengguna": pengguna,
            "nama": tanda,
            "berlaku_sampai": date(2099, 1, 1),
        },
    )[0]


def siapkan(d):
    """Rules of the office that the reports read."""
    for kode, nilai in [
        ("sel_terkecil", 5),
        ("bup", {"jenjang": {}, "khusus": [], "tanpa_jenjang": 58}),
    ]:
        Aturan.objects.get_or_create(
            kode=kode,
            edisi="Uji",
            berlaku_mulai="2024-01-01",
            defaults={"nilai": nilai},
        )


OBJEK = {
    ("token-cabut", "dalam"): lambda d: {
        "uid": _token(d.akun["analis"], "milik-analis").uid
    },
    ("token-cabut", "luar"): lambda d: {
        "uid": _token(d.kepala_b.pengguna, "milik-lain").uid
    },
}
for _nama in ("pelatihan", "penilaian", "rencana"):
    OBJEK[(f"lembar-{_nama}", "dalam")] = lambda d: {"uid": d.asn.uid}
    OBJEK[(f"lembar-{_nama}", "luar")] = lambda d: {"uid": d.asn_b.uid}
SIAPKAN = [siapkan]
