"""The conflict page: somebody saved first (KETENTUAN X-1)."""

from django.shortcuts import render


def halaman_bentrok(request, form, galat, *, judul, kembali):
    """Both versions side by side, and the typed one ready to be sent again."""
    konteks = {
        "judul": judul,
        "pesan": galat.pesan,
        "baris": form.bandingkan(),
        "form": form.atas_versi(),
        "kembali": kembali,
    }
    return render(request, "dasar/bentrok.html", konteks, status=409)
