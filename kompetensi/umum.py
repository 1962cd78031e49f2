"""Pages for everybody, signed in or not: help, privacy notice, accessibility."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def bantuan(request: HttpRequest) -> HttpResponse:
    """Whom to ask, and the questions asked most."""
    return render(request, "umum/bantuan.html")


@login_not_required
@require_safe
def privasi(request: HttpRequest) -> HttpResponse:
    """The privacy notice (UU 27/2022 Pasal 21)."""
    return render(request, "umum/privasi.html")


@login_not_required
@require_safe
def aksesibilitas(request: HttpRequest) -> HttpResponse:
    """What works with which aids, and where to report what does not."""
    return render(request, "umum/aksesibilitas.html")
