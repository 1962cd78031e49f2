"""Standards of posts over the API: editions, and the level of each competency."""

from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiParameter,
    extend_schema,
    extend_schema_field,
)
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from pegawai.api.pegawai import RujukanSerializer
from pegawai.dasar.alat.api import DaftarApi, RinciApi
from pegawai.forms.standar import SaringStandarForm
from pegawai.izin import boleh_membuka_standar
from pegawai.models import StandarButir, StandarKompetensi, StandarSyarat
from pegawai.queries.standar import (
    butir_standar,
    daftar_standar,
    standar_untuk_rinci,
    syarat_standar,
)

CONTOH = OpenApiExample(
    "Satu edisi",
    value={
        "uid": "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d",
        "jabatan": {
            "uid": "5c3a8f1e-2b7d-4a90-8f0e-6d1c2b3a4f50",
            "nama": "Kepala Seksi Kelahiran",
        },
        "jenjang": None,
        "edisi": "2026",
        "nomor_keputusan": "800/12/2026",
        "tanggal_keputusan": "2026-01-05",
        "berlaku_mulai": "2026-02-01",
        "berlaku_sampai": None,
        "status": "TERBIT",
        "kelompok_jabatan": "Manajerial",
        "urusan": "",
        "kode_jabatan": "",
        "ikhtisar": "Memimpin pencatatan kelahiran.",
        "golongan_minimum": "III/c",
        "pendidikan_minimum": "S-1/Sarjana",
        "bidang_pendidikan": "Administrasi publik",
        "indikator_kinerja": "Akta terbit tepat waktu",
        "butir": [
            {
                "kompetensi": {
                    "uid": "0b6d7f1c-2a10-4b7e-9f55-3f0c1c527d0f",
                    "kode": "M.01",
                    "nama": "Integritas",
                    "jenis": "MANAJERIAL",
                },
                "level": 3,
            }
        ],
        "syarat": [
            {
                "jenis": "PELATIHAN_MANAJERIAL",
                "uraian": "Pelatihan kepemimpinan pengawas",
                "tanda": "MUTLAK",
            }
        ],
    },
    response_only=True,
)


class StandarSerializer(serializers.ModelSerializer):
    jabatan = RujukanSerializer(allow_null=True)
    jenjang = serializers.CharField(source="jenjang.kode", allow_null=True)

    class Meta:
        model = StandarKompetensi
        fields = (
            "uid",
            "jabatan",
            "jenjang",
            "edisi",
            "nomor_keputusan",
            "tanggal_keputusan",
            "berlaku_mulai",
            "berlaku_sampai",
            "status",
        )
        read_only_fields = fields


class KompetensiRujukanSerializer(RujukanSerializer):
    kode = serializers.CharField()
    jenis = serializers.CharField()


class ButirSerializer(serializers.ModelSerializer):
    kompetensi = KompetensiRujukanSerializer()

    class Meta:
        model = StandarButir
        ref_name = "StandarButir"
        fields = ("kompetensi", "level")
        read_only_fields = fields


class SyaratSerializer(serializers.ModelSerializer):
    class Meta:
        model = StandarSyarat
        fields = ("jenis", "uraian", "tanda")
        read_only_fields = fields


class StandarRinciSerializer(StandarSerializer):
    """The whole document of DOMAIN 2.4."""

    golongan_minimum = serializers.CharField(
        source="golongan_minimum.kode", allow_null=True
    )
    pendidikan_minimum = serializers.CharField(
        source="pendidikan_minimum.nama", allow_null=True
    )
    butir = serializers.SerializerMethodField()
    syarat = serializers.SerializerMethodField()

    class Meta(StandarSerializer.Meta):
        fields = (
            *StandarSerializer.Meta.fields,
            "kelompok_jabatan",
            "urusan",
            "kode_jabatan",
            "ikhtisar",
            "golongan_minimum",
            "pendidikan_minimum",
            "bidang_pendidikan",
            "indikator_kinerja",
            "butir",
            "syarat",
        )
        read_only_fields = fields

    @extend_schema_field(ButirSerializer(many=True))
    def get_butir(self, standar):
        return ButirSerializer(butir_standar(standar), many=True).data

    @extend_schema_field(SyaratSerializer(many=True))
    def get_syarat(self, standar):
        return SyaratSerializer(syarat_standar(standar), many=True).data


@extend_schema(
    parameters=[
        OpenApiParameter("cari", str, description="Kata dalam nama jabatan."),
        OpenApiParameter("untuk", str, enum=["jabatan", "jenjang"]),
        OpenApiParameter("status", str, enum=StandarKompetensi.Status.values),
    ]
)
class DaftarStandar(DaftarApi):
    serializer_class = StandarSerializer
    urutan = {"berlaku_mulai": ("berlaku_mulai", "pk")}

    def boleh(self, pengguna):
        return boleh_membuka_standar(pengguna)

    def get_queryset(self):
        form = SaringStandarForm(self.request.query_params)
        if not form.is_valid():
            raise ValidationError(form.errors)
        return daftar_standar(self.request.user, **form.saring)


@extend_schema(examples=[CONTOH])
class RinciStandar(RinciApi):
    serializer_class = StandarRinciSerializer

    def boleh(self, pengguna):
        return boleh_membuka_standar(pengguna)

    def get_queryset(self):
        return standar_untuk_rinci(self.request.user).select_related(
            "golongan_minimum", "pendidikan_minimum"
        )
