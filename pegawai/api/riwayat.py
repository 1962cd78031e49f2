"""What a person has been over time: numbers, posts, grades, education, standing."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers

from pegawai.api.jejak import CatatJejak
from pegawai.api.pegawai import RujukanSerializer
from pegawai.dasar.alat.api import RinciApi
from pegawai.izin import boleh_membuka_pegawai
from pegawai.queries.pegawai import pegawai_untuk_lembar
from pegawai.queries.riwayat_lengkap import riwayat_lengkap

CONTOH = OpenApiExample(
    "Satu orang",
    value={
        "uid": "7d0f4b7e-9f55-4b6d-8f1c-2a103f0c1c52",
        "nomor": [
            {
                "nomor": "199203152023212005",
                "berlaku_mulai": "2023-03-01",
                "berlaku_sampai": None,
            }
        ],
        "jabatan": [
            {
                "jabatan": {
                    "uid": "5c3a8f1e-2b7d-4a90-8f0e-6d1c2b3a4f50",
                    "nama": "Kepala Seksi Kelahiran",
                },
                "unit_kerja": None,
                "jenis": "UTAMA",
                "tmt": "2024-01-02",
                "sampai": None,
                "nomor_sk": "800/7/2024",
            }
        ],
        "golongan": [{"golongan": "III/c", "tmt": "2023-04-01", "nomor_sk": ""}],
        "pendidikan": [{"tingkat": "S-1", "jurusan": "Hukum", "tahun_lulus": 2014}],
        "kedudukan": [{"kedudukan_hukum": "AKTIF", "tmt": "2015-03-01"}],
    },
    response_only=True,
)


class NomorSerializer(serializers.Serializer):
    nomor = serializers.CharField()
    berlaku_mulai = serializers.DateField(allow_null=True)
    berlaku_sampai = serializers.DateField(allow_null=True)


class RiwayatJabatanSerializer(serializers.Serializer):
    jabatan = RujukanSerializer()
    unit_kerja = RujukanSerializer(allow_null=True)
    jenis = serializers.CharField()
    tmt = serializers.DateField()
    sampai = serializers.DateField(allow_null=True)
    nomor_sk = serializers.CharField()


class RiwayatGolonganSerializer(serializers.Serializer):
    golongan = serializers.CharField(source="golongan.kode")
    tmt = serializers.DateField()
    nomor_sk = serializers.CharField()


class RiwayatPendidikanSerializer(serializers.Serializer):
    tingkat = serializers.CharField(source="tingkat_pendidikan.nama")
    jurusan = serializers.CharField()
    tahun_lulus = serializers.IntegerField(allow_null=True)


class RiwayatKedudukanSerializer(serializers.Serializer):
    kedudukan_hukum = serializers.CharField()
    tmt = serializers.DateField()


class RiwayatSerializer(serializers.Serializer):
    """One person, every history; the latest first."""

    uid = serializers.UUIDField()
    nomor = NomorSerializer(many=True)
    jabatan = RiwayatJabatanSerializer(many=True)
    golongan = RiwayatGolonganSerializer(many=True)
    pendidikan = RiwayatPendidikanSerializer(many=True)
    kedudukan = RiwayatKedudukanSerializer(many=True)

    def to_representation(self, instance):
        return super().to_representation(riwayat_lengkap(instance))


@extend_schema(examples=[CONTOH])
class RiwayatPegawai(CatatJejak, RinciApi):
    medan_pegawai = "pk"
    serializer_class = RiwayatSerializer

    def boleh(self, pengguna):
        return boleh_membuka_pegawai(pengguna)

    def get_queryset(self):
        return pegawai_untuk_lembar(self.request.user)
