"""The reviewed table against KEAMANAN C.3, cell by cell for what the product has.

`matriks.csv` says what each URL answers; here stands what C.3 gives to whom. The heads and
superiors of the small world are people of the registry too, so what every ASN may do for
oneself they may as well. "dalam" is an object inside the role's scope.
"""

import pytest

from tests.izin.dunia import PELAKU
from tests.izin.jalan import MATRIKS

BARIS = {(b["url"], b["metode"], b["letak"]): b for b in MATRIKS}
PEGAWAI = {"asn", "atasan", "kepala_opd"}
UNIT = {"pengelola_opd", "kepala_opd"}
PEMBACA = {"asn", "atasan", "analis", *UNIT}
WARGA = set(PELAKU) - {"tamu", "mitra", "pemagang"}
# C.3 row and right, URL, method, place, who has it.
C3 = [
    ("Identity L", "pegawai:pegawai-rinci", "GET", "dalam", {*PEMBACA, "admin"}),
    ("Identity L (list)", "pegawai:pegawai-daftar", "GET", "-",
     {"atasan", "analis", "admin", *UNIT}),
    ("Identity U", "pegawai:pegawai-ubah", "GET", "dalam", {"pengelola_opd", "analis"}),
    ("Identity X", "pegawai:ekspor", "GET", "-", {"pengelola_opd", "analis"}),
    ("Units L", "pegawai:organisasi-daftar", "GET", "-", WARGA),
    ("Units B, propose", "pegawai:penataan-nama", "GET", "dalam",
     {"pengelola_opd", "analis"}),
    ("Units T", "pegawai:penataan-setujui", "POST", "dalam", {"admin"}),
    ("Dictionary L", "pegawai:kompetensi-daftar", "GET", "-", WARGA),
    ("Standards BU draft", "pegawai:standar-buat", "GET", "dalam", {"analis"}),
    ("Standards T", "pegawai:standar-terbitkan", "POST", "dalam", {"admin"}),
    ("Profile L", "penilaian:profil-pegawai", "GET", "dalam", PEMBACA),
    ("Scores BU", "penilaian:asesmen-isi", "GET", "dalam", {"asesor"}),
    ("Catalogue L", "pelatihan:katalog-daftar", "GET", "-", WARGA - {"admin"}),
    ("Catalogue BUT", "pelatihan:katalog-buat", "GET", "-",
     {"penyelenggara", "analis"}),
    ("Catalogue propose", "pelatihan:usul-buat", "GET", "-", {"pengelola_opd"}),
    ("Catalogue take over", "pelatihan:usul-ambil", "GET", "dalam", {"analis"}),
    ("Enrolment B", "pelatihan:peserta-daftar", "POST", "dalam", PEGAWAI),
    ("Enrolment nominate u", "pelatihan:peserta-calonkan", "GET", "dalam",
     {"pengelola_opd"}),
    ("Enrolment S", "pelatihan:peserta-setujui", "POST", "dalam",
     {"atasan", "kepala_opd", "analis"}),
    ("Attendance U", "pelatihan:angkatan-kehadiran", "GET", "dalam",
     {"penyelenggara", "analis"}),
    ("Training history L", "lembar-pelatihan", "GET", "dalam", PEMBACA),
    ("Training history B", "pelatihan:riwayat-catat", "GET", "-", PEGAWAI),
    ("Training history verify", "pelatihan:riwayat-terima", "POST", "dalam",
     {"pengelola_opd", "analis"}),
    ("Training history verify (list)", "pelatihan:verifikasi-daftar", "GET", "-",
     {"pengelola_opd", "analis"}),
    ("Certificates L", "pelatihan:sertifikat-unduh", "GET", "dalam",
     {*PEMBACA, "penyelenggara"}),
    ("Certificates revoke", "pelatihan:sertifikat-cabut", "GET", "dalam",
     {"penyelenggara", "analis", "admin"}),
    ("Plan L", "lembar-rencana", "GET", "dalam", PEMBACA),
    ("Plan S", "penilaian:rencana-setujui", "POST", "dalam", {"atasan"}),
    ("Placement L", "kemitraan:penempatan-rinci", "GET", "dalam",
     {"analis", "mitra", *UNIT}),
    ("Placement S", "kemitraan:penempatan-terima", "GET", "dalam", {"kepala_opd"}),
    ("Import B", "pegawai:impor-unggah", "GET", "-",
     {"pengelola_opd", "analis", "admin"}),
    ("Dashboards", "laporan", "GET", "-", {"analis", "pimpinan", *UNIT}),
    ("Dashboards", "laporan-pensiun", "GET", "-", {"analis", "pimpinan", *UNIT}),
    ("Periods BU", "penilaian:periode-buat", "GET", "-", {"analis"}),
    ("Roles T", "pegawai:peran-berikan", "GET", "-", {"admin"}),
    ("Roles propose", "pegawai:peran-usulkan", "GET", "-",
     {"pengelola_opd", "analis", "admin"}),
    ("Roles, members of own organiser", "pelatihan:anggota-tambah", "GET", "dalam",
     {"penyelenggara", "admin"}),
    ("Roles propose m", "kemitraan:pengguna-usulkan", "GET", "dalam", {"mitra"}),
    ("Audit log", "pegawai:pegawai-perubahan", "GET", "dalam",
     {"asn", "pengelola_opd", "analis", "admin"}),
    ("Subject requests B", "pegawai:perbaikan-ajukan", "GET", "-", PEGAWAI),
    ("Subject requests B m", "kemitraan:permintaan-ajukan", "GET", "-", {"mitra"}),
    ("Subject requests m process", "kemitraan:permintaan-tolak", "POST", "dalam",
     {"analis"}),
    # Issue 3-4: the OPD or BKPSDM decides.
    ("Subject requests process", "pegawai:perbaikan-terima", "POST", "dalam",
     {"pengelola_opd", "analis"}),
    ("Settings", "pegawai:surat-daftar", "GET", "-", {"admin"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("hak", "url", "metode", "letak", "siapa"), C3, ids=[f"{c[0]}-{c[1]}" for c in C3]
)
def test_matriks_mengikuti_c3(hak, url, metode, letak, siapa):
    baris = BARIS[(url, metode, letak)]
    ditolak = {"403", "404", "405"}

    boleh = {p for p in PELAKU[1:] if not set(baris[p].split("|")) <= ditolak}

    assert boleh == siapa, hak


def test_tamu_tidak_membuka_satu_pun():
    for _, url, metode, letak, _ in C3:
        assert BARIS[(url, metode, letak)]["tamu"] in {"302", "401"}
