"""Middleware: request id, headers, history context, second factor, forms sent once."""

import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pghistory
from allauth.account.middleware import AccountMiddleware
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.db import DatabaseError, transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.services.kirim import catat_jawaban, lepas_kunci, pakai_kunci
from pegawai.dasar.services.masuk import ganti_kunci_sesi
from pegawai.queries.peran import SIDIK_HAK, hak_akun, perlu_faktor_kedua
from pegawai.services.berlaku import berlakukan_jatuh_tempo
from pegawai.services.penangguhan import tangguhkan_peran

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


class BerlakukanHari:
    """What waits for a day holds from its first second on (AK-6), with no worker too.

    The beat does the same each minute; between 00.00.00 and its next turn the first
    request of the day does it, once a process.
    """

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response
        self.hari: date | None = None

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Apply, then answer; a database that is away is somebody else's news."""
        hari = hari_ini()
        if settings.BERLAKUKAN_DI_PERMINTAAN and self.hari != hari:
            with suppress(DatabaseError):
                berlakukan_jatuh_tempo()
                tangguhkan_peran(sekarang=timezone.now())
                self.hari = hari
        return self.get_response(request)


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


class PutarSesi:
    """A session whose account's rights have changed gets a new id (KEAMANAN B.3-29)."""

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Compare what this request read anyway with what the session was opened with."""
        jawaban = self.get_response(request)
        # The rights hang on the request's lazy account; looking there reads nothing.
        if "_hak" in getattr(request.user, "__dict__", ()):
            self._bandingkan(request, hak_akun(request.user).sidik)
        return jawaban

    @staticmethod
    def _bandingkan(request: HttpRequest, sidik: str) -> None:
        if request.session.get(SIDIK_HAK, sidik) == sidik:
            return
        lama = request.session.session_key
        request.session.cycle_key()
        request.session[SIDIK_HAK] = sidik
        ganti_kunci_sesi(lama=lama, baru=request.session.session_key)


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
        self.masuk_lagi = AccountMiddleware(get_response).process_exception

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
        try:
            return self._jawab(request, view, args, kwargs, kunci)
        except ReauthenticationRequired as galat:
            # Out of reach of allauth's own hook, for the view runs here; the form is kept
            # and sent again after the sign-in.
            return self.masuk_lagi(request, galat)

    @staticmethod
    def _jawab(
        request: HttpRequest,
        view: Callable,
        args: tuple,
        kwargs: dict,
        kunci: uuid.UUID,
    ) -> HttpResponseBase:
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
