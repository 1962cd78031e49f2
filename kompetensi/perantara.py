"""Middleware: request id, headers, history context, second factor, forms sent once."""

import uuid
from collections.abc import Callable
from typing import Any

import pghistory
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.shortcuts import redirect
from django.urls import reverse

from pegawai.dasar.services.kirim import catat_jawaban, lepas_kunci, pakai_kunci
from pegawai.queries.peran import perlu_faktor_kedua

Jawab = Callable[[HttpRequest], HttpResponse]
IZIN_PERAMBAN = (
    "accelerometer=(), camera=(self), geolocation=(), gyroscope=(), magnetometer=(), "
    "microphone=(), payment=(), usb=()"
)


class NomorPermintaan:
    """Give each request a number that error pages and logs can name."""

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Number in, header out."""
        request.nomor = uuid.uuid4().hex[:12].upper()  # type: ignore[attr-defined]
        jawaban = self.get_response(request)
        jawaban["X-Nomor-Permintaan"] = request.nomor  # type: ignore[attr-defined]
        return jawaban


class KepalaAman:
    """Headers of every answer that Django's own middleware does not set."""

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Permissions-Policy and CORP always; no-store on pages of an account."""
        jawaban = self.get_response(request)
        jawaban.setdefault("Permissions-Policy", IZIN_PERAMBAN)
        jawaban.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        pengguna = getattr(request, "user", None)
        if pengguna is not None and pengguna.is_authenticated:
            jawaban.setdefault("Cache-Control", "no-store, private")
        elif not request.path.startswith(settings.STATIC_URL):
            jawaban.setdefault("Cache-Control", "no-cache")
        return jawaban


class WajibFaktorKedua:
    """Roles that see more than themselves and their team need a second factor."""

    BOLEH = ("/akun/", "/sehat/", "/static/", "/csp/")

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Send to the enrolment page until there is one."""
        if (
            settings.WAJIB_FAKTOR_KEDUA
            and request.user.is_authenticated
            and not request.path.startswith(self.BOLEH)
            and not is_mfa_enabled(request.user)
            and perlu_faktor_kedua(request.user)
        ):
            messages.info(
                request,
                "Peran Anda memerlukan faktor kedua. Pasang aplikasi autentikator atau "
                "kunci sandi untuk melanjutkan.",
            )
            return redirect("mfa_index")
        return self.get_response(request)


class KonteksRiwayat:
    """Open the history context of an unsafe request: account, path, request number."""

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Only what can write needs a context."""
        if request.method in {"GET", "HEAD", "OPTIONS"}:
            return self.get_response(request)
        pengguna = request.user.pk if request.user.is_authenticated else None
        with pghistory.context(
            pengguna=pengguna,
            url=request.path,
            nomor=request.nomor,  # type: ignore[attr-defined]
        ):
            return self.get_response(request)


class SekaliKirim:
    """A form carries `kunci_kirim`; sent twice, it is acted on once.

    Key and act share one transaction. Only a redirect counts as accepted: any other
    answer (a form with errors) gives the key back with everything else.
    """

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing to do around the view; see process_view."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Run the view inside the key's transaction."""
        if request.method != "POST" or not request.user.is_authenticated:
            return None
        if request.path.startswith(("/akun/", "/api/")):
            return None
        try:
            kunci = uuid.UUID(request.POST.get("kunci_kirim", ""))
        except ValueError:
            return None
        with transaction.atomic():
            lama = pakai_kunci(kunci=kunci, jalur=request.path, oleh=request.user)
            if lama is not None:
                messages.info(request, "Isian ini sudah kami terima sebelumnya.")
                return HttpResponseRedirect(lama or reverse("beranda"))
            jawaban = view(request, *args, **kwargs)
            if jawaban.status_code == 302:
                catat_jawaban(kunci=kunci, jawaban=jawaban["Location"])
            else:
                lepas_kunci()
        return jawaban
