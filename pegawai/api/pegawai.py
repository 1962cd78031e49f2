"""People over the API: the same scope and filters as the pages."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from pegawai.api.jejak import CatatJejak
from pegawai.dasar.alat.api import DaftarApi, RinciApi
from pegawai.dasar.alat.batas import BATAS_CARI, batas_waktu
from pegawai.forms.pegawai import SaringPegawaiForm
from pegawai.izin import (
    boleh_melihat_daftar_pegawai,
    boleh_melihat_data_pribadi,
    boleh_membuka_pegawai,
)
from pegawai.models import Pegawai
from pegawai.queries.pegawai import daftar_pegawai, pegawai_untuk_lembar

# KEAMANAN C.4 class F2: only oneself, the unit's carer, the analyst.
PRIBADI = ("tanggal_lahir", "jenis_kelamin", "surel_dinas")


class RujukanSerializer(serializers.Serializer):
    uid = serializers.UUIDField()
    nama = serializers.CharField()


class JabatanSerializer(RujukanSerializer):
    jenjang = serializers.CharField(source="jenjang.kode", allow_null=True)


class PegawaiSerializer(serializers.ModelSerializer):
    """Class F1 for everybody who sees the person, F2 for a few."""

    golongan = serializers.CharField(source="golongan.kode", allow_null=True)
    jabatan = JabatanSerializer(allow_null=True)
    unit_kerja = RujukanSerializer(allow_null=True)
    atasan = RujukanSerializer(allow_null=True)
    tanggal_lahir = serializers.DateField(required=False)
    jenis_kelamin = serializers.ChoiceField(Pegawai.Kelamin.choices, required=False)
    surel_dinas = serializers.CharField(
        required=False, help_text="Kosong bila tak ada."
    )

    class Meta:
        model = Pegawai
        fields = (
            "uid",
            "nip",
            "nama",
            "gelar_depan",
            "gelar_belakang",
            "jenis_kepegawaian",
            "paruh_waktu",
            "kedudukan_hukum",
            "golongan",
            "jabatan",
            "tmt_jabatan",
            "unit_kerja",
            "atasan",
            *PRIBADI,
        )
        read_only_fields = fields

    def to_representation(self, instance):
        isi = super().to_representation(instance)
        if not boleh_melihat_data_pribadi(self.context["request"].user, instance):
            for nama in PRIBADI:
                del isi[nama]
        return isi


@extend_schema(
    parameters=[
        OpenApiParameter("cari", str, description="Nama (boleh salah ketik) atau NIP."),
        OpenApiParameter(
            "unit", str, description="uid unit; termasuk unit di bawahnya."
        ),
        OpenApiParameter(
            "jenjang", str, description="Kode jenjang, misalnya PENGAWAS."
        ),
        OpenApiParameter("jenis", str, enum=Pegawai.Jenis.values),
        OpenApiParameter("kedudukan", str, enum=Pegawai.Kedudukan.values),
        OpenApiParameter("atasan", str, enum=["tanpa", "ditetapkan"]),
        OpenApiParameter("urut", str, enum=["nama", "-nama", "nip", "-nip"]),
    ],
)
class DaftarPegawai(CatatJejak, DaftarApi):
    medan_pegawai = "pk"
    serializer_class = PegawaiSerializer

    def boleh(self, pengguna):
        return boleh_melihat_daftar_pegawai(pengguna)

    def halaman(self):
        with batas_waktu(BATAS_CARI):
            return super().halaman()

    def get_queryset(self):
        form = SaringPegawaiForm(self.request.query_params, pengguna=self.request.user)
        if not form.is_valid():
            raise ValidationError(form.errors)
        return daftar_pegawai(self.request.user, form.saring).select_related(
            "jabatan__jenjang", "unit_kerja", "golongan", "atasan"
        )


class RinciPegawai(CatatJejak, RinciApi):
    medan_pegawai = "pk"
    serializer_class = PegawaiSerializer

    def boleh(self, pengguna):
        return boleh_membuka_pegawai(pengguna)

    def get_queryset(self):
        return pegawai_untuk_lembar(self.request.user)
