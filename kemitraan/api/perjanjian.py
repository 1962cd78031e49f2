"""API of agreements."""

from rest_framework import serializers

from kemitraan.izin import boleh_membuka_kemitraan
from kemitraan.models import Perjanjian
from kemitraan.queries.perjanjian import daftar_perjanjian, perjanjian_terlihat
from pegawai.dasar.alat.api import DaftarApi, RinciApi


class PerjanjianSerializer(serializers.ModelSerializer):
    """`keadaan` and `berakhir` are of today: extensions are counted in."""

    mitra = serializers.UUIDField(source="mitra.uid")
    opd = serializers.CharField(source="opd.nama")
    induk = serializers.UUIDField(source="induk.uid", allow_null=True)
    berakhir = serializers.DateField(source="akhir")
    keadaan = serializers.ChoiceField(choices=Perjanjian.Keadaan.choices)

    class Meta:
        model = Perjanjian
        fields = [
            "uid",
            "mitra",
            "jenis",
            "induk",
            "nomor_kota",
            "nomor_mitra",
            "judul",
            "opd",
            "tanggal_ttd",
            "tanggal_mulai",
            "tanggal_berakhir",
            "berakhir",
            "keadaan",
        ]


class PerjanjianDaftarApi(DaftarApi):
    """Visible agreements, those that end last first."""

    serializer_class = PerjanjianSerializer
    queryset = Perjanjian.objects.none()

    def boleh(self, pengguna):
        return boleh_membuka_kemitraan(pengguna)

    def get_queryset(self):
        return daftar_perjanjian(self.request.user)


class PerjanjianRinciApi(RinciApi):
    """One agreement."""

    serializer_class = PerjanjianSerializer
    queryset = Perjanjian.objects.none()

    def boleh(self, pengguna):
        return boleh_membuka_kemitraan(pengguna)

    def get_queryset(self):
        return perjanjian_terlihat(self.request.user)
