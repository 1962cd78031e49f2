"""Small charts as inline SVG: attributes and classes only, never style."""

from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

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
        "gambar": _gambar_radar(alat.radar(sumbu), judul, id, sumbu) if muat else "",
        "berstandar": any(s.standar is not None for s in sumbu),
        "sumbu": sumbu,
        "judul": judul,
        "tabel": tabel,
    }


RADAR = (
    '<svg class="radar" viewBox="0 0 {lebar} {tinggi}" role="img" '
    'aria-labelledby="{id}-judul {id}-uraian"><title id="{id}-judul">{judul}</title>'
    '<desc id="{id}-uraian">{uraian}</desc>{cincin}{jari}'
    '<polygon class="capaian" points="{capaian}"/>{standar}{tanda}{label}{tingkat}</svg>'
)
CINCIN = '<polygon class="cincin" points="{}"/>'
SUMBU = f'<line class="sumbu" x1="{alat.CX}" y1="{alat.CY}" x2="{{}}" y2="{{}}"/>'
ANGKA = f'<text class="tingkat" x="{alat.CX + 4}" y="{{1}}">{{0}}</text>'
TANDA = '<rect class="tanda" x="{}" y="{}" width="7" height="7"/>'


def _gambar_radar(bentuk, judul, id, sumbu):
    """The drawing, written directly: a hundred template nodes for one picture are slow."""
    standar = '<polygon class="standar" points="{}"/>'
    return format_html(
        RADAR,
        id=id,
        judul=judul,
        uraian=_uraian(sumbu),
        lebar=bentuk.lebar,
        tinggi=bentuk.tinggi,
        cincin=_kerangka(CINCIN, tuple((t,) for t in bentuk.cincin)),
        jari=_kerangka(SUMBU, bentuk.jari),
        capaian=bentuk.capaian,
        standar=format_html(standar, bentuk.standar) if bentuk.standar else "",
        tanda=mark_safe("".join([TANDA.format(x, y) for x, y in bentuk.tanda])),
        label=mark_safe("".join([_label_radar(t) for t in bentuk.label])),
        tingkat=_kerangka(ANGKA, bentuk.tingkat),
    )


LABEL = '<text text-anchor="{}" x="{}" y="{}">{}</text>'
LABEL_KURANG = '<text text-anchor="{}" x="{}" y="{}" class="selisih">{}</text>'
BARIS = '<tspan x="{}" dy="{}">{}</tspan>'


@lru_cache(maxsize=100)
def _kerangka(pola, isi):
    """What every radar with so many axes has."""
    return format_html_join("", pola, isi)


@lru_cache(maxsize=500)
def _label_radar(label):
    baris = ((label.x, 16 if ke else 0, teks) for ke, teks in enumerate(label.baris))
    return format_html(
        LABEL_KURANG if label.kurang else LABEL,
        label.jangkar,
        label.x,
        label.y,
        format_html_join("", BARIS, baris),
    )


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


@register.simple_tag
@lru_cache(maxsize=200)
def petak(capaian, standar=None):
    """Five level squares, hidden from screen readers: the figures stand beside it."""
    isi = format_html_join(
        "",
        "<i{}></i>",
        (
            (format_html(' class="{}"', kelas) if kelas else "",)
            for kelas in alat.petak(capaian, standar)
        ),
    )
    return format_html('<span class="petak" aria-hidden="true">{}</span>', isi)


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
