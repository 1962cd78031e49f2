"""One handler for all errors of the API: 404 unseen, 403 forbidden, 409 rule, 400 shape."""

from rest_framework.response import Response
from rest_framework.views import exception_handler

from pegawai.dasar.alat.batas import LUAS_JUDUL, LUAS_SARAN, TerlaluLama
from pegawai.dasar.alat.galat import AturanDilanggar

BENTUK = {"kode": "bentuk", "pesan": "Data yang dikirim belum benar."}
TIDAK_ADA = {"kode": "tidak_ada", "pesan": "Tidak ditemukan."}


def tangani(galat, konteks):
    """Answer `{"kode", "pesan"}` for a broken rule; shape errors name their fields."""
    if isinstance(galat, AturanDilanggar):
        return Response({"kode": galat.kode, "pesan": galat.pesan}, status=409)
    if isinstance(galat, TerlaluLama):
        pesan = f"{LUAS_JUDUL}. {LUAS_SARAN}"
        return Response({"kode": "terlalu_luas", "pesan": pesan}, status=400)
    jawaban = exception_handler(galat, konteks)
    if jawaban is not None and isinstance(jawaban.data, dict):
        jawaban.data = _seragam(jawaban.status_code, jawaban.data)
    return jawaban


def _seragam(status, data):
    pesan = {
        401: ("belum_masuk", "Sertakan token yang sah."),
        403: ("terlarang", "Akun ini tidak berhak."),
        404: tuple(TIDAK_ADA.values()),
        405: ("metode", "Metode ini tidak dilayani di alamat ini."),
        429: ("terlalu_sering", "Terlalu banyak permintaan. Coba lagi nanti."),
    }
    if status in pesan:
        kode, isi = pesan[status]
        return {"kode": kode, "pesan": isi}
    return {**BENTUK, "rinci": data}
