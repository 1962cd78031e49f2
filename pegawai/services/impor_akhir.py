"""What the run writes into each column of a person, and how a difference reads."""

from collections.abc import Callable

# A number of this person's past (N-7): it finds the person and changes neither the number
# nor what only follows from the number.
_NOMOR_LAMA = (
    "p.id IS NOT NULL AND p.nip <> b.nip AND EXISTS "
    "(SELECT 1 FROM pegawai_nomorpegawai n WHERE n.nomor = b.nip)"
)
# What the run will write into each column of pegawai; `b` the row, `p` the person.
AKHIR = {
    "pns_id": "coalesce(b.pns_id, p.pns_id)",
    "nip": f"CASE WHEN {_NOMOR_LAMA} THEN p.nip ELSE b.nip END",
    "nama": "coalesce(b.nama, p.nama)",
    "gelar_depan": "{teks}",
    "gelar_belakang": "{teks}",
    "jenis_kepegawaian": f"CASE WHEN {_NOMOR_LAMA} THEN p.jenis_kepegawaian ELSE "
    "coalesce(b.jenis_kepegawaian, nullif(p.jenis_kepegawaian, 'PPPK'), 'PNS') END",
    "paruh_waktu": "coalesce(b.paruh_waktu, p.paruh_waktu, false)",
    "tanggal_lahir": "coalesce(b.tanggal_lahir, p.tanggal_lahir, b.tanggal_lahir_nip)",
    "jenis_kelamin": "coalesce(b.jenis_kelamin, p.jenis_kelamin, b.jenis_kelamin_nip)",
    "golongan_id": f"CASE WHEN {_NOMOR_LAMA} AND (p.jenis_kepegawaian = 'PPPK') <> "
    "(substr(b.nip, 13, 1) = '2') THEN p.golongan_id "
    "WHEN 'golongan' = ANY(b.hapus) THEN NULL "
    "ELSE coalesce(b.golongan_id, p.golongan_id) END",
    "tmt_golongan": "{nilai}",
    "unit_kerja_id": "{nilai}",
    "jabatan_id": "{nilai}",
    "tmt_jabatan": "{nilai}",
    "tingkat_pendidikan_id": "{nilai}",
    "pendidikan": "{teks}",
    "tahun_lulus": "{nilai}",
    "tmt_cpns": "{nilai}",
    "tmt_pns": "{nilai}",
    "surel_dinas": "{teks}",
    "kedudukan_hukum": "coalesce(b.kedudukan_hukum, p.kedudukan_hukum, 'AKTIF')",
}


def nilai_tertulis(kolom: str) -> str:
    """SQL of what the run writes: a kind of change left out keeps the person's value."""
    return (
        f"CASE WHEN p.id IS NOT NULL AND '{JENIS[kolom]}' = ANY(%(lewati)s::text[]) "
        f"THEN p.{kolom} ELSE {nilai_akhir(kolom)} END"
    )


def nilai_akhir(kolom: str) -> str:
    """SQL of the value that the file asks for, whatever is left out."""
    kunci = kolom.removesuffix("_id") if kolom != "pns_id" else kolom
    kosong = {"{teks}": "''", "{nilai}": "NULL"}.get(AKHIR[kolom])
    if kosong is None:
        return AKHIR[kolom]
    lama = f"coalesce(b.{kolom}, p.{kolom}{', ' + kosong if kosong != 'NULL' else ''})"
    return f"CASE WHEN '{kunci}' = ANY(b.hapus) THEN {kosong} ELSE {lama} END"


# Which kind of change (BerkasImpor.JenisPerubahan) a column belongs to.
JENIS = {
    kolom: jenis
    for jenis, daftar in {
        "nomor": ("pns_id", "nip"),
        "identitas": (
            "nama",
            "gelar_depan",
            "gelar_belakang",
            "tanggal_lahir",
            "jenis_kelamin",
            "surel_dinas",
        ),
        "status": ("jenis_kepegawaian", "paruh_waktu", "tmt_cpns", "tmt_pns"),
        "golongan": ("golongan_id", "tmt_golongan"),
        "jabatan": ("unit_kerja_id", "jabatan_id", "tmt_jabatan"),
        "pendidikan": ("tingkat_pendidikan_id", "pendidikan", "tahun_lulus"),
        "kedudukan": ("kedudukan_hukum",),
    }.items()
    for kolom in daftar
}


def _tanggal(sql: str) -> str:
    return f"to_char({sql}, 'DD-MM-YYYY')"


def _nama(tabel: str, kolom: str, sql: str) -> str:
    return f"(SELECT {kolom} FROM {tabel} x WHERE x.id = {sql})"


# Column in the file, column of pegawai, how a value reads to a person.
BANDING: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("PNS ID", "pns_id", str),
    ("NIP BARU", "nip", str),
    ("NAMA", "nama", str),
    ("GELAR DEPAN", "gelar_depan", str),
    ("GELAR BELAKANG", "gelar_belakang", str),
    ("TANGGAL LAHIR", "tanggal_lahir", _tanggal),
    ("JENIS KELAMIN", "jenis_kelamin", str),
    ("EMAIL GOV", "surel_dinas", str),
    ("STATUS CPNS PNS", "jenis_kepegawaian", str),
    ("KEDUDUKAN HUKUM NAMA", "kedudukan_hukum", str),
    ("TMT CPNS", "tmt_cpns", _tanggal),
    ("TMT PNS", "tmt_pns", _tanggal),
    ("GOL AKHIR NAMA", "golongan_id", lambda s: _nama("pegawai_golongan", "kode", s)),
    ("TMT GOLONGAN", "tmt_golongan", _tanggal),
    ("JABATAN NAMA", "jabatan_id", lambda s: _nama("pegawai_jabatan", "nama", s)),
    ("TMT JABATAN", "tmt_jabatan", _tanggal),
    (
        "TINGKAT PENDIDIKAN NAMA",
        "tingkat_pendidikan_id",
        lambda s: _nama("pegawai_tingkatpendidikan", "nama", s),
    ),
    ("PENDIDIKAN NAMA", "pendidikan", str),
    ("TAHUN LULUS", "tahun_lulus", lambda s: f"({s})::text"),
    ("UNOR NAMA", "unit_kerja_id", lambda s: _nama("pegawai_unitkerja", "nama", s)),
    (
        "JENIS PEGAWAI NAMA",
        "paruh_waktu",
        lambda s: f"CASE WHEN {s} THEN 'Paruh waktu' ELSE 'Penuh waktu' END",
    ),
)


def baris_banding() -> str:
    """VALUES of (order, column, kind, before, after, different?) of a row and its person."""
    isi = []
    for ke, (kolom, bidang, tulis) in enumerate(BANDING):
        lama, baru = f"p.{bidang}", f"n.{bidang}"
        beda = f"({lama} IS DISTINCT FROM {baru})"
        isi.append(
            f"({ke}, '{kolom}', '{JENIS[bidang]}', CASE WHEN {beda} THEN {tulis(lama)} END, "
            f"CASE WHEN {beda} THEN {tulis(baru)} END, {beda})"
        )
    for ke, kolom, tabel, bidang in (
        (90, "UNOR NAMA", "unitkerja", "unit"),
        (91, "JABATAN NAMA", "jabatan", "jabatan"),
    ):
        lama = _nama(f"pegawai_{tabel}", "nama", f"t.{bidang}_lama")
        isi.append(
            f"({ke}, '{kolom}', 'jabatan', CASE WHEN t.buat_{bidang} THEN {lama} END, "
            f"b.nama_{bidang} || ' (dibuat)', coalesce(t.buat_{bidang}, false))"
        )
    return ",\n".join(isi)
