"""The limit: bare Django views without middleware that read the same rows."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, Func, TextField
from django.http import HttpResponse
from django.urls import path

from pegawai.models import CapaianKompetensi, Pegawai
from pegawai.queries.kolom import BAWAAN, medan_dibaca

KOLOM = ("nip", "nama", "jabatan__nama", "unit_kerja__nama")
LENGKAP = medan_dibaca(BAWAAN)  # what a row of the staff list shows
SEHALAMAN = 50  # rows of the staff list's page
BARIS = (
    '<tr><td class="pilih"><input class="form-check-input" type="checkbox" name="pilih" '
    'value="{1}" aria-label="Pilih {3}"></td><th scope="row"><a href="/pegawai/{1}/">'
    '{5} {3}, {6}</a><span class="sub"><span class="utuh">{2}</span></span></th>'
    '<td data-label="Jabatan"><span>{7} <span class="sub">{8}</span></span></td>'
    '<td data-label="Jenjang">{9}</td><td data-label="Golongan">{10}</td>'
    '<td data-label="Status"><span>{11} <span class="sub">{13}</span></span></td></tr>'
)


def _tabel(baris):
    isi = "".join("<tr>" + "".join(f"<td>{n}" for n in b) for b in baris)
    return HttpResponse(f"<table>{isi}</table>")


def _halaman(orang):
    """The rows of one page of the list, as the product sends them, and nothing else."""
    baris = orang.order_by("nama_urut", "pk").values_list(*LENGKAP)[:SEHALAMAN]
    return HttpResponse("\n".join(BARIS.format(*b) for b in baris))


def hidup(request):
    """Nothing but an answer."""
    return HttpResponse("ok")


def daftar(request):
    """One page of the list."""
    return _halaman(Pegawai.objects.all())


def cari(request):
    """One page of people who bear that very name, by the index of words."""
    kata = Func(
        F("nama_urut"),
        function="kata_nama",
        output_field=ArrayField(TextField()),
    )
    orang = Pegawai.objects.alias(kata=kata)
    return _halaman(orang.filter(kata__overlap=[request.GET["q"].lower()]))


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
