"""Files and choices offered while typing, compared with the oracle."""

from django.urls import reverse

from kemitraan.queries.perjanjian import perjanjian_terlihat
from pegawai.dasar.queries.pekerjaan import masih_berhak, unduhan_terlihat
from pegawai.queries.perbaikan import perbaikan_terlihat
from pelatihan.queries.riwayat import riwayat_terlihat
from pelatihan.queries.sertifikat import sertifikat_terlihat
from tests.izin import peramal as p
from tests.izin.dunia_berkas import SEKARANG


def banding(beda, apa, akun, dapat, harap):
    if dapat != harap:
        beda.append(f"{apa} akun {akun}: {dapat}, seharusnya {harap}")


def _nomor(rows, daftar):
    urut = {o.pk: n for n, o in enumerate(rows)}
    return {urut[pk] for pk in daftar.order_by().values_list("pk", flat=True)}


def beda_berkas_kueri(beda, d, h, n, akun):
    """Which rows with a file an account sees: evidence, certificates, agreements, exports."""
    for apa, rows, terlihat, harap in (
        ("bukti", h.permintaan, perbaikan_terlihat, p.bukti(d, n)),
        ("sertifikat", h.sertifikat, sertifikat_terlihat, p.profil(d, n)),
        ("catatan pelatihan", h.riwayat, riwayat_terlihat, p.profil(d, n)),
    ):
        banding(beda, f"berkas {apa}", n, _nomor(rows, terlihat(akun)), harap)
    if p.cakupan(d, n) or n == 0:  # without a grant there is nothing to widen
        naskah = _nomor(h.perjanjian, perjanjian_terlihat(akun))
        banding(beda, "berkas perjanjian", n, naskah, p.naskah(d, n))
    milik = unduhan_terlihat(akun, sekarang=SEKARANG)
    punya = {k.pk: k for k in milik}
    banding(beda, "berkas ekspor", n, set(punya), {k.pk for k in h.ekspor[n]})
    berhak = tuple(masih_berhak(akun, punya[k.pk]) for k in h.ekspor[n])
    banding(beda, "berkas ekspor berhak", n, berhak, p.berkas_ekspor(d, n))


def beda_berkas_http(beda, d, h, n, client):
    """The same files fetched: 200, 404 out of scope, 403 for a role without business."""
    for apa, url, rows, terlihat, boleh in (
        (
            "bukti",
            "pegawai:perbaikan-bukti",
            h.permintaan,
            p.bukti(d, n),
            p.boleh_bukti(d, n),
        ),
        (
            "sertifikat",
            "pelatihan:sertifikat-unduh",
            h.sertifikat,
            p.profil(d, n),
            p.boleh_sertifikat(d, n),
        ),
        (
            "perjanjian",
            "kemitraan:perjanjian-berkas",
            h.perjanjian,
            p.naskah(d, n),
            p.boleh_naskah(d, n),
        ),
    ):
        for k, baris in enumerate(rows):
            harap = 403 if not boleh else 200 if k in terlihat else 404
            kode = _ambil(client, url, baris)
            banding(beda, f"HTTP {apa} {k}", n, kode, harap)
    _bukti_pelatihan(beda, d, h, n, client)
    for pemilik, dua in enumerate(h.ekspor):
        for berkas, berhak in zip(dua, p.berkas_ekspor(d, n), strict=True):
            harap = 404 if pemilik != n else 200 if berhak else 403
            kode = _ambil(client, "dasar:pekerjaan-unduh", berkas)
            banding(beda, f"HTTP ekspor {pemilik}", n, kode, harap)
    _sambil_mengetik(beda, d, h, n, client)


def _bukti_pelatihan(beda, d, h, n, client):
    """Who sees the row may still not see its evidence: that is for who verifies (403)."""
    for k, baris in enumerate(h.riwayat):
        harap = 403 if not p.boleh_profil(d, n) else 404
        if k in p.profil(d, n):
            harap = 200 if k in p.bukti(d, n) else 403
        kode = _ambil(client, "pelatihan:riwayat-bukti", baris)
        banding(beda, f"HTTP bukti pelatihan {k}", n, kode, harap)


def _ambil(client, url, baris):
    jawaban = client.get(reverse(url, kwargs={"uid": baris.uid}))
    if jawaban.streaming:
        list(jawaban.streaming_content)  # closes the file
    return jawaban.status_code


def _sambil_mengetik(beda, d, h, n, client):
    """The table swapped in while somebody types, and the units offered as a filter."""
    if not p.boleh_daftar(d, n):
        return
    for awal in ("ora", h.orang[-1].nip[:14]):
        jawaban = client.get(
            reverse("pegawai:pegawai-daftar"),
            {"cari": awal},
            headers={"HX-Request": "true"},
        )
        isi = jawaban.content.decode()
        tampil = {k for k, o in enumerate(h.orang) if f"/pegawai/{o.uid}/" in isi}
        banding(beda, f"HTTP mengetik {awal}", n, tampil - p.terlihat(d, n), set())
        if awal == "ora":
            banding(beda, "HTTP mengetik nama", n, tampil, p.terlihat(d, n))
    isi = client.get(reverse("pegawai:pegawai-daftar")).content.decode()
    unit = {k for k, u in enumerate(h.unit) if f'<option value="{u.uid}"' in isi}
    banding(beda, "HTTP pilihan unit", n, unit, p.unit_saring(d, n))
