"""The start page: what must I do now."""

from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def beranda(request):
    """Start page of the signed-in account."""
    return render(request, "beranda/beranda.html")
