"""Published gaps over the API."""

from pegawai.api.jejak import CatatJejak
from pegawai.dasar.alat.api import DaftarApi
from pegawai.models import CapaianKompetensi
from penilaian.api.serializers import KesenjanganSerializer
from penilaian.izin import boleh_membuka_profil
from penilaian.queries.kesenjangan import kesenjangan_terlihat


class DaftarKesenjanganApi(CatatJejak, DaftarApi):
    """Gaps of the people in scope, largest first."""

    queryset = CapaianKompetensi.objects.none()
    serializer_class = KesenjanganSerializer

    def boleh(self, pengguna):
        return boleh_membuka_profil(pengguna)

    def get_queryset(self):
        return kesenjangan_terlihat(self.request.user)
