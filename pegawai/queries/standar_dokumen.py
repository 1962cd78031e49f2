"""The SKJ document: what it says, what it still lacks, how it differs from another."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    Kompetensi,
    LevelKompetensi,
    Pegawai,
    StandarKompetensi,
    StandarSyarat,
)
from pegawai.models.kamus import KamusKompetensi
from pegawai.queries.peran import SELESAI_BEKERJA
from pegawai.queries.standar import butir_standar, standar_berlaku, standar_terlihat

Jenis = Kompetensi.Jenis
HURUF = {Jenis.MANAJERIAL: "A", Jenis.SOSIAL_KULTURAL: "B", Jenis.TEKNIS: "C"}
IDENTITAS = {
    "edisi": "Edisi",
    "nomor_keputusan": "Nomor keputusan",
    "tanggal_keputusan": "Tanggal keputusan",
    "berlaku_mulai": "Berlaku mulai",
    "kelompok_jabatan": "Kelompok jabatan",
    "urusan": "Urusan pemerintahan",
    "kode_jabatan": "Kode jabatan",
    "ikhtisar": "Ikhtisar jabatan",
    "golongan_minimum": "Pangkat paling rendah",
    "pendidikan_minimum": "Pendidikan paling rendah",
    "bidang_pendidikan": "Bidang pendidikan",
    "indikator_kinerja": "Indikator kinerja",
}


class BarisKompetensi(NamedTuple):
    """One competency of the document, with the words that belong to its level."""

    kompetensi: Kompetensi
    nama: str
    level: int
    uraian: str
    indikator: list[str]

    @property
    def sebutan(self) -> str:
        """`3 – Menengah`."""
        return f"{self.level} – {LevelKompetensi.NAMA[self.level]}"


class Kelompok(NamedTuple):
    """One part of section 3: A managerial, B socio-cultural, C technical."""

    huruf: str
    jenis: str
    baris: list[BarisKompetensi]


class KelompokSyarat(NamedTuple):
    """The requirements of one kind."""

    jenis: str
    baris: list[StandarSyarat]


@dataclass
class Dokumen:
    """Everything the page, the print and the PDF show of one edition."""

    standar: StandarKompetensi
    nama: str
    unit: str
    kelompok: list[Kelompok]
    syarat: list[KelompokSyarat]
    indikator_kinerja: list[str]

    @property
    def kompetensi(self) -> list[BarisKompetensi]:
        """All rows, in the order of the document."""
        return [b for k in self.kelompok for b in k.baris]


class Lubang(NamedTuple):
    """Something missing; `wajib` blocks publishing, the rest is advice."""

    kode: str
    pesan: str
    wajib: bool = True


class Ubahan(NamedTuple):
    """One line of the comparison; an empty side is a dash on the page."""

    bagian: str
    lama: str
    baru: str


@dataclass
class Perbandingan:
    """Draft against the edition it would replace."""

    lama: StandarKompetensi | None
    identitas: list[Ubahan] = field(default_factory=list)
    kompetensi: list[Ubahan] = field(default_factory=list)
    syarat: list[Ubahan] = field(default_factory=list)

    @property
    def sama(self) -> bool:
        """Nothing differs."""
        return not (self.identitas or self.kompetensi or self.syarat)


def _baris(teks: str) -> list[str]:
    return [b.strip() for b in teks.splitlines() if b.strip()]


def dokumen_standar(standar: StandarKompetensi) -> Dokumen:
    """The document. Words are the frozen ones; in a draft, the dictionary's."""
    butir = list(butir_standar(standar))
    rumusan = {
        (r.kompetensi_id, r.level): r
        for r in LevelKompetensi.objects.filter(
            kompetensi__in=[b.kompetensi_id for b in butir]
        )
    }
    isi: dict[str, list[BarisKompetensi]] = {j: [] for j in Jenis.values}
    for b in butir:
        kamus = rumusan.get((b.kompetensi_id, b.level))
        beku = bool(b.uraian)
        uraian = b.uraian if beku else (kamus.uraian if kamus else "")
        indikator = b.indikator_perilaku if beku or not kamus else ""
        if not beku and kamus:
            indikator = kamus.indikator_perilaku
        isi[b.kompetensi.jenis].append(
            BarisKompetensi(
                b.kompetensi, b.nama or b.kompetensi.nama, b.level, uraian,
                _baris(indikator),
            )
        )  # fmt: skip
    jabatan, unit = standar.jabatan, ""
    if jabatan is not None and jabatan.unit_kerja is not None:
        unit = jabatan.unit_kerja.nama
    return Dokumen(
        standar=standar,
        nama=standar.nama_jabatan or nama_standar(standar),
        unit=standar.nama_unit or unit,
        kelompok=[
            Kelompok(HURUF[j], str(j.label), isi[j]) for j in Jenis if isi[j.value]
        ],
        syarat=_syarat(standar),
        indikator_kinerja=_baris(standar.indikator_kinerja),
    )


def nama_standar(standar: StandarKompetensi) -> str:
    """Whose standard it is: the post, or `Jenjang Pengawas`."""
    if standar.jabatan is not None:
        return standar.jabatan.nama
    return f"Jenjang {standar.jenjang.nama}" if standar.jenjang else ""


def _syarat(standar: StandarKompetensi) -> list[KelompokSyarat]:
    isi: dict[str, list[StandarSyarat]] = {}
    for s in standar.syarat.order_by("urutan", "pk"):
        isi.setdefault(s.jenis, []).append(s)
    return [
        KelompokSyarat(str(j.label), isi[j.value])
        for j in StandarSyarat.Jenis
        if j.value in isi
    ]


def edisi_pembanding(standar: StandarKompetensi) -> StandarKompetensi | None:
    """What this edition replaces: for a draft the one in force, else the one before it.

    A post's first own standard is compared with that of its level.
    """
    lain = StandarKompetensi.objects.exclude(pk=standar.pk).select_related(
        "golongan_minimum", "pendidikan_minimum", "jabatan__unit_kerja", "jenjang"
    )
    terbit = lain.filter(
        status=StandarKompetensi.Status.TERBIT,
        berlaku_mulai__lte=standar.berlaku_mulai,
    ).order_by("-berlaku_mulai", "-pk")
    sendiri = terbit.filter(jabatan=standar.jabatan_id, jenjang=standar.jenjang_id)
    sebelum = sendiri.first()
    if sebelum is None and standar.jabatan and standar.jabatan.jenjang_id:
        return terbit.filter(jenjang=standar.jabatan.jenjang_id).first()
    return sebelum


def bandingkan(lama: StandarKompetensi | None, dok: Dokumen) -> Perbandingan:
    """The lines in which an edition differs from an older one."""
    baru = dok.standar
    hasil = Perbandingan(lama)
    for nama, label in IDENTITAS.items():
        kiri = _teks(getattr(lama, nama, None))
        kanan = _teks(getattr(baru, nama))
        if kiri != kanan:
            hasil.identitas.append(Ubahan(label, kiri, kanan))
    kiri_b = _tingkat(lama)
    kanan_b = {b.kompetensi.nama: b.sebutan for b in dok.kompetensi}
    for nama in [*kanan_b, *(n for n in kiri_b if n not in kanan_b)]:
        if kiri_b.get(nama) != kanan_b.get(nama):
            hasil.kompetensi.append(
                Ubahan(nama, kiri_b.get(nama, ""), kanan_b.get(nama, ""))
            )
    kiri_s = _tanda(_syarat(lama) if lama else [])
    kanan_s = _tanda(dok.syarat)
    for kunci in [*kanan_s, *(k for k in kiri_s if k not in kanan_s)]:
        if kiri_s.get(kunci) != kanan_s.get(kunci):
            hasil.syarat.append(
                Ubahan(": ".join(kunci), kiri_s.get(kunci, ""), kanan_s.get(kunci, ""))
            )
    return hasil


def _teks(nilai: object) -> str:
    if nilai is None:
        return ""
    if hasattr(nilai, "year"):
        return tanggal(nilai)  # type: ignore[arg-type]
    return str(nilai)


def _tingkat(standar: StandarKompetensi | None) -> dict[str, str]:
    return {
        b.kompetensi.nama: f"{b.level} – {LevelKompetensi.NAMA[b.level]}"
        for b in butir_standar(standar)
    }


def _tanda(syarat: list[KelompokSyarat]) -> dict[tuple[str, str], str]:
    return {(k.jenis, s.uraian): s.get_tanda_display() for k in syarat for s in k.baris}


def kompetensi_inti() -> QuerySet[Kompetensi]:
    """The managerial and socio-cultural ones that every post must require."""
    return Kompetensi.objects.filter(
        kamus=KamusKompetensi.BAKU,
        aktif=True,
        jenis__in=[Jenis.MANAJERIAL, Jenis.SOSIAL_KULTURAL],
    ).order_by("jenis", "urutan", "kode", "pk")


def lubang_standar(dok: Dokumen) -> list[Lubang]:
    """What keeps a draft from being published, and what it had better have."""
    standar = dok.standar
    if standar.status == StandarKompetensi.Status.TERBIT:
        return []
    daftar = _lubang_kompetensi(dok)
    if not standar.nomor_keputusan or not standar.tanggal_keputusan:
        daftar.append(
            Lubang("tanpa_keputusan", "Nomor dan tanggal keputusan belum lengkap.")
        )
    kembar = StandarKompetensi.objects.filter(
        jabatan=standar.jabatan_id,
        jenjang=standar.jenjang_id,
        berlaku_mulai=standar.berlaku_mulai,
        status=StandarKompetensi.Status.TERBIT,
    ).exclude(pk=standar.pk)
    if kembar.exists():
        daftar.append(
            Lubang(
                "tanggal_ganda",
                f"Sudah ada edisi terbit yang berlaku mulai "
                f"{tanggal(standar.berlaku_mulai)}; ubah tanggal berlakunya.",
            )
        )
    if standar.jabatan_id is not None:
        daftar += _lubang_jabatan(dok)
    return daftar


def _lubang_kompetensi(dok: Dokumen) -> list[Lubang]:
    daftar = []
    if not dok.kompetensi:
        daftar.append(
            Lubang(
                "standar_kosong",
                "Standar tanpa kompetensi tidak dapat diterbitkan. Isi tingkatnya dulu.",
            )
        )
    ada = {b.kompetensi.pk for b in dok.kompetensi}
    kurang = [k.nama for k in kompetensi_inti() if k.pk not in ada]
    if dok.kompetensi and kurang:
        daftar.append(
            Lubang(
                "inti_kurang",
                f"Kompetensi yang wajib ada di setiap jabatan: {', '.join(kurang)}.",
            )
        )
    kosong = [f"{b.nama} tingkat {b.level}" for b in dok.kompetensi if not b.uraian]
    if kosong:
        daftar.append(
            Lubang(
                "tanpa_rumusan",
                f"Belum dirumuskan di kamus: {', '.join(kosong)}.",
            )
        )
    return daftar


def _lubang_jabatan(dok: Dokumen) -> list[Lubang]:
    s = dok.standar
    periksa = (
        (s.ikhtisar, "tanpa_ikhtisar", "Ikhtisar jabatan belum diisi.", True),
        (
            s.pendidikan_minimum_id,
            "tanpa_pendidikan",
            "Pendidikan paling rendah belum dipilih.",
            True,
        ),
        (
            s.golongan_minimum_id,
            "tanpa_pangkat",
            "Pangkat paling rendah belum dipilih.",
            True,
        ),
        (s.urusan, "tanpa_urusan", "Urusan pemerintahan belum diisi.", False),
        (dok.syarat, "tanpa_syarat", "Pelatihan dan pengalaman belum diisi.", False),
        (
            dok.indikator_kinerja,
            "tanpa_indikator",
            "Indikator kinerja jabatan belum diisi.",
            False,
        ),
    )
    return [
        Lubang(kode, pesan, wajib) for isi, kode, pesan, wajib in periksa if not isi
    ]


def jumlah_terdampak(standar: StandarKompetensi) -> int:
    """How many people's requirement this edition sets from its first day on."""
    orang = Pegawai.objects.exclude(kedudukan_hukum__in=SELESAI_BEKERJA)
    if standar.jabatan_id is not None:
        return orang.filter(jabatan=standar.jabatan_id).count()
    milik = standar_berlaku(max(hari_ini(), standar.berlaku_mulai)).filter(
        jabatan=OuterRef("jabatan")
    )
    return orang.filter(~Q(Exists(milik)), jabatan__jenjang=standar.jenjang_id).count()


def standar_untuk_dokumen(pengguna: Pengguna) -> QuerySet[StandarKompetensi]:
    """Visible editions with all that the document names."""
    return standar_terlihat(pengguna).select_related(
        "jabatan__unit_kerja__opd",
        "jabatan__jenjang",
        "jenjang",
        "golongan_minimum",
        "pendidikan_minimum",
        "diterbitkan_oleh",
        "disusun_oleh",
    )
