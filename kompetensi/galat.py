"""The last answers: a page for people, `{"kode", "pesan"}` for programs."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.defaults import page_not_found

from pegawai.dasar.alat.galat_api import BENTUK, TIDAK_ADA

AWALAN_API = "/api/"


def galat_400(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that cannot be read at all: too long, too many fields, a foreign host."""
    if request.path.startswith(AWALAN_API):
        return JsonResponse(BENTUK, status=400)
    return HttpResponse(render_to_string("400.html"), status=400)


def galat_404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that leads nowhere."""
    if request.path.startswith(AWALAN_API):
        return JsonResponse(TIDAK_ADA, status=404)
    return page_not_found(request, exception)


def galat_500(request: HttpRequest) -> HttpResponse:
    """A fault of ours, with a reference number; drawn without the database."""
    nomor = getattr(request, "nomor", "")
    if request.path.startswith(AWALAN_API):
        pesan = f"Terjadi gangguan pada sistem. Nomor rujukan: {nomor}."
        return JsonResponse({"kode": "gangguan", "pesan": pesan}, status=500)
    isi = render_to_string("500.html", {"nomor_rujukan": nomor})
    return HttpResponse(isi, status=500)
