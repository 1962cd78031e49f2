"""The approval box: everything that waits for this account, oldest first."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kompetensi.persetujuan.queries import daftar_persetujuan


@require_safe
def persetujuan(request):
    """One list over plans, seats and assignments; each is decided on its own page."""
    daftar, lebih = daftar_persetujuan(request.user)
    return render(
        request, "persetujuan/daftar.html", {"daftar": daftar, "lebih": lebih}
    )
