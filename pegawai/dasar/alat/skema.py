"""How our keyset lists read in the OpenAPI schema."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
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


class SkemaApi(AutoSchema):
    """A list is a list, also without DRF's own paging."""

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
