"""Small charts as inline SVG: attributes and classes only, never style."""

from django import template

from pegawai.dasar.alat import bagan as alat
from pegawai.dasar.alat.angka import angka, persen_dari

register = template.Library()


def _sumbu(butir):
    if isinstance(butir, alat.Sumbu):
        return butir
    if isinstance(butir, dict):
        return alat.Sumbu(butir["nama"], butir.get("capaian"), butir.get("standar"))
    return alat.Sumbu(str(butir.nama), butir.capaian, butir.standar)


def _uraian(daftar):
    """One sentence that says what the radar shows."""
    kurang = [
        f"{s.nama} {angka(s.capaian)} dari {angka(s.standar)}"
        for s in daftar
        if s.kurang
    ]
    awal = f"{len(daftar)} sumbu, tingkat 1 sampai 5."
    if all(s.standar is None for s in daftar):
        return f"{awal} Tanpa standar jabatan."
    if not kurang:
        return f"{awal} Semua capaian memenuhi standar jabatan."
    return f"{awal} Capaian di bawah standar: {', '.join(kurang)}."


@register.inclusion_tag("komponen/bagan_radar.html")
def radar(
    daftar,
    judul="Profil kompetensi dibandingkan dengan standar jabatan",
    id="radar",
    tabel=True,
):
    """Profile radar of 3 to 9 {nama, capaian, standar}; outside that a list of bars.

    Pass tabel=False where the gap table stands beside it.
    """
    sumbu = [_sumbu(butir) for butir in daftar]
    muat = alat.SUMBU_PALING_SEDIKIT <= len(sumbu) <= alat.SUMBU_PALING_BANYAK
    return {
        "bentuk": alat.radar(sumbu) if muat else None,
        "sumbu": sumbu,
        "judul": judul,
        "uraian": _uraian(sumbu),
        "id": id,
        "tabel": tabel,
    }


@register.inclusion_tag("komponen/bagan_bilah.html")
def bilah(nilai, maks, label="Kemajuan", teks="", kelas=""):
    """Progress bar. `teks` is what a screen reader says; print it beside the bar."""
    nilai, maks = nilai or 0, maks or 0
    sebut = f"{angka(nilai)} dari {angka(maks)} ({persen_dari(nilai, maks)})"
    return {
        "bilah": alat.bilah(nilai, maks),
        "maks": maks,
        "label": label,
        "teks": teks or sebut,
        "kelas": kelas,
        "tinggi": 8 if "bilah-tipis" in kelas.split() else 12,
    }


@register.inclusion_tag("komponen/bagan_bilah_kecil.html")
def bilah_kecil(nilai, maks):
    """Bar for table cells, hidden from screen readers: the number stands beside it."""
    nilai = nilai or 0
    return {"lebar": alat.persen_lebar(nilai, maks or 0), "kurang": nilai < (maks or 0)}


@register.inclusion_tag("komponen/bagan_petak.html")
def petak(capaian, standar=None):
    """Five level squares, hidden from screen readers: the figures stand beside it."""
    return {"petak": alat.petak(capaian, standar)}


@register.inclusion_tag("komponen/bagan_tren.html")
def tren(daftar):
    """Sparkline, hidden from screen readers: print the last value beside it."""
    return {"tren": alat.tren([v for v in daftar if v is not None])}


@register.inclusion_tag("komponen/bagan_kolom.html")
def kolom(bentuk, judul, id="kolom"):
    """Column chart of an `alat.bagan.Kolom`; the table with the same data stands beside it."""
    isi = ", ".join(f"{b.nama}: {angka(b.nilai)}" for b in bentuk.batang)
    return {"bentuk": bentuk, "judul": judul, "uraian": f"{isi}.", "id": id}


@register.inclusion_tag("komponen/bagan_titik.html")
def titik(jumlah):
    """Unit chart (nine boxes): one square a person, at most 60, above that nothing."""
    tinggi, daftar = alat.titik(jumlah if 0 < jumlah <= 60 else 0)
    return {"tinggi": tinggi, "titik": daftar}


@register.filter
def panas(nilai):
    """Heat class of a mean gap: p1..p5; p0 for None (hidden, n < 5)."""
    return f"p{alat.panas(nilai)}"
