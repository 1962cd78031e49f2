"""Dictionaries and their editions over the API: who owns them, what each edition says."""

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
from pegawai.forms.kamus import SaringEdisiForm
from pegawai.izin import boleh_membuka_standar
from pegawai.models import EdisiKamus, KamusKompetensi
from pegawai.queries.kamus import daftar_kamus, edisi_terlihat, semua_edisi

CONTOH = OpenApiExample(
    "Satu edisi",
    value={
        "uid": "1f0e9d8c-7b6a-4c5d-8e4f-3a2b1c0d9e8f",
        "kamus": {
            "uid": "8a7b6c5d-4e3f-4a1b-9c0d-1e2f3a4b5c6d",
            "nama": "Kamus teknis Kota Kupang",
            "kode": "KUPANG-TEKNIS",
        },
        "edisi": "Edisi 2026",
        "nomor_keputusan": "800.1.4/1/KEP/HK/2026",
        "tanggal_keputusan": "2026-01-02",
        "berlaku_mulai": "2026-01-02",
        "status": "TERBIT",
        "diterbitkan_pada": "2026-01-02T12:00:00+08:00",
        "isi": [
            {
                "kode": "T.01",
                "nama": "Administrasi Kependudukan",
                "jenis": "TEKNIS",
                "definisi": "Menata data penduduk menurut peraturan.",
                "terkait": [],
                "level": [
                    {
                        "level": 1,
                        "uraian": "Memahami istilah dan alur kerja.",
                        "indikator_perilaku": "Menjelaskan syarat layanan",
                    }
                ],
            }
        ],
    },
    response_only=True,
)


class KamusSerializer(serializers.ModelSerializer):
    unit_kerja = RujukanSerializer(allow_null=True)
    jumlah_kompetensi = serializers.IntegerField(source="jumlah")

    class Meta:
        model = KamusKompetensi
        fields = (
            "uid",
            "nama",
            "kode",
            "unit_kerja",
            "instansi",
            "urusan",
            "jumlah_kompetensi",
        )
        read_only_fields = fields


class KamusRujukanSerializer(RujukanSerializer):
    kode = serializers.CharField()


class EdisiSerializer(serializers.ModelSerializer):
    kamus = KamusRujukanSerializer()

    class Meta:
        model = EdisiKamus
        fields = (
            "uid",
            "kamus",
            "edisi",
            "nomor_keputusan",
            "tanggal_keputusan",
            "berlaku_mulai",
            "status",
            "diterbitkan_pada",
        )
        read_only_fields = fields


class TingkatSerializer(serializers.Serializer):
    level = serializers.IntegerField()
    uraian = serializers.CharField()
    indikator_perilaku = serializers.CharField()


class RumusanSerializer(serializers.Serializer):
    kode = serializers.CharField()
    nama = serializers.CharField()
    jenis = serializers.CharField()
    definisi = serializers.CharField()
    terkait = serializers.ListField(child=serializers.CharField(), default=list)
    level = serializers.SerializerMethodField()

    @extend_schema_field(TingkatSerializer(many=True))
    def get_level(self, butir):
        return [
            {
                "level": int(tingkat),
                "uraian": isi["uraian"],
                "indikator_perilaku": isi["indikator"],
            }
            for tingkat, isi in sorted(butir["level"].items())
        ]


class EdisiRinciSerializer(EdisiSerializer):
    isi = RumusanSerializer(many=True)

    class Meta(EdisiSerializer.Meta):
        fields = (*EdisiSerializer.Meta.fields, "isi")
        read_only_fields = fields


class DaftarKamus(DaftarApi):
    serializer_class = KamusSerializer
    urutan = {"nama": ("nama", "pk")}

    def boleh(self, pengguna):
        return boleh_membuka_standar(pengguna)

    def get_queryset(self):
        return daftar_kamus()


class RinciKamus(RinciApi):
    serializer_class = KamusSerializer

    def boleh(self, pengguna):
        return boleh_membuka_standar(pengguna)

    def get_queryset(self):
        return daftar_kamus()


@extend_schema(
    parameters=[
        OpenApiParameter("kamus", str, description="uid kamus."),
        OpenApiParameter("status", str, enum=EdisiKamus.Status.values),
    ]
)
class DaftarEdisi(DaftarApi):
    serializer_class = EdisiSerializer
    urutan = {"berlaku_mulai": ("berlaku_mulai", "pk")}

    def boleh(self, pengguna):
        return boleh_membuka_standar(pengguna)

    def get_queryset(self):
        form = SaringEdisiForm(self.request.query_params)
        if not form.is_valid():
            raise ValidationError(form.errors)
        return semua_edisi(self.request.user, **form.cleaned_data)


@extend_schema(examples=[CONTOH])
class RinciEdisi(RinciApi):
    serializer_class = EdisiRinciSerializer

    def boleh(self, pengguna):
        return boleh_membuka_standar(pengguna)

    def get_queryset(self):
        return edisi_terlihat(self.request.user)
