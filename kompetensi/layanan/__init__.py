"""Starts and stops embedded PostgreSQL and Valkey under var/. Standard library only."""

from kompetensi.layanan.galat import LayananGagal
from kompetensi.layanan.pakai import alamat, lengkapi_lingkungan, pastikan_hidup

__all__ = ["LayananGagal", "alamat", "lengkapi_lingkungan", "pastikan_hidup"]
