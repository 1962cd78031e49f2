"""What the account page reads."""

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.pegawai import Pegawai
from pegawai.queries.peran import pegawai_sendiri_id


def pegawai_akun(pengguna: Pengguna) -> Pegawai | None:
    """One's own registry row with what the page shows."""
    return (
        Pegawai.objects.filter(pk=pegawai_sendiri_id(pengguna))
        .select_related("jabatan", "unit_kerja", "atasan")
        .first()
    )
