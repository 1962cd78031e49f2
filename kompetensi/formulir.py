"""Which of allauth's forms are ours, for the settings; the forms stand in `masuk`."""

_DI_SINI = "kompetensi.masuk.Formulir{}".format
AKUN = {
    "login": _DI_SINI("Masuk"),
    "change_password": _DI_SINI("UbahSandi"),
    "reset_password": _DI_SINI("LupaSandi"),
    "reset_password_from_key": _DI_SINI("SandiBaru"),
    "reauthenticate": _DI_SINI("Pastikan"),
}
FAKTOR_KEDUA = {
    "authenticate": _DI_SINI("Kode"),
    "reauthenticate": _DI_SINI("PastikanKode"),
    "activate_totp": _DI_SINI("PasangKode"),
}
