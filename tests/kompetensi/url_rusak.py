"""A URL configuration whose only page breaks."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

handler500 = "kompetensi.sehat.galat_500"


@login_not_required
def rusak(request):
    raise RuntimeError("rusak")


urlpatterns = [path("rusak/", rusak, name="rusak")]
