"""The limit: bare Django views without middleware that read the same rows."""

from django.http import HttpResponse
from django.urls import path

from pegawai.models import CapaianKompetensi, Pegawai

KOLOM = ("nip", "nama", "jabatan__nama", "unit_kerja__nama")
SEHALAMAN = 50  # rows of the staff list's page


def _tabel(baris):
    isi = "".join("<tr>" + "".join(f"<td>{n}" for n in b) for b in baris)
    return HttpResponse(f"<table>{isi}</table>")


def hidup(request):
    """Nothing but an answer."""
    return HttpResponse("ok")


def daftar(request):
    """One page of the list."""
    orang = Pegawai.objects.order_by("nama_urut", "pk").values_list(*KOLOM)
    return _tabel(orang[:SEHALAMAN])


def cari(request):
    """One page of people whose name contains the words."""
    orang = Pegawai.objects.filter(nama_urut__contains=request.GET["q"].lower())
    orang = orang.order_by("nama_urut", "pk").values_list(*KOLOM)
    return _tabel(orang[:SEHALAMAN])


def satu(request):
    """One row by its uid."""
    return _tabel(Pegawai.objects.filter(uid=request.GET["uid"]).values_list(*KOLOM))


def capaian(request):
    """The levels of one person."""
    nilai = CapaianKompetensi.objects.filter(pegawai__uid=request.GET["uid"])
    return _tabel(nilai.values_list("kompetensi__nama", "level", "level_standar"))


urlpatterns = [
    path("sehat/hidup", hidup),
    path("daftar", daftar),
    path("cari", cari),
    path("satu", satu),
    path("capaian", capaian),
]
