"""Bases of the API's views: keyset lists, and tokens that may only read."""

from django.utils.decorators import method_decorator
from django.views.decorators.http import conditional_page
from rest_framework.exceptions import ValidationError
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import SAFE_METHODS, BasePermission, IsAuthenticated
from rest_framework.response import Response

from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib

UKURAN_TERBESAR = 100


class LingkupToken(BasePermission):
    """A token made for reading cannot write; sessions are not limited by it."""

    def has_permission(self, request, view):
        lingkup = getattr(request.auth, "lingkup", "TULIS")
        return request.method in SAFE_METHODS or lingkup == "TULIS"


@method_decorator(conditional_page, name="dispatch")
class PandanganApi(GenericAPIView):
    """Base of all API views: `boleh(pengguna)` opens the kind of thing, else 403.

    A view that says nothing is closed to everybody.

    A good answer to GET has an ETag of its content; `If-None-Match` gets 304. The content
    differs per account, so it is never reused without asking here first.
    """

    permission_classes = [IsAuthenticated, LingkupToken]
    lookup_field = "uid"

    def boleh(self, pengguna):
        return False

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        wajib(self.boleh(request.user))

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        response.setdefault("Cache-Control", "private, no-cache")
        return response

    def setelah_dibaca(self, baris):
        """Hook: these rows go into the answer."""


class DaftarApi(PandanganApi):
    """A keyset list: `{"hasil": [...], "berikutnya": url, "sebelumnya": url}`.

    `get_queryset` returns an ordered list for `self.request.user`; `?ukuran=` up to 100.
    `urutan` maps a word of `?urut=` (with `-` for the other way) to its keys.
    """

    urutan: dict[str, tuple[str, ...]] = {}

    def get(self, request, *args, **kwargs):
        halaman = self.halaman()
        self.setelah_dibaca(halaman.baris)
        alamat = request.build_absolute_uri(request.path)
        return Response(
            {
                "hasil": self.get_serializer(halaman.baris, many=True).data,
                "berikutnya": _tautan(alamat, halaman.berikutnya),
                "sebelumnya": _tautan(alamat, halaman.sebelumnya),
            }
        )

    def halaman(self):
        """Read one page of rows."""
        return HalamanKunci(
            self._berurut(), self.request.query_params, ukuran=self._ukuran()
        )

    def _berurut(self):
        daftar = self.get_queryset()
        urut = self.request.query_params.get("urut", "")
        if not self.urutan or not urut:
            return daftar
        kunci = self.urutan.get(urut.removeprefix("-"))
        if kunci is None:
            boleh = ", ".join(k for nama in self.urutan for k in (nama, f"-{nama}"))
            raise ValidationError({"urut": [f"Pilih salah satu: {boleh}."]})
        tanda = "-" if urut.startswith("-") else ""
        return daftar.order_by(*(f"{tanda}{k}" for k in kunci))

    def _ukuran(self):
        teks = self.request.query_params.get("ukuran", "")
        angka = int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 6 else 50
        return max(1, min(UKURAN_TERBESAR, angka))


class RinciApi(PandanganApi):
    """One visible thing by `uid`; out of scope and unknown are the same 404."""

    def get(self, request, *args, **kwargs):
        objek = self.get_object()
        self.setelah_dibaca([objek])
        return Response(self.get_serializer(objek).data)


def _tautan(alamat, kueri):
    return f"{alamat}?{kueri}" if kueri else None
