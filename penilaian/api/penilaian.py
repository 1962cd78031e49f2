"""Published results over the API."""

from pegawai.api.jejak import CatatJejak
from pegawai.dasar.alat.api import DaftarApi, RinciApi
from penilaian.api.serializers import PenilaianSerializer
from penilaian.izin import boleh_membuka_hasil
from penilaian.models import Penilaian
from penilaian.queries.penilaian import hasil_rinci


class DaftarPenilaianApi(CatatJejak, DaftarApi):
    """Published results in scope, newest first."""

    queryset = Penilaian.objects.none()
    serializer_class = PenilaianSerializer

    def boleh(self, pengguna):
        return boleh_membuka_hasil(pengguna)

    def get_queryset(self):
        return hasil_rinci(self.request.user)


class RinciPenilaianApi(CatatJejak, RinciApi):
    """One published result."""

    queryset = Penilaian.objects.none()
    serializer_class = PenilaianSerializer

    def boleh(self, pengguna):
        return boleh_membuka_hasil(pengguna)

    def get_queryset(self):
        return hasil_rinci(self.request.user)
