"""People read over the API get it into their trail."""

from pegawai.models import JejakLihat, Pegawai
from pegawai.services.jejak import catat_lihat_sepilihan


class CatatJejak:
    """Mix in before DaftarApi or RinciApi whose rows are about people."""

    medan_pegawai = "pegawai_id"

    def setelah_dibaca(self, baris):
        """One statement for the rows of this answer."""
        dibaca = {getattr(satu, self.medan_pegawai) for satu in baris}
        if dibaca:
            catat_lihat_sepilihan(
                daftar=Pegawai.objects.filter(pk__in=dibaca),
                jenis=JejakLihat.Jenis.API,
                oleh=self.request.user,
                rincian=self.request.path,
            )
