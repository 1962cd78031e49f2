"""A small technical dictionary of the city, and standards of posts that use it."""

from datetime import date

from kompetensi.contoh.akun import AkunDemo
from kompetensi.contoh.alat import Kota, baca, siang, sisip
from pegawai.models import (
    EdisiKamus,
    Golongan,
    Jabatan,
    KamusKompetensi,
    Kompetensi,
    LevelKompetensi,
    StandarButir,
    StandarKompetensi,
    StandarSyarat,
    TingkatPendidikan,
    UnitKerja,
)
from pegawai.queries.kamus import rumusan_berlaku

KAMUS = "Kamus teknis Kota Kupang (contoh)"
PEMILIK = "OPD-30"
URAIAN = {
    1: "Memahami istilah, aturan, dan alur kerja {nama}; bekerja dengan petunjuk.",
    2: "Mengerjakan tugas baku {nama} secara mandiri sesuai prosedur.",
    3: "Memecahkan masalah {nama} yang tidak biasa dan membimbing rekan kerja.",
    4: "Memperbaiki cara kerja {nama} di unitnya dan menilai mutu hasilnya.",
    5: "Menjadi rujukan {nama} bagi instansi lain dan menyusun kebijakannya.",
}
INDIKATOR_LEVEL = {
    1: "Menyebutkan aturan yang dipakai\nMengikuti langkah kerja dengan petunjuk",
    2: "Menyelesaikan tugas baku tanpa bantuan\nMencatat hasil kerja dengan lengkap",
    3: "Menemukan sebab masalah yang tidak biasa\nMembimbing rekan yang belum mahir",
    4: "Mengusulkan perbaikan cara kerja\nMenilai mutu hasil kerja unit",
    5: "Menyusun kebijakan atau pedoman\nMenjadi narasumber bagi instansi lain",
}
IKHTISAR = (
    "{nama} melaksanakan tugas di bidangnya sesuai peraturan, menjaga mutu layanan, dan "
    "melaporkan hasilnya kepada atasan."
)
INDIKATOR = "Layanan selesai sesuai standar waktu\nLaporan tersusun tepat waktu"
# OPD whose posts all have a standard of their own, with what they require.
PER_OPD = {
    "OPD-14": ("T.01", "T.02", "T.07"),
    "OPD-27": ("T.03", "T.04", "T.07"),
    "OPD-30": ("T.09", "T.07", "T.10"),
}
# Posts with a standard of their own wherever they are, by the start of the name.
PER_NAMA = {
    "Pranata Komputer": ("T.08", "T.07"),
    "Perencana": ("T.04", "T.05"),
    "Arsiparis": ("T.10",),
    "Dokter": ("T.11",),
    "Lurah": ("T.01", "T.05"),
}
LEVEL = {
    "JPT_PRATAMA": 4,
    "JF_AHLI_MADYA": 4,
    "ADMINISTRATOR": 3,
    "PENGAWAS": 3,
    "JF_AHLI_MUDA": 3,
    "JF_PENYELIA": 3,
    "PELAKSANA": 1,
}


# Lowest grade and education (BKN's code) by kind of post.
PALING_RENDAH = {
    "STRUKTURAL": ("III/c", "40"),
    "FUNGSIONAL": ("II/c", "30"),
    "PELAKSANA": ("II/a", "15"),
}
# Training and experience by kind of post: (kind, words, how much it matters).
SYARAT = {
    "STRUKTURAL": (
        ("PELATIHAN_MANAJERIAL", "Pelatihan kepemimpinan sesuai jenjang", "MUTLAK"),
        (
            "PELATIHAN_TEKNIS",
            "Pelatihan perencanaan dan penganggaran daerah",
            "PENTING",
        ),
        (
            "PENGALAMAN",
            "Paling sedikit 2 tahun di jabatan satu jenjang di bawah",
            "MUTLAK",
        ),
    ),
    "FUNGSIONAL": (
        ("PELATIHAN_FUNGSIONAL", "Pelatihan fungsional sesuai jenjang", "MUTLAK"),
        ("PELATIHAN_TEKNIS", "Pelatihan teknis sesuai bidang tugas", "PENTING"),
        ("PENGALAMAN", "Paling sedikit 2 tahun di bidang tugas yang sama", "PENTING"),
    ),
    "PELAKSANA": (
        ("PELATIHAN_TEKNIS", "Pelatihan administrasi perkantoran", "PERLU"),
        ("PENGALAMAN", "Pernah melayani warga atau unit kerja lain", "PERLU"),
    ),
}


def isi_kamus(kota: Kota, akun: AkunDemo) -> None:
    """Twelve technical competencies in a published edition; standards since last year."""
    kamus = KamusKompetensi.objects.create(
        nama=KAMUS,
        kode="KUPANG-TEKNIS",
        unit_kerja=UnitKerja.objects.get(kode=PEMILIK),
    )
    kompetensi = {
        k.kode: k
        for k in sisip(
            Kompetensi,
            (
                Kompetensi(
                    kamus_id=KAMUS,
                    kode=b["kode"],
                    nama=b["nama"],
                    jenis=Kompetensi.Jenis.TEKNIS,
                    definisi=b["definisi"],
                    urutan=100 + ke,
                )
                for ke, b in enumerate(baca("kompetensi_teknis.csv"), 1)
            ),
        )
    }
    sisip(
        LevelKompetensi,
        (
            LevelKompetensi(
                kompetensi=k,
                level=level,
                uraian=teks.format(nama=k.nama.lower()),
                indikator_perilaku=INDIKATOR_LEVEL[level],
            )
            for k in kompetensi.values()
            for level, teks in URAIAN.items()
        ),
    )
    _edisi_kamus(kota, kamus, akun)
    _standar(kota, kompetensi)


def _edisi_kamus(kota: Kota, kamus: KamusKompetensi, akun: AkunDemo) -> None:
    """What the dictionary says today, as the edition that put it in force."""
    mulai = date(kota.hari.year - 1, 1, 2)
    EdisiKamus.objects.create(
        kamus=kamus,
        edisi=str(mulai.year),
        nomor_keputusan=f"800.1.4/1/KEP/HK/{mulai.year}",
        tanggal_keputusan=mulai,
        berlaku_mulai=mulai,
        isi=[b | {"versi": 1} for b in rumusan_berlaku(kamus)],
        status=EdisiKamus.Status.TERBIT,
        disusun_oleh=akun.analis,
        diterbitkan_oleh=akun.admin,
        diterbitkan_pada=siang(mulai),
    )


def _teknis(jabatan: Jabatan) -> tuple[str, ...]:
    opd = jabatan.unit_kerja.opd.kode if jabatan.unit_kerja.opd_id else ""
    for depan, kode in PER_NAMA.items():
        if jabatan.nama.startswith(f"{depan} "):
            return kode
    return PER_OPD.get(opd, ())


def _standar(kota: Kota, kompetensi: dict[str, Kompetensi]) -> None:
    umum = _butir_jenjang()
    jabatan = [
        (j, _teknis(j))
        for j in Jabatan.objects.filter(jenjang__in=umum)
        .select_related("jenjang", "unit_kerja__opd")
        .order_by("pk")
        if _teknis(j)
    ]
    mulai = date(kota.hari.year - 1, 1, 2)
    acuan = _Acuan()
    terbit = [_edisi(j, mulai, urut, acuan) for urut, (j, _) in enumerate(jabatan, 1)]
    sisip(StandarKompetensi, terbit)
    butir = [
        StandarButir(standar=s, kompetensi_id=pk, level=level)
        for s, (j, _) in zip(terbit, jabatan, strict=True)
        for pk, level in umum[j.jenjang_id]
    ]
    butir += [
        StandarButir(
            standar=s,
            kompetensi=kompetensi[kode],
            level=LEVEL.get(j.jenjang.kode, 2),
        )
        for s, (j, teknis) in zip(terbit, jabatan, strict=True)
        for kode in teknis
    ]
    sisip(StandarButir, butir)
    sisip(
        StandarSyarat,
        (
            satu
            for s, (j, _) in zip(terbit, jabatan, strict=True)
            for satu in _syarat(s, j)
        ),
    )
    _usulan(kota, jabatan[0][0], umum)


def _syarat(standar: StandarKompetensi, jabatan: Jabatan) -> list[StandarSyarat]:
    return [
        StandarSyarat(
            standar=standar, jenis=jenis, uraian=uraian, tanda=tanda, urutan=urut
        )
        for urut, (jenis, uraian, tanda) in enumerate(SYARAT[jabatan.jenjang.jenis], 1)
    ]


class _Acuan:
    """Grades and education levels by kind of post; read once."""

    def __init__(self) -> None:
        golongan = {g.kode: g for g in Golongan.objects.filter(status="PNS")}
        didik = {t.kode: t for t in TingkatPendidikan.objects.all()}
        self.jenis = {
            jenis: {
                "golongan_minimum": golongan[g],
                "pendidikan_minimum": didik[t],
            }
            for jenis, (g, t) in PALING_RENDAH.items()
        }


def _edisi(
    jabatan: Jabatan, mulai: date, urut: int, acuan: _Acuan
) -> StandarKompetensi:
    return StandarKompetensi(
        **acuan.jenis[jabatan.jenjang.jenis],
        jabatan=jabatan,
        edisi=f"Standar {mulai.year}",
        nomor_keputusan=f"800.1.4/{urut}/KEP/HK/{mulai.year}",
        tanggal_keputusan=mulai,
        berlaku_mulai=mulai,
        status=StandarKompetensi.Status.TERBIT,
        kelompok_jabatan=jabatan.jenjang.get_kelompok_display(),
        ikhtisar=IKHTISAR.format(nama=jabatan.nama),
        bidang_pendidikan="Sesuai bidang tugas",
        indikator_kinerja=INDIKATOR,
    )


def _usulan(kota: Kota, jabatan: Jabatan, umum: dict[int, list[tuple]]) -> None:
    """An edition of next year that nobody has published yet."""
    tahun = kota.hari.year + 1
    draf = StandarKompetensi.objects.create(
        jabatan=jabatan,
        edisi=f"Usulan {tahun}",
        nomor_keputusan="menunggu keputusan",
        berlaku_mulai=date(tahun, 1, 2),
        kelompok_jabatan=jabatan.jenjang.get_kelompok_display(),
        ikhtisar=IKHTISAR.format(nama=jabatan.nama),
        indikator_kinerja=INDIKATOR,
    )
    sisip(StandarSyarat, _syarat(draf, jabatan))
    sisip(
        StandarButir,
        (
            StandarButir(standar=draf, kompetensi_id=pk, level=level)
            for pk, level in umum[jabatan.jenjang_id]
        ),
    )


def _butir_jenjang() -> dict[int, list[tuple[int, int]]]:
    """Competency and level of the standard of each job level, by the level's key."""
    umum: dict[int, list[tuple[int, int]]] = {}
    for jenjang, pk, level in StandarButir.objects.filter(
        standar__jenjang__isnull=False
    ).values_list("standar__jenjang_id", "kompetensi_id", "level"):
        umum.setdefault(jenjang, []).append((pk, level))
    return umum
