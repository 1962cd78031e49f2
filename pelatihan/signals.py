"""News for upper floors."""

from django.dispatch import Signal

# Sent inside the act's transaction with `riwayat_ids` (list of int, rows of
# RiwayatPengembangan that have just been verified, or no longer are) and `oleh` (the account).
pengembangan_diverifikasi = Signal()
