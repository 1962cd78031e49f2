"""Imports over the API: upload a staff file for its check; see how far it has come."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from pegawai.dasar.alat.api import DaftarApi
from pegawai.forms.impor import UnggahImporForm
from pegawai.izin import boleh_mengimpor
from pegawai.models import BerkasImpor
from pegawai.queries.impor import daftar_impor
from pegawai.services.impor import unggah_impor


class ImporSerializer(serializers.ModelSerializer):
    """One import: its state and counts; its page holds the preview and the choices."""

    tautan = serializers.CharField(source="get_absolute_url", read_only=True)
    jumlah = serializers.SerializerMethodField()

    class Meta:
        model = BerkasImpor
        fields = (
            "uid",
            "nama_berkas",
            "status",
            "galat",
            "dibuat_pada",
            "selesai_pada",
            "jumlah",
            "tautan",
        )
        read_only_fields = fields

    def get_jumlah(self, impor) -> dict[str, int]:
        """New, changed, same, refused, missing from the file."""
        return {
            kunci: impor.ringkasan.get(kunci, 0)
            for kunci in ("baru", "berubah", "sama", "ditolak", "tidak_ada")
        }


class UnggahImporSerializer(serializers.Serializer):
    """What is sent, as multipart/form-data."""

    berkas = serializers.FileField()
    jenis_berkas = serializers.ChoiceField(
        choices=["pppk", "pppk_paruh"], required=False
    )


class DaftarImpor(DaftarApi):
    """Imports of this account, newest first; POST uploads a file and queues its check."""

    serializer_class = ImporSerializer
    parser_classes = [MultiPartParser]

    def boleh(self, pengguna):
        return boleh_mengimpor(pengguna)

    def get_queryset(self):
        return daftar_impor(self.request.user)

    @extend_schema(request=UnggahImporSerializer, responses={201: ImporSerializer})
    def post(self, request):
        """Nothing is written to the registry before somebody runs the import on its page."""
        form = UnggahImporForm(request.data, request.FILES)
        if not form.is_valid():
            raise ValidationError(form.errors)
        impor = unggah_impor(
            berkas=form.cleaned_data["berkas"],
            jenis_berkas=form.cleaned_data["jenis_berkas"],
            oleh=request.user,
        )
        impor.refresh_from_db()
        return Response(ImporSerializer(impor).data, status=201)
