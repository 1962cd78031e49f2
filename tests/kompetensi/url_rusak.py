"""A URL configuration whose pages break."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

handler500 = "kompetensi.galat.galat_500"


@login_not_required
def rusak(request):
    raise RuntimeError("rusak")


urlpatterns = [
    path("rusak/", rusak, name="rusak"),
    path("api/v1/rusak/", rusak, name="api-rusak"),
]
