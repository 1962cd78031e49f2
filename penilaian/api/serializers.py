"""What the API says about results and gaps; a dot for decimals (J-10)."""

from rest_framework import serializers

from pegawai.models import CapaianKompetensi
from penilaian.models import NilaiKompetensi, Penilaian


class NilaiSerializer(serializers.ModelSerializer):
    kode = serializers.CharField(source="kompetensi.kode")
    nama = serializers.CharField(source="kompetensi.nama")

    class Meta:
        model = NilaiKompetensi
        fields = ["kode", "nama", "level_capaian", "level_standar"]


class PenilaianSerializer(serializers.ModelSerializer):
    pegawai = serializers.UUIDField(source="pegawai.uid")
    nip = serializers.CharField(source="pegawai.nip")
    nama = serializers.CharField(source="pegawai.nama")
    periode = serializers.CharField(source="periode.nama")
    tujuan = serializers.CharField(source="periode.tujuan")
    jpm = serializers.DecimalField(
        source="jpm_tampil", max_digits=5, decimal_places=2, allow_null=True
    )
    digantikan = serializers.BooleanField()
    nilai = NilaiSerializer(many=True)

    class Meta:
        model = Penilaian
        fields = [
            "uid",
            "pegawai",
            "nip",
            "nama",
            "periode",
            "tujuan",
            "tanggal_penilaian",
            "berlaku_sampai",
            "jumlah_capaian",
            "jumlah_standar",
            "jpm",
            "kategori",
            "kategori_nama",
            "digantikan",
            "nilai",
        ]


class KesenjanganSerializer(serializers.ModelSerializer):
    pegawai = serializers.UUIDField(source="pegawai.uid")
    nip = serializers.CharField(source="pegawai.nip")
    nama = serializers.CharField(source="pegawai.nama")
    kode = serializers.CharField(source="kompetensi.kode")
    kompetensi = serializers.CharField(source="kompetensi.nama")

    class Meta:
        model = CapaianKompetensi
        fields = [
            "pegawai",
            "nip",
            "nama",
            "kode",
            "kompetensi",
            "level",
            "level_standar",
            "kesenjangan",
            "sumber",
            "tanggal",
            "berlaku_sampai",
        ]
