"""Dictionaries and standards as files: out, in, nothing changes; bad files are named."""

import io
from datetime import date

import pytest

from pegawai.alat.rumusan import sidik
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.models import LevelKompetensi, StandarKompetensi
from pegawai.queries.kamus import perubahan_berkas, rumusan_berlaku
from pegawai.queries.standar_berkas import usul_berbeda, usul_berkas
from pegawai.services.buku_kompetensi import tulis_buku
from pegawai.services.kamus_berkas import (
    KEPALA,
    baca_moodle,
    baca_xlsx,
    ekspor_moodle,
    ekspor_xlsx,
    simpan_berkas_kamus,
    terapkan_berkas_kamus,
)
from pegawai.services.standar_berkas import (
    K_KOMPETENSI,
    K_STANDAR,
    baca_standar,
    ekspor_standar,
    simpan_berkas_standar,
)
from pegawai.services.standar_terapkan import terapkan_berkas_standar
from tests.pabrik.pegawai import (
    EdisiKamusFactory,
    JabatanFactory,
    KompetensiFactory,
    PenggunaFactory,
    StandarButirFactory,
    lengkapi_standar,
)

SULIT = '=1+1, "kutip"\n-baris kedua'


@pytest.fixture
def kamus():
    kompetensi = KompetensiFactory(
        kamus__nama="Arsip", kamus__kode="ARSIP", nama="A, B", definisi=SULIT
    )
    for level in (1, 3):
        LevelKompetensi.objects.create(
            kompetensi=kompetensi, level=level, uraian=SULIT, indikator_perilaku=SULIT
        )
    KompetensiFactory(kamus=kompetensi.kamus, jenis="TEKNIS")
    return kompetensi.kamus


def simpan(kamus, isi):
    return simpan_berkas_kamus(
        kamus=kamus, nama_berkas="a.xlsx", isi=isi, oleh=PenggunaFactory()
    )


def terapkan_kamus(berkas):
    """As somebody who has just seen the differences."""
    return terapkan_berkas_kamus(
        berkas=berkas, dilihat=sidik(perubahan_berkas(berkas)), oleh=PenggunaFactory()
    )


@pytest.mark.parametrize("bentuk", ["xlsx", "moodle"])
def test_kamus_keluar_lalu_masuk_tidak_mengubah(kamus, bentuk):
    if bentuk == "xlsx":
        isi = baca_xlsx(io.BytesIO(ekspor_xlsx(kamus)))
    else:
        isi = baca_moodle(ekspor_moodle(kamus).encode())

    assert isi == rumusan_berlaku(kamus)
    assert perubahan_berkas(simpan(kamus, isi)) == []


def test_kamus_masuk_menjadi_draf_sekali_saja(kamus):
    isi = rumusan_berlaku(kamus)
    isi[0]["nama"] = "Nama baru"
    berkas = simpan(kamus, isi)

    edisi = terapkan_kamus(berkas)
    lagi = terapkan_kamus(berkas)

    assert (edisi.status, edisi.isi[0]["nama"]) == ("DRAF", "Nama baru")
    assert (lagi.pk, lagi.versi) == (edisi.pk, edisi.versi)
    assert kamus.kompetensi.filter(nama="Nama baru").count() == 0


def test_kamus_masuk_mengganti_isi_draf_yang_ada(kamus):
    draf = EdisiKamusFactory(kamus=kamus)
    isi = rumusan_berlaku(kamus)[:1]

    edisi = terapkan_kamus(simpan(kamus, isi))

    assert (edisi.pk, len(edisi.isi)) == (draf.pk, 1)


@pytest.mark.parametrize(
    ("lembar", "kepala", "baris", "kata"),
    [
        ("Lain", KEPALA, [], "Lembar Kamus tidak ada"),
        ("Kamus", KEPALA[:2], [], "Kolom Jenis, Definisi tidak ada"),
        ("Kamus", KEPALA, [["A", "B", "Salah", "d"]], "Baris 2: jenis Salah"),
        ("Kamus", KEPALA, [["", "B", "Teknis", "d"]], "kode dan nama wajib"),
        ("Kamus", KEPALA, [["A" * 25, "B", "Teknis", "d"]], "kode lebih dari 24"),
        ("Kamus", KEPALA, [["A", "B", "Teknis", "d" * 10_001]], "10.000 karakter"),
    ],
)
def test_buku_kamus_buruk_disebut_sebabnya(lembar, kepala, baris, kata):
    data = io.BytesIO(tulis_buku([(lembar, kepala, baris)]))

    with pytest.raises(AturanDilanggar, match=kata):
        baca_xlsx(data)


def test_bukan_buku_kerja_dan_kosong_dan_ganda_disebut(kamus):
    isi = rumusan_berlaku(kamus)

    with pytest.raises(AturanDilanggar, match="Ekspor lagi"):
        baca_xlsx(io.BytesIO(b"halo"))
    with pytest.raises(AturanDilanggar, match="satu pun kompetensi"):
        simpan(kamus, [])
    with pytest.raises(AturanDilanggar, match="lebih dari sekali"):
        simpan(kamus, [isi[0], isi[0]])


@pytest.fixture
def standar():
    StandarButirFactory()
    draf = StandarButirFactory(standar__status="DRAF", level=4).standar
    draf = lengkapi_standar(draf)
    draf.ikhtisar = SULIT.replace("\n", "\r\n")
    draf.save()
    draf.syarat.create(jenis="PENGALAMAN", uraian=SULIT, tanda="PERLU", urutan=1)
    StandarKompetensi.objects.filter(pk=draf.pk).update(status="TERBIT")
    StandarButirFactory(standar__jabatan=None, standar__jenjang=draf.jabatan.jenjang)
    return draf


def simpan_standar(isi):
    return simpan_berkas_standar(nama_berkas="a.xlsx", isi=isi, oleh=PenggunaFactory())


def terapkan_standar(berkas):
    """As somebody who has just seen the differences."""
    berkas.refresh_from_db()
    return terapkan_berkas_standar(
        berkas=berkas, dilihat=sidik(usul_berbeda(berkas)), oleh=PenggunaFactory()
    )


def test_standar_keluar_lalu_masuk_tidak_mengubah(standar):
    isi = baca_standar(io.BytesIO(ekspor_standar()))
    berkas = simpan_standar(isi)

    assert len(isi) == 3
    assert {u.tindakan for u in usul_berkas(berkas)} == {"SAMA"}
    assert terapkan_standar(berkas) == 0
    assert not StandarKompetensi.objects.filter(status="DRAF").exists()


def test_standar_masuk_menjadi_draf_sekali_saja(standar):
    isi = baca_standar(io.BytesIO(ekspor_standar()))
    ubah = next(d for d in isi if d["untuk"].endswith(str(standar.jabatan.uid)))
    kunci = next(iter(ubah["level"]))
    ubah["level"][kunci] = 5
    ubah["syarat"] = [["PELATIHAN_TEKNIS", "Arsip", "MUTLAK"]]
    ubah["kepala"] |= {"edisi": "2027", "berlaku_mulai": "2027-01-01"}
    berkas = simpan_standar(isi)

    jumlah = terapkan_standar(berkas)
    lagi = terapkan_standar(berkas)

    draf = StandarKompetensi.objects.get(status="DRAF")
    assert (jumlah, lagi, draf.jabatan, draf.edisi) == (1, 0, standar.jabatan, "2027")
    assert draf.butir.get().level == 5
    assert draf.syarat.get().uraian == "Arsip"
    assert draf.golongan_minimum == standar.golongan_minimum
    assert usul_berkas(berkas)[-1].tindakan == "SAMA"


def test_standar_jabatan_baru_dikenali_dari_namanya():
    jabatan, kompetensi = JabatanFactory(), KompetensiFactory()
    satu = ["1", "", jabatan.nama.upper(), jabatan.unit_kerja.nama, "2026", "061/1"]
    data = tulis_buku(
        [
            ("Standar", K_STANDAR, [[*satu, "5 Januari 2026", "05-01-2026"]]),
            (
                "Kompetensi",
                K_KOMPETENSI,
                [["1", "", kompetensi.kamus_id, kompetensi.kode, "", 3]],
            ),
        ]
    )

    isi = baca_standar(io.BytesIO(data))

    assert isi[0]["untuk"] == f"jabatan:{jabatan.uid}"
    assert isi[0]["kepala"]["tanggal_keputusan"] == date(2026, 1, 5).isoformat()
    assert isi[0]["level"] == {f"{kompetensi.kamus_id}|{kompetensi.kode}": 3}


def test_buku_standar_buruk_menyebut_setiap_baris():
    kompetensi = KompetensiFactory()
    standar = [["1", "", "Tidak ada", "X", "2026", "061/1", "", "31-02-2026"]]
    level = [
        ["2", "", kompetensi.kamus_id, kompetensi.kode, "", 3],
        ["1", "", "Kamus lain", "Z", "", 3],
        ["1", "", kompetensi.kamus_id, kompetensi.kode, "", 9],
    ]
    data = tulis_buku(
        [("Standar", K_STANDAR, standar), ("Kompetensi", K_KOMPETENSI, level)]
    )

    with pytest.raises(AturanDilanggar) as galat:
        baca_standar(io.BytesIO(data))

    for kata in (
        "jabatan Tidak ada di unit X tidak ada",
        "31-02-2026 bukan tanggal",
        "baris 2: ID 2 tidak ada",
        "kompetensi Z tidak ada di kamus Kamus lain",
        "tingkat 9 bukan 1 sampai 5",
    ):
        assert kata in galat.value.pesan
