"""Posts over the API."""

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from pegawai.api.pegawai import RujukanSerializer
from pegawai.dasar.alat.api import DaftarApi, RinciApi
from pegawai.forms.jabatan import SaringJabatanForm
from pegawai.izin import boleh_membuka_organisasi
from pegawai.models import Jabatan, Jenjang
from pegawai.queries.jabatan import (
    SaringJabatan,
    daftar_jabatan,
    jabatan_untuk_rinci,
)

CONTOH = OpenApiExample(
    "Satu jabatan",
    value={
        "uid": "5c3a8f1e-2b7d-4a90-8f0e-6d1c2b3a4f50",
        "nama": "Kepala Seksi Kelahiran",
        "jenis": "STRUKTURAL",
        "jenjang": "PENGAWAS",
        "unit_kerja": {
            "uid": "3f0c1c52-7d0f-4b7e-9f55-0b6d7f1c2a10",
            "nama": "Bidang Pencatatan Sipil",
        },
        "kelas_jabatan": 9,
        "aktif": True,
    },
    response_only=True,
)


class JabatanSerializer(serializers.ModelSerializer):
    jenis = serializers.ChoiceField(Jenjang.Jenis.choices, allow_blank=True)
    jenjang = serializers.CharField(source="jenjang.kode", allow_null=True)
    unit_kerja = RujukanSerializer(allow_null=True)

    class Meta:
        model = Jabatan
        ref_name = "JabatanRinci"
        fields = (
            "uid",
            "nama",
            "jenis",
            "jenjang",
            "unit_kerja",
            "kelas_jabatan",
            "aktif",
        )
        read_only_fields = fields


class JabatanDaftarSerializer(JabatanSerializer):
    berstandar = serializers.BooleanField()
    jumlah_pemegang = serializers.IntegerField()

    class Meta(JabatanSerializer.Meta):
        ref_name = "JabatanDaftar"
        fields = (*JabatanSerializer.Meta.fields, "berstandar", "jumlah_pemegang")
        read_only_fields = fields


@extend_schema(
    parameters=[
        OpenApiParameter("cari", str, description="Kata dalam nama jabatan."),
        OpenApiParameter(
            "unit", str, description="uid unit; termasuk unit di bawahnya."
        ),
        OpenApiParameter(
            "jenjang", str, description="Kode jenjang, misalnya PENGAWAS."
        ),
        OpenApiParameter(
            "tanpa", str, enum=["jenjang", "standar", "pemegang", "tutup"]
        ),
    ]
)
class DaftarJabatan(DaftarApi):
    serializer_class = JabatanDaftarSerializer
    urutan = {"nama": ("nama_cari", "pk")}

    def boleh(self, pengguna):
        return boleh_membuka_organisasi(pengguna)

    def get_queryset(self):
        form = SaringJabatanForm(self.request.query_params)
        if not form.is_valid():
            raise ValidationError(form.errors)
        isi = {k: v for k, v in form.cleaned_data.items() if v}
        return daftar_jabatan(SaringJabatan(**isi)).select_related(
            "jenjang", "unit_kerja"
        )


@extend_schema(examples=[CONTOH])
class RinciJabatan(RinciApi):
    serializer_class = JabatanSerializer

    def boleh(self, pengguna):
        return boleh_membuka_organisasi(pengguna)

    def get_queryset(self):
        return jabatan_untuk_rinci()
