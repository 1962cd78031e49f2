"""What a browser calls itself, in words a person knows."""

PERAMBAN = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SISTEM = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


def sebut_peramban(teks: str | None) -> str:
    """'Mozilla/5.0 (Linux; Android 14) ... Chrome/120' -> 'Chrome di Android'."""
    teks = teks or ""
    nama = next((sebut for tanda, sebut in PERAMBAN if tanda in teks), "")
    sistem = next((sebut for tanda, sebut in SISTEM if tanda in teks), "")
    if nama and sistem:
        return f"{nama} di {sistem}"
    return nama or sistem or "Peramban lain"
