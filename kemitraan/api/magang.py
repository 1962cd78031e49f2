"""API of placements: what a partner may know, for everybody (KEAMANAN C.8 rule 7)."""

from rest_framework import serializers

from kemitraan.izin import boleh_membuka_magang
from kemitraan.models import Penempatan, ProgramMagang
from kemitraan.queries.magang import daftar_penempatan, penempatan_terlihat
from pegawai.dasar.alat.api import DaftarApi, RinciApi


class PenempatanSerializer(serializers.ModelSerializer):
    """Name, student number, unit, dates, mentor's name; never a NIP or an address."""

    mitra = serializers.UUIDField(source="program.perjanjian.mitra.uid")
    program = serializers.CharField(source="program.nama")
    arah = serializers.ChoiceField(
        source="program.arah", choices=ProgramMagang.Arah.choices
    )
    nama = serializers.CharField(source="nama_orang")
    nim = serializers.CharField(source="peserta.nim", allow_null=True)
    unit_kerja = serializers.CharField(source="unit_kerja.nama")
    pembimbing = serializers.CharField(
        source="pembimbing.nama_lengkap", allow_null=True
    )

    class Meta:
        model = Penempatan
        fields = [
            "uid",
            "mitra",
            "program",
            "arah",
            "nama",
            "nim",
            "unit_kerja",
            "tempat",
            "pembimbing",
            "tanggal_mulai",
            "tanggal_selesai",
            "status",
            "nilai_akhir",
        ]


class PenempatanDaftarApi(DaftarApi):
    """Visible placements, the latest starts first."""

    serializer_class = PenempatanSerializer
    queryset = Penempatan.objects.none()

    def boleh(self, pengguna):
        return boleh_membuka_magang(pengguna)

    def get_queryset(self):
        return daftar_penempatan(self.request.user)


class PenempatanRinciApi(RinciApi):
    """One placement."""

    serializer_class = PenempatanSerializer
    queryset = Penempatan.objects.none()

    def boleh(self, pengguna):
        return boleh_membuka_magang(pengguna)

    def get_queryset(self):
        return penempatan_terlihat(self.request.user)
