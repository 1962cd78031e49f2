"""News of the registry for upper floors; sent inside the act's transaction."""

from django.dispatch import Signal

# pegawai_ids: list of primary keys; oleh: account or None
atasan_berganti = Signal()
jabatan_berganti = Signal()
