"""Units over the API: a flat list with parent and OPD of each."""

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from pegawai.api.pegawai import RujukanSerializer
from pegawai.dasar.alat.api import DaftarApi, RinciApi
from pegawai.forms.organisasi import SaringUnitApiForm
from pegawai.izin import boleh_membuka_organisasi
from pegawai.models import UnitKerja
from pegawai.queries.daftar_unit import daftar_unit

CONTOH = OpenApiExample(
    "Satu bidang",
    value={
        "uid": "3f0c1c52-7d0f-4b7e-9f55-0b6d7f1c2a10",
        "nama": "Bidang Pencatatan Sipil",
        "singkatan": "",
        "kode": "",
        "jenis": "BIDANG",
        "induk": {
            "uid": "a2b1c3d4-0000-4000-8000-000000000001",
            "nama": "Dinas Kependudukan dan Pencatatan Sipil",
        },
        "opd": {
            "uid": "a2b1c3d4-0000-4000-8000-000000000001",
            "nama": "Dinas Kependudukan dan Pencatatan Sipil",
        },
        "berlaku_mulai": "2017-01-02",
        "berlaku_sampai": None,
    },
    response_only=True,
)


class UnitSerializer(serializers.ModelSerializer):
    induk = RujukanSerializer(allow_null=True)
    opd = RujukanSerializer(allow_null=True)

    class Meta:
        model = UnitKerja
        fields = (
            "uid",
            "nama",
            "singkatan",
            "kode",
            "jenis",
            "induk",
            "opd",
            "berlaku_mulai",
            "berlaku_sampai",
        )
        read_only_fields = fields


@extend_schema(
    parameters=[
        OpenApiParameter("cari", str, description="Kata dalam nama unit."),
        OpenApiParameter("jenis", str, enum=UnitKerja.Jenis.values),
        OpenApiParameter(
            "di_bawah", str, description="uid unit; hasilnya unit itu dan isinya."
        ),
    ],
)
class DaftarUnit(DaftarApi):
    serializer_class = UnitSerializer
    urutan = {"nama": ("nama_cari", "pk")}

    def boleh(self, pengguna):
        return boleh_membuka_organisasi(pengguna)

    def get_queryset(self):
        form = SaringUnitApiForm(self.request.query_params)
        if not form.is_valid():
            raise ValidationError(form.errors)
        return daftar_unit(**form.cleaned_data)


@extend_schema(examples=[CONTOH])
class RinciUnit(RinciApi):
    serializer_class = UnitSerializer

    def boleh(self, pengguna):
        return boleh_membuka_organisasi(pengguna)

    def get_queryset(self):
        return UnitKerja.objects.select_related("induk", "opd")
