"""Menu, tab bar and the other things every page shows, drawn for one account."""

from functools import cache, lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString

from kompetensi.menu import MENU, Butir
from kompetensi.menunggu import BATAS_HITUNG, hitung_menu
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.peran import Peran
from pegawai.queries.peran import berlaku_sekota, peran_berlaku

PERAN_KELOLA = frozenset(
    {
        Peran.ANALIS,
        Peran.ADMIN,
        Peran.PENYELENGGARA,
        Peran.ASESOR,
        Peran.PENGELOLA_OPD,
        Peran.KEPALA_OPD,
        Peran.PIMPINAN,
        Peran.MITRA,
    }
)
# Order of "Anda masuk sebagai": the widest role first.
URUTAN_PERAN = (
    Peran.ADMIN,
    Peran.ANALIS,
    Peran.PIMPINAN,
    Peran.KEPALA_OPD,
    Peran.PENGELOLA_OPD,
    Peran.PENYELENGGARA,
    Peran.ASESOR,
    Peran.MITRA,
    Peran.PEMAGANG,
    Peran.ATASAN,
    Peran.ASN,
)
PERAN_SEKOTA = {Peran.ADMIN, Peran.ANALIS, Peran.PIMPINAN}
TEMA = {"light", "dark"}


# Label, URL names (the first that exists), icon: the ASN surface.
BAR_ASN = (
    ("Beranda", ("beranda",), "beranda"),
    ("Kompetensi", ("profil", "penilaian:profil"), "kompetensi"),
    ("Pelatihan", ("pelatihan:katalog-daftar",), "pelatihan"),
    ("Tugas", ("tugas", "penilaian:penilaian-daftar"), "tugas"),
    ("Profil", ("data-saya", "account_change_password"), "profil"),
)
BAR_PEMAGANG = (
    ("Beranda", ("beranda",), "beranda"),
    ("Magang", ("kemitraan:magang-saya", "kemitraan:penempatan-daftar"), "magang"),
    ("Logbook", ("kemitraan:logbook-daftar",), "tugas"),
    ("Profil", ("data-saya", "account_change_password"), "profil"),
)
KAKI = (
    ("Bantuan", "bantuan"),
    ("Laporkan masalah", "laporkan-masalah"),
    ("Pemberitahuan privasi", "privasi"),
    ("Pernyataan aksesibilitas", "aksesibilitas"),
)
TAUTAN = {
    "masuk": ("account_login",),
    "keluar": ("account_logout",),
    "cari": ("cari",),
    "profil": ("data-saya", "account_change_password"),
    "bantuan": ("bantuan",),
    "periksa": ("dasar:dokumen-cari",),
    "pemberitahuan": ("dasar:pemberitahuan-daftar",),
}


@cache
def alamat(*nama_url: str) -> str:
    """URL of the first of these names that exists, or an empty string."""
    for nama in nama_url:
        try:
            return reverse(nama)
        except NoReverseMatch:
            continue
    return ""


def _kini(jalur: str, daftar: list[str]) -> str:
    """The address this page belongs to: the longest that begins its path."""
    cocok = [u for u in daftar if jalur == u or (u != "/" and jalur.startswith(u))]
    return max(cocok, key=len, default="")


def _jalur(request: HttpRequest) -> str:
    """The path of a page; a start page that stands elsewhere is the start page."""
    return "/" if request.path == alamat("kemitraan:beranda-mitra") else request.path


def _boleh(peran: frozenset[str]) -> list[tuple[Butir, str]]:
    """Menu lines of these roles with their addresses."""
    return [
        (butir, url)
        for butir in MENU
        if (url := alamat(butir.nama_url)) and butir.boleh(peran)
    ]


@cache
def _alamat_menu(peran: frozenset[str]) -> list[str]:
    return [url for _, url in _boleh(peran)]


def menu(
    peran: frozenset[str], kini: str, hitung: tuple[tuple[str, str], ...] = ()
) -> list[dict]:
    """Groups of the staff menu, without the lines these roles have no use for."""
    grup: dict[str, list[dict]] = {}
    for butir, url in _boleh(peran):
        grup.setdefault(butir.grup, []).append(
            {
                "nama": butir.nama,
                "url": url,
                "kini": url == kini,
                "hitung": dict(hitung).get(butir.hitung, ""),
            }
        )
    return [{"judul": judul, "butir": isi} for judul, isi in grup.items()]


def hitungan(pengguna: Pengguna) -> tuple[tuple[str, str], ...]:
    """Waiting work of the menu's lines as it is drawn: (("persetujuan", "7"), ...)."""
    if not settings.HITUNG_MENU:
        return ()
    return tuple((k, sebut_jumlah(n)) for k, n in hitung_menu(pengguna).items())


def sebut_jumlah(n: int) -> str:
    """`7`, nothing for none, and no exact figure where counting has stopped."""
    return f"{BATAS_HITUNG - 1}+" if n >= BATAS_HITUNG else str(n or "")


@lru_cache(maxsize=1000)
def nav_sisi(
    peran: frozenset[str],
    kini: str,
    sebagai: str,
    hitung: tuple[tuple[str, str], ...] = (),
) -> SafeString:
    """The staff menu as it is drawn: the same for all with these roles and this work."""
    isi = {"menu": menu(peran, kini, hitung), "sebagai": sebagai, "merek": _merek()}
    return render_to_string("komponen/nav_sisi.html", isi)


def _merek() -> dict[str, str]:
    return {
        "produk": settings.NAMA_PRODUK,
        "instansi": settings.NAMA_INSTANSI,
        "pemda": settings.NAMA_PEMDA,
        "kota": settings.NAMA_KOTA,
    }


def bar(peran: frozenset[str], jalur: str) -> list[dict]:
    """Tab bar of the ASN surface; an intern has its own."""
    sumber = BAR_PEMAGANG if peran == {Peran.PEMAGANG} else BAR_ASN
    daftar = [
        (nama, url, ikon)
        for nama, nama_url, ikon in sumber
        if (url := alamat(*nama_url))
    ]
    kini = _kini(jalur, [url for _, url, _ in daftar])
    return [
        {"nama": nama, "url": url, "ikon": ikon, "kini": url == kini}
        for nama, url, ikon in daftar
    ]


@cache
def kaki() -> SafeString:
    """The footer: the same on every page."""
    tautan = [{"nama": n, "url": u} for n, nama in KAKI if (u := alamat(nama))]
    return render_to_string("komponen/kaki.html", {"kaki": tautan, "merek": _merek()})


def sebutan(pengguna: Pengguna, peran: frozenset[str]) -> str:
    """The widest role of the account, in words: `Analis · seluruh kota`."""
    for kode in URUTAN_PERAN:
        if kode in peran:
            sekota = kode in PERAN_SEKOTA and berlaku_sekota(pengguna, kode)
            label = str(Peran(kode).label)
            return f"{label} · seluruh kota" if sekota else label
    return ""


def _tema(request: HttpRequest, pengguna: Pengguna | None) -> str:
    pilihan = request.COOKIES.get("tema") or getattr(pengguna, "tema", "")
    return pilihan if pilihan in TEMA else ""


def konteks(request: HttpRequest) -> dict:
    """Context processor; holds on error pages too, where there may be no account."""
    pengguna = getattr(request, "user", None)
    masuk = pengguna is not None and pengguna.is_authenticated
    dasar = {
        "permukaan": "publik",
        "merek": _merek(),
        "bantuan": {
            "telepon": settings.TELEPON_BANTUAN,
            "surel": settings.SUREL_BANTUAN,
        },
        "demo": settings.DEMO,
        "tema": _tema(request, pengguna if masuk else None),
        "sekarang": timezone.now(),
        "kaki": kaki(),
        "tautan": {kunci: alamat(*nama) for kunci, nama in TAUTAN.items()},
    }
    if not masuk:
        return dasar
    peran = peran_berlaku(pengguna)
    sebagai = dasar["sebagai"] = sebutan(pengguna, peran)
    if peran & PERAN_KELOLA:
        dasar["permukaan"] = "kelola"
        kini = _kini(_jalur(request), _alamat_menu(peran))
        # Drawn, and the waiting work asked, only on a page that has a menu.
        dasar["nav_sisi"] = SimpleLazyObject(
            lambda: nav_sisi(peran, kini, sebagai, hitungan(pengguna))
        )
    else:
        dasar["permukaan"] = "asn"
        dasar["bar"] = bar(peran, request.path)
    return dasar
