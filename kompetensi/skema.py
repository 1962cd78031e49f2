"""The OpenAPI document, for signed-in staff."""

from drf_spectacular.views import SpectacularAPIView
from rest_framework.permissions import BasePermission, IsAuthenticated
from rest_framework.request import Request
from rest_framework.views import APIView

from pegawai.queries.peran import perlu_faktor_kedua


class HanyaPengelola(BasePermission):
    """Roles that see more than themselves and their team."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Staff, partners and organisers; a plain ASN has no use for it."""
        return perlu_faktor_kedua(request.user)


skema = SpectacularAPIView.as_view(permission_classes=[IsAuthenticated, HanyaPengelola])
