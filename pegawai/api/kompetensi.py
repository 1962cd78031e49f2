"""The competency dictionary over the API."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from pegawai.dasar.alat.api import DaftarApi, RinciApi
from pegawai.forms.kompetensi import SaringKompetensiForm
from pegawai.izin import boleh_membuka_standar
from pegawai.models import Kompetensi, LevelKompetensi
from pegawai.queries.kompetensi import daftar_kompetensi, kompetensi_untuk_rinci


class LevelSerializer(serializers.ModelSerializer):
    class Meta:
        model = LevelKompetensi
        fields = ("level", "uraian", "indikator_perilaku")
        read_only_fields = fields


class KompetensiSerializer(serializers.ModelSerializer):
    kamus = serializers.CharField(source="kamus_id", read_only=True)

    class Meta:
        model = Kompetensi
        fields = ("uid", "kamus", "kode", "nama", "jenis", "definisi")
        read_only_fields = fields


class KompetensiRinciSerializer(KompetensiSerializer):
    level = LevelSerializer(many=True, read_only=True)

    class Meta(KompetensiSerializer.Meta):
        fields = (*KompetensiSerializer.Meta.fields, "level")
        read_only_fields = fields


@extend_schema(parameters=[OpenApiParameter(n, str) for n in ("cari", "jenis")])
class DaftarKompetensi(DaftarApi):
    serializer_class = KompetensiSerializer

    def boleh(self, pengguna):
        return boleh_membuka_standar(pengguna)

    def get_queryset(self):
        form = SaringKompetensiForm(self.request.query_params)
        if not form.is_valid():
            raise ValidationError(form.errors)
        return daftar_kompetensi(**form.saring)


class RinciKompetensi(RinciApi):
    serializer_class = KompetensiRinciSerializer

    def boleh(self, pengguna):
        return boleh_membuka_standar(pengguna)

    def get_queryset(self):
        return kompetensi_untuk_rinci()
