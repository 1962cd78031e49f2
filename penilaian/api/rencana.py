"""Plans over the API."""

from pegawai.api.jejak import CatatJejak
from pegawai.dasar.alat.api import DaftarApi, RinciApi
from penilaian.api.serializers_rencana import RencanaSerializer
from penilaian.izin import boleh_membuka_rencana
from penilaian.models import RencanaPengembangan
from penilaian.queries.rencana import rencana_dengan_butir


class DaftarRencanaApi(CatatJejak, DaftarApi):
    """Plans in scope with their lines, newest year first."""

    queryset = RencanaPengembangan.objects.none()
    serializer_class = RencanaSerializer

    def boleh(self, pengguna):
        return boleh_membuka_rencana(pengguna)

    def get_queryset(self):
        return rencana_dengan_butir(self.request.user)


class RinciRencanaApi(CatatJejak, RinciApi):
    """One plan with its lines."""

    queryset = RencanaPengembangan.objects.none()
    serializer_class = RencanaSerializer

    def boleh(self, pengguna):
        return boleh_membuka_rencana(pengguna)

    def get_queryset(self):
        return rencana_dengan_butir(self.request.user)
