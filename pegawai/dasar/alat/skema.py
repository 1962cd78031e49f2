"""How our keyset lists read in the OpenAPI schema."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiResponse
from rest_framework import serializers
from rest_framework.views import APIView

from pegawai.dasar.alat.api import UKURAN_TERBESAR, DaftarApi


class HalamanSkema:
    """What drf-spectacular asks a paginator, for lists that page by key."""

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        """The size of a page; links to other pages come with the answer."""
        ukuran = {"type": "integer", "minimum": 1, "maximum": UKURAN_TERBESAR}
        hasil: list[dict[str, Any]] = [
            {"name": "ukuran", "in": "query", "schema": ukuran}
        ]
        urutan = getattr(view, "urutan", {})
        if urutan:
            pilihan = [k for nama in urutan for k in (nama, f"-{nama}")]
            hasil.append(
                {
                    "name": "urut",
                    "in": "query",
                    "schema": {"type": "string", "enum": pilihan},
                }
            )
        return hasil

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The envelope of DaftarApi."""
        tautan = {"type": "string", "format": "uri", "nullable": True}
        return {
            "type": "object",
            "required": ["hasil", "berikutnya", "sebelumnya"],
            "properties": {
                "hasil": schema,
                "berikutnya": tautan,
                "sebelumnya": tautan,
            },
        }


class GalatSerializer(serializers.Serializer):
    """A refusal: a short code for programs, a sentence for people."""

    kode = serializers.CharField()
    pesan = serializers.CharField()
    rinci = serializers.DictField(
        required=False, help_text="Bila bentuknya keliru (400): medan dan sebabnya."
    )


class SkemaApi(AutoSchema):
    """A list is a list, also without DRF's own paging; refusals are part of the answer."""

    def _get_response_bodies(self, direction: Any = "response") -> dict[str, Any]:
        isi = super()._get_response_bodies(direction)
        for kode, arti in self._penolakan().items():
            janji = OpenApiResponse(GalatSerializer, description=arti)
            isi[kode] = self._get_response_for_code(janji, kode, direction=direction)
        if self.method == "GET":
            isi["304"] = {"description": "Isinya masih seperti `If-None-Match`."}
        return isi

    def _penolakan(self) -> dict[str, str]:
        """Status and meaning of what `galat_api.tangani` answers here."""
        hasil = {
            "401": "Tanpa token yang sah.",
            "403": "Akun ini tidak berhak.",
        }
        if not isinstance(self.view, DaftarApi) or self.path.count("{"):
            hasil["404"] = "Tidak ada, atau di luar lingkup akun ini."
        if isinstance(self.view, DaftarApi):
            hasil["400"] = "Saringan atau isian keliru."
        if self.method != "GET":
            hasil["409"] = (
                "Aturan menolaknya; `pesan` mengatakan apa yang dapat dilakukan."
            )
        return dict(sorted(hasil.items()))

    def _is_list_view(self, serializer: Any = None) -> bool:
        if isinstance(self.view, DaftarApi):
            return True
        return super()._is_list_view(serializer)

    def _get_paginator(self) -> Any:
        if isinstance(self.view, DaftarApi):
            return HalamanSkema()
        return super()._get_paginator()


class SkemaToken(OpenApiAuthenticationExtension):
    """Tells the schema about our tokens."""

    target_class = "kompetensi.masuk.MasukToken"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        """A bearer token."""
        return {"type": "http", "scheme": "bearer"}
