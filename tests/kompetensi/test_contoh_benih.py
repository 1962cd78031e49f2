"""The same seed and day make the same city; another seed makes another."""

import hashlib
from datetime import date

from django.db import connection, transaction

from kompetensi.contoh.isi import isi_contoh

SIDIK = {
    "orang": "SELECT nip, nama, gelar_belakang, tanggal_lahir, pendidikan"
    " FROM pegawai_pegawai ORDER BY nip",
    "capaian": "SELECT p.nip, k.kode, c.level, c.tanggal FROM pegawai_pegawai p"
    " JOIN pegawai_capaiankompetensi c ON c.pegawai_id = p.id"
    " JOIN pegawai_kompetensi k ON k.id = c.kompetensi_id ORDER BY 1, 2",
    "sertifikat": "SELECT d.nomor, d.kode, d.pemegang_nomor FROM dasar_dokumenterbit d"
    " ORDER BY 1",
    "jam": "SELECT p.nip, r.nama, r.tanggal_mulai, r.jp, r.status FROM pegawai_pegawai p"
    " JOIN pelatihan_riwayatpengembangan r ON r.pegawai_id = p.id ORDER BY 1, 2, 3",
    "rencana": "SELECT p.nip, r.status, b.kompetensi_id IS NULL, b.jp"
    " FROM penilaian_rencanapengembangan r JOIN pegawai_pegawai p ON p.id = r.pegawai_id"
    " JOIN penilaian_butirrencana b ON b.rencana_id = r.id ORDER BY 1, 2, 4",
    "perjanjian": "SELECT nomor_kota, tanggal_mulai, tanggal_berakhir, status"
    " FROM kemitraan_perjanjian ORDER BY 1",
}


def _sidik():
    hasil = {}
    with connection.cursor() as kursor:
        for nama, sql in SIDIK.items():
            kursor.execute(sql)
            hasil[nama] = hashlib.sha256(repr(kursor.fetchall()).encode()).hexdigest()
    return hasil


def test_isi_contoh_benih_sama_hasil_sama():
    sidik = []
    for benih in ("a", "a", "b"):
        with transaction.atomic():
            isi_contoh(jumlah=300, hari=date(2026, 11, 24), benih=benih)
            sidik.append(_sidik())
            transaction.set_rollback(True)

    assert sidik[0] == sidik[1]
    assert all(sidik[0][k] != sidik[2][k] for k in SIDIK)
