"""Courses and batches for machines: the pages' queries, named fields."""

from rest_framework import serializers

from pegawai.dasar.alat.api import DaftarApi, RinciApi
from pegawai.dasar.alat.borang import kata_kueri
from pelatihan.izin import boleh_membuka_angkatan, boleh_membuka_katalog
from pelatihan.models import Angkatan, Pelatihan
from pelatihan.queries.angkatan import angkatan_terlihat, daftar_angkatan
from pelatihan.queries.katalog import api_pelatihan


class SasaranSerializer(serializers.Serializer):
    kompetensi = serializers.CharField(source="kompetensi.nama")
    kode = serializers.CharField(source="kompetensi.kode")
    level = serializers.IntegerField()


class PelatihanSerializer(serializers.ModelSerializer):
    bentuk = serializers.CharField(source="bentuk.nama")
    penyelenggara = serializers.CharField(source="penyelenggara.nama")
    sasaran = SasaranSerializer(many=True)

    class Meta:
        model = Pelatihan
        fields = [
            "uid",
            "kode",
            "nama",
            "bentuk",
            "penyelenggara",
            "jp",
            "moda",
            "deskripsi",
            "syarat",
            "status",
            "sasaran",
        ]


class AngkatanSerializer(serializers.ModelSerializer):
    pelatihan = serializers.UUIDField(source="pelatihan.uid")
    nama_pelatihan = serializers.CharField(source="pelatihan.nama")
    penyelenggara = serializers.CharField(source="pelatihan.penyelenggara.nama")
    sisa = serializers.IntegerField()

    class Meta:
        model = Angkatan
        fields = [
            "uid",
            "pelatihan",
            "nama_pelatihan",
            "penyelenggara",
            "nama",
            "tanggal_mulai",
            "tanggal_selesai",
            "tempat",
            "kuota",
            "terisi",
            "sisa",
            "pendaftaran_mulai",
            "pendaftaran_sampai",
            "status",
        ]


class DaftarPelatihan(DaftarApi):
    """Courses; `?cari=` as in the catalogue."""

    serializer_class = PelatihanSerializer
    queryset = Pelatihan.objects.none()

    def boleh(self, pengguna):
        return boleh_membuka_katalog(pengguna)

    def get_queryset(self):
        cari = kata_kueri(self.request.query_params)
        return api_pelatihan(self.request.user, cari=cari)


class RinciPelatihan(RinciApi):
    """One course."""

    serializer_class = PelatihanSerializer
    queryset = Pelatihan.objects.none()

    def boleh(self, pengguna):
        return boleh_membuka_katalog(pengguna)

    def get_queryset(self):
        return api_pelatihan(self.request.user)


class DaftarAngkatan(DaftarApi):
    """Batches, latest start first; `?cari=` and `?status=` as on the page."""

    serializer_class = AngkatanSerializer
    queryset = Angkatan.objects.none()

    def boleh(self, pengguna):
        return boleh_membuka_angkatan(pengguna)

    def get_queryset(self):
        return daftar_angkatan(
            self.request.user,
            cari=kata_kueri(self.request.query_params),
            status=kata_kueri(self.request.query_params, "status"),
        ).order_by("-tanggal_mulai", "-pk")


class RinciAngkatan(RinciApi):
    """One batch."""

    serializer_class = AngkatanSerializer
    queryset = Angkatan.objects.none()

    def boleh(self, pengguna):
        return boleh_membuka_angkatan(pengguna)

    def get_queryset(self):
        return angkatan_terlihat(self.request.user)
