"""API of partners."""

from rest_framework import serializers

from kemitraan.izin import boleh_membuka_kemitraan
from kemitraan.models import Mitra
from kemitraan.queries.mitra import daftar_mitra, mitra_terlihat
from pegawai.dasar.alat.api import DaftarApi, RinciApi


class MitraSerializer(serializers.ModelSerializer):
    class Meta:
        model = Mitra
        fields = ["uid", "kode", "nama", "singkatan", "jenis", "kota", "aktif"]


class MitraDaftarApi(DaftarApi):
    """Visible partners, by name."""

    serializer_class = MitraSerializer
    queryset = Mitra.objects.none()

    def boleh(self, pengguna):
        return boleh_membuka_kemitraan(pengguna)

    def get_queryset(self):
        return daftar_mitra(self.request.user)


class MitraRinciApi(RinciApi):
    """One partner."""

    serializer_class = MitraSerializer
    queryset = Mitra.objects.none()

    def boleh(self, pengguna):
        return boleh_membuka_kemitraan(pengguna)

    def get_queryset(self):
        return mitra_terlihat(self.request.user)
