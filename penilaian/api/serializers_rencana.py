"""What the API says about plans and programmes; a dot for decimals (J-10)."""

from rest_framework import serializers

from penilaian.models import (
    ButirRencana,
    KebutuhanKompetensi,
    ProgramPembangunan,
    RencanaPengembangan,
)


class ButirRencanaSerializer(serializers.ModelSerializer):
    kompetensi = serializers.CharField(source="kompetensi.kode")
    pelatihan = serializers.UUIDField(source="pelatihan.uid", allow_null=True)
    bentuk = serializers.CharField(source="bentuk.kode")
    kegiatan = serializers.CharField(source="nama_kegiatan")
    kemajuan = serializers.CharField()

    class Meta:
        model = ButirRencana
        fields = [
            "uid",
            "kompetensi",
            "level_sekarang",
            "level_target",
            "pelatihan",
            "kegiatan",
            "bentuk",
            "jp",
            "triwulan",
            "catatan",
            "kemajuan",
        ]


class RencanaSerializer(serializers.ModelSerializer):
    pegawai = serializers.UUIDField(source="pegawai.uid")
    nip = serializers.CharField(source="pegawai.nip")
    nama = serializers.CharField(source="pegawai.nama")
    butir = ButirRencanaSerializer(many=True)

    class Meta:
        model = RencanaPengembangan
        fields = [
            "uid",
            "pegawai",
            "nip",
            "nama",
            "tahun",
            "status",
            "diajukan_pada",
            "disetujui_pada",
            "alasan",
            "butir",
        ]


class KebutuhanSerializer(serializers.ModelSerializer):
    kode = serializers.CharField(source="kompetensi.kode")
    nama = serializers.CharField(source="kompetensi.nama")

    class Meta:
        model = KebutuhanKompetensi
        fields = ["kode", "nama", "level", "jumlah_orang"]


class ProgramSerializer(serializers.ModelSerializer):
    opd = serializers.UUIDField(source="opd.uid")
    nama_opd = serializers.CharField(source="opd.nama")
    jumlah_ditugaskan = serializers.IntegerField()
    kebutuhan = KebutuhanSerializer(many=True)

    class Meta:
        model = ProgramPembangunan
        fields = [
            "uid",
            "kode",
            "nama",
            "opd",
            "nama_opd",
            "sasaran",
            "tanggal_mulai",
            "tanggal_selesai",
            "status",
            "jumlah_ditugaskan",
            "kebutuhan",
        ]
