"""The conflict page: somebody saved first (KETENTUAN X-1)."""

from django.shortcuts import render


def halaman_bentrok(request, form, galat, benda, kembali=None):
    """Both versions side by side, and the typed one ready to be sent again.

    `kembali` is where one goes without saving: the page of `benda` unless it is said.
    """
    konteks = {
        "judul": str(benda),
        "pesan": galat.pesan,
        "baris": form.bandingkan(),
        "form": form.atas_versi(),
        "kembali": kembali or benda.get_absolute_url(),
    }
    return render(request, "dasar/bentrok.html", konteks, status=409)
