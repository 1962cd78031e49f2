"""Programmes over the API: needs and counts, no names."""

from pegawai.dasar.alat.api import DaftarApi
from penilaian.api.serializers_rencana import ProgramSerializer
from penilaian.izin import boleh_membuka_program
from penilaian.models import ProgramPembangunan
from penilaian.queries.program import program_dengan_kebutuhan


class DaftarProgramApi(DaftarApi):
    """Programmes in scope with what they need."""

    queryset = ProgramPembangunan.objects.none()
    serializer_class = ProgramSerializer

    def boleh(self, pengguna):
        return boleh_membuka_program(pengguna)

    def get_queryset(self):
        return program_dengan_kebutuhan(self.request.user)
