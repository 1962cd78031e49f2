"""Forms of the public check."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar


class BorangKode(BorangDasar):
    kode = forms.CharField(label="Kode sertifikat", max_length=60, strip=True)


class BorangNip(BorangDasar):
    nip = forms.CharField(label="NIP pemegang", max_length=40, strip=True)
