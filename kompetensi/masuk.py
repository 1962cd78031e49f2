"""Sign-in: NIP, e-mail or account name; delays per account; sign-up closed; tokens."""

import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
)
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateKodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from pegawai.dasar.alat.nama_akun import kunci_hambatan, rapikan_nama_akun
from pegawai.dasar.models.pengguna import Pengguna, TokenApi
from pegawai.dasar.queries.masuk import token_dari_sidik
from pegawai.dasar.services.masuk import (
    bebaskan_masuk,
    catat_gagal_masuk,
    jeda_masuk,
)
from pegawai.queries.peran import SIDIK_HAK, hak_akun, telah_selesai

KATA_SETEMPAT = (
    "kupang",
    "bkpsdm",
    "bkppd",
    "nusatenggara",
    "katasandi",
    "rahasia",
    "indonesia",
    "garuda",
    "merdeka",
)
TIDAK_COCOK = "NIP atau kata sandi tidak cocok."
SURAT_SALAH = "Tulis alamat surel lengkap, misalnya nama@contoh.go.id."
SALAH_ISI = {
    "oldpassword": "Isi kata sandi sekarang.",
    "password": "Isi kata sandi.",
    "password1": "Isi kata sandi baru.",
    "password2": "Ulangi kata sandi baru.",
    "email": "Isi alamat surel.",
    "code": "Isi kode.",
}


# As the pages name them, so that the summary of errors does too.
LABEL = {
    "oldpassword": "Kata sandi sekarang",
    "password": "Kata sandi",
    "password1": "Kata sandi baru",
    "password2": "Ulangi kata sandi baru",
    "email": "Alamat surel",
    "code": "Kode",
}


class KataSetempat:
    """Refuse a password that is little more than a word of the city or a run of digits."""

    def validate(self, password: str, user: Pengguna | None = None) -> None:
        """Raise when local words and the NIP make up most of the password."""
        sisa = password.lower()
        for kata in (*KATA_SETEMPAT, getattr(user, "nama_akun", "") or "-"):
            sisa = sisa.replace(kata.lower(), "")
        if len(set(sisa)) < 5:
            raise ValidationError(
                "Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak "
                "berhubungan dengan kantor atau diri Anda.",
                code="kata_setempat",
            )

    def get_help_text(self) -> str:
        """One sentence for the form."""
        return "Jangan memakai nama kota, kantor, atau NIP."


class FormulirMasuk(LoginForm):
    """One field for NIP, e-mail or account name; one message for every cause."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label="NIP atau alamat surel",
            max_length=254,
            error_messages={"required": "Isi NIP atau alamat surel."},
        )
        self.fields["password"].label = "Kata sandi"
        self.fields["password"].max_length = 4096
        self.fields["password"].error_messages["required"] = "Isi kata sandi."
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        """Accept a NIP with spaces."""
        return rapikan_nama_akun(self.cleaned_data["login"])


class BidangTersebut(forms.Form):
    """allauth's forms name the field that was left empty, as ours do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, bidang in self.fields.items():
            if nama in SALAH_ISI:
                bidang.error_messages["required"] = SALAH_ISI[nama]
                bidang.label = LABEL[nama]
            if isinstance(bidang, forms.EmailField):
                bidang.error_messages["invalid"] = SURAT_SALAH
                bidang.validators = [EmailValidator(SURAT_SALAH)]


class FormulirUbahSandi(BidangTersebut, ChangePasswordForm):
    """The old password and the new one twice."""


class FormulirLupaSandi(BidangTersebut, ResetPasswordForm):
    """The address the link goes to."""


class FormulirSandiBaru(BidangTersebut, ResetPasswordKeyForm):
    """A new password, from the link."""


class FormulirPastikan(BidangTersebut, ReauthenticateForm):
    """The password once more before an act that matters."""


class FormulirKode(BidangTersebut, AuthenticateForm):
    """The second factor's code at sign-in."""


class FormulirPastikanKode(BidangTersebut, ReauthenticateKodeForm):
    """The second factor's code before an act that matters."""


class FormulirPasangKode(BidangTersebut, ActivateTOTPForm):
    """The first code of a new authenticator."""


class PengaturAkun(DefaultAccountAdapter):
    """allauth's hooks: closed sign-up, growing delay per account and address."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": TIDAK_COCOK,
        "username_password_mismatch": TIDAK_COCOK,
        "invalid_login": TIDAK_COCOK,
        "account_inactive": TIDAK_COCOK,
        "enter_current_password": "Kata sandi sekarang tidak cocok.",
        "too_many_login_attempts": "Terlalu banyak percobaan. Coba lagi dalam 5 menit "
        "atau hubungi pengelola kepegawaian OPD Anda.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts come from the registry or by invitation only."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Address of the client; a unix socket has none and is one place."""
        return request.META.get("REMOTE_ADDR") or "lokal"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse while the delay of this account from this address runs."""
        if jeda_masuk(kunci=self._kunci(request, credentials), pada=timezone.now()):
            raise self.validation_error("too_many_login_attempts")
        super().pre_authenticate(request, **credentials)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the failure; from the sixth on the delay doubles up to five minutes."""
        catat_gagal_masuk(kunci=self._kunci(request, credentials), pada=timezone.now())

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Pengguna | None:
        """Forget the failures after a right password."""
        pengguna = super().authenticate(request, **credentials)
        if pengguna is not None:
            bebaskan_masuk(kunci=self._kunci(request, credentials))
        return pengguna

    def pre_login(
        self, request: HttpRequest, user: Pengguna, **lain: Any
    ) -> HttpResponse | None:
        """Whoever has left the city does not come in, also with an account left open."""
        if telah_selesai(user):
            user.is_active = False  # answered, not stored: closing is the status' act
        return super().pre_login(request, user, **lain)

    def _kunci(self, request: HttpRequest, credentials: dict[str, Any]) -> str:
        nama = credentials.get("username") or credentials.get("email") or ""
        return kunci_hambatan(nama, self.get_client_ip(request))


class PemeriksaAkun(AuthenticationBackend):
    """allauth's, with a plain statement for the account that each request reads."""

    def get_user(self, user_id: int) -> Pengguna | None:
        """The account of a session, unless it was switched off."""
        pengguna = Pengguna.objects.menurut_kunci(user_id)
        return pengguna if self.user_can_authenticate(pengguna) else None


class PengaturFaktorKedua(DefaultMFAAdapter):
    """allauth.mfa's hooks."""

    def get_totp_label(self, user: Pengguna) -> str:
        """What the authenticator app shows."""
        return user.nama_akun


class MasukToken(BaseAuthentication):
    """`Authorization: Bearer kpg_...`; only the hash of the token is stored."""

    def authenticate(self, request: Request) -> tuple[Pengguna, TokenApi] | None:
        """Account and token, None without a header, 401 for an unusable token."""
        bagian = get_authorization_header(request).decode("latin-1").split()
        if not bagian or bagian[0].lower() != "bearer":
            return None
        if len(bagian) != 2 or not bagian[1].startswith("kpg_"):
            raise AuthenticationFailed("Token tidak sah.")
        sidik = hashlib.sha256(bagian[1].encode()).hexdigest()
        token = token_dari_sidik(sidik)
        if token is None:
            raise AuthenticationFailed("Token tidak sah.")
        return token.pengguna, token

    def authenticate_header(self, request: Request) -> str:
        """Makes an unauthenticated answer a 401."""
        return "Bearer"


def catat_hak(request: HttpRequest, user: Pengguna, **_: Any) -> None:
    """At sign-in: remember the rights, so that a later change gives a new session id."""
    request.session[SIDIK_HAK] = hak_akun(user).sidik
    user.__dict__.pop("_hak", None)
