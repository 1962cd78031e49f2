"""The competency profile, and what may not leak before publishing."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from pegawai.models import CapaianKompetensi, Peran
from penilaian.models import NilaiKompetensi
from penilaian.queries.penilaian import (
    hasil_terakhir,
    hasil_terlihat,
    ringkasan_hasil,
)
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    PegawaiFactory,
    RiwayatJabatanFactory,
    StandarButirFactory,
    StandarKompetensiFactory,
    UnitKerjaFactory,
    akun_berperan,
)
from tests.pabrik.penilaian import (
    NilaiKompetensiFactory,
    PenilaianFactory,
    PeriodePenilaianFactory,
    aturan_penilaian,
)


@pytest.fixture(autouse=True)
def _rujukan():
    aturan_penilaian()
    with time_machine.travel("2026-11-24T02:00:00Z", tick=False):
        yield


def bernilai(jumlah=3, **lain):
    hasil = PenilaianFactory(**lain)
    for n in range(jumlah):
        NilaiKompetensiFactory(
            penilaian=hasil,
            kompetensi__nama=f"Kompetensi ke-{n}",
            level_standar=3,
            level_capaian=[3, 1, 2][n % 3],
        )
    return hasil


def test_profil_kesenjangan_terbesar_lebih_dulu(client):
    hasil = bernilai(final=True)
    client.force_login(hasil.pegawai.pengguna)

    jawaban = client.get(reverse("penilaian:profil"))

    profil = jawaban.context["profil"]
    assert [b.kesenjangan for b in profil.baris] == [2, 1, 0]
    assert profil.memenuhi == 1
    assert profil.masa == "BERLAKU"
    assert b"88,89%" in jawaban.content
    assert b"1 dari 3 kompetensi memenuhi standar jabatan" in jawaban.content
    assert b'<svg class="radar"' in jawaban.content


def test_profil_belum_terbit_tidak_terlihat_siapa_pun(client, analis, admin):
    opd = UnitKerjaFactory()
    atasan = PegawaiFactory(unit_kerja=opd)
    draf = bernilai(
        periode=PeriodePenilaianFactory(nama="Rahasia 2026", status="DITUTUP"),
        pegawai=PegawaiFactory(unit_kerja=opd, atasan=atasan),
        lengkap=True,
    )
    pembaca = [
        draf.pegawai.pengguna,
        atasan.pengguna,
        akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd),
        analis,
        admin,
    ]
    assert NilaiKompetensi.objects.count() == 3

    for akun in pembaca:
        client.force_login(akun)
        assert not hasil_terlihat(akun).exists()
        for url in ("penilaian:profil-pegawai", "penilaian:penilaian-rinci"):
            uid = draf.pegawai.uid if "profil" in url else draf.uid
            jawaban = client.get(reverse(url, kwargs={"uid": uid}))
            assert jawaban.status_code in {200, 403, 404}
            assert b"Kompetensi ke-0" not in jawaban.content
        jawaban = client.get(reverse("penilaian:api-penilaian"))
        assert jawaban.status_code == 403 or jawaban.json()["hasil"] == []
        jawaban = client.get(reverse("penilaian:api-kesenjangan"))
        assert jawaban.status_code == 403 or jawaban.json()["hasil"] == []
    assert hasil_terakhir(draf.pegawai) is None
    assert ringkasan_hasil([draf.pegawai_id]) == {}
    assert not CapaianKompetensi.objects.exists()


def test_hasil_periode_draf_hanya_bagi_analis(client, analis):
    opd = UnitKerjaFactory()
    draf = bernilai(pegawai=PegawaiFactory(unit_kerja=opd))
    alamat = reverse("penilaian:periode-hasil", kwargs={"uid": draf.periode.uid})

    client.force_login(akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd))
    assert list(client.get(alamat).context["halaman"]) == []
    client.force_login(analis)
    assert list(client.get(alamat).context["halaman"]) == [draf]


def test_periode_pemantau_melihat_kemajuan_unitnya_saja(client):
    opd = UnitKerjaFactory()
    periode = PeriodePenilaianFactory()
    PenilaianFactory(
        periode=periode, pegawai=PegawaiFactory(unit_kerja=opd), lengkap=True
    )
    PenilaianFactory(periode=periode)
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd))

    jawaban = client.get(periode.get_absolute_url())

    assert jawaban.context["kemajuan"] == {"jumlah": 1, "lengkap": 1}
    assert b"Tugaskan asesor" not in jawaban.content


def test_profil_belum_ada_hasil_menyebut_penilaian_berikutnya(client):
    draf = PenilaianFactory(periode__nama="Pemetaan Akhir")
    client.force_login(draf.pegawai.pengguna)

    jawaban = client.get(reverse("penilaian:profil"))

    assert b"Anda belum memiliki hasil penilaian" in jawaban.content
    assert b"Penilaian berikutnya: Pemetaan Akhir" in jawaban.content


def test_profil_dengan_teknis_radar_tetap_delapan_tambah_satu(client):
    hasil = bernilai(jumlah=9, final=True)
    NilaiKompetensiFactory(penilaian=hasil, kompetensi__jenis="TEKNIS")
    client.force_login(hasil.pegawai.pengguna)

    jawaban = client.get(reverse("penilaian:profil"))

    assert len(jawaban.context["profil"].radar) == 9
    assert len(jawaban.context["profil"].baris) == 10
    assert b'<svg class="radar"' in jawaban.content


def test_profil_tanpa_standar_tampil_tanpa_pembanding(client):
    hasil = PenilaianFactory(
        final=True,
        jpm=None,
        jpm_tampil=None,
        kategori="",
        jumlah_standar=None,
        pegawai__jabatan__nama="Penjaga Arsip",
    )
    NilaiKompetensiFactory(penilaian=hasil)
    client.force_login(hasil.pegawai.pengguna)

    jawaban = client.get(reverse("penilaian:profil"))

    assert "jabatan Penjaga Arsip belum ditetapkan" in jawaban.content.decode()
    assert jawaban.context["profil"].memenuhi == 0


@pytest.mark.parametrize(
    ("sampai", "kata"),
    [(date(2027, 5, 24), "Akan habis"), (date(2026, 11, 23), "Kedaluwarsa")],
)
def test_profil_masa_berlaku_disebut(client, sampai, kata):
    hasil = bernilai(
        final=True, berlaku_sampai=sampai, tanggal_penilaian=date(2024, 1, 1)
    )
    client.force_login(hasil.pegawai.pengguna)

    assert kata in client.get(reverse("penilaian:profil")).content.decode()


def test_profil_jabatan_rangkap_dibandingkan_terpisah(client):
    hasil = bernilai(jumlah=3, final=True)
    rangkap = RiwayatJabatanFactory(
        pegawai=hasil.pegawai, jenis="PLT", tmt=date(2026, 1, 1)
    )
    rangkap.jabatan = StandarButirFactory(
        standar=StandarKompetensiFactory(),
        kompetensi=hasil.nilai.first().kompetensi,
        level=5,
    ).standar.jabatan
    rangkap.save()
    client.force_login(hasil.pegawai.pengguna)

    profil = client.get(reverse("penilaian:profil")).context["profil"]

    assert [b.kesenjangan for b in profil.pembanding.baris] == [2]
    assert str(profil.hasil.jpm_tampil) == hasil.jpm_tampil


def test_hasil_lama_ditandai_digantikan(client):
    baru = bernilai(final=True)
    lama = bernilai(
        final=True, pegawai=baru.pegawai, tanggal_penilaian=date(2025, 1, 1)
    )
    client.force_login(baru.pegawai.pengguna)

    assert hasil_terakhir(baru.pegawai) == baru
    assert b"sudah digantikan" in client.get(lama.get_absolute_url()).content
    assert b"sudah digantikan" not in client.get(baru.get_absolute_url()).content


def test_hasil_tujuan_lain_tidak_menggantikan(client):
    baru = bernilai(final=True)
    lain = bernilai(
        final=True,
        pegawai=baru.pegawai,
        tanggal_penilaian=date(2025, 1, 1),
        periode=PeriodePenilaianFactory(terbit=True, tujuan="PENGISIAN"),
    )
    client.force_login(baru.pegawai.pengguna)

    assert b"sudah digantikan" not in client.get(lain.get_absolute_url()).content


def test_catatan_asesor_hanya_bagi_analis(client, analis):
    hasil = bernilai(final=True, catatan="Perlu pendampingan")

    client.force_login(hasil.pegawai.pengguna)
    assert b"Perlu pendampingan" not in client.get(hasil.get_absolute_url()).content
    client.force_login(analis)
    assert b"Perlu pendampingan" in client.get(hasil.get_absolute_url()).content


def test_kompetensi_anda_di_sini(client):
    hasil = bernilai(final=True, jumlah=2)
    kompetensi = hasil.nilai.get(level_capaian=1).kompetensi
    client.force_login(hasil.pegawai.pengguna)

    jawaban = client.get(
        reverse(
            "penilaian:profil-kompetensi",
            kwargs={"uid": hasil.pegawai.uid, "kompetensi": kompetensi.uid},
        )
    )

    letak = [
        (t["level"], t["di_sini"], t["standar"]) for t in jawaban.context["tingkat"]
    ]
    assert (1, True, False) in letak
    assert (3, False, True) in letak
    assert b"Anda di sini" in jawaban.content


@pytest.mark.parametrize("jumlah", [1, 3])
def test_profil_jumlah_kueri_tetap(client, jumlah, django_assert_num_queries):
    hasil = bernilai(jumlah=jumlah, final=True)
    client.force_login(hasil.pegawai.pengguna)

    with django_assert_num_queries(KUERI_PROFIL):
        client.get(reverse("penilaian:profil"))


@pytest.mark.parametrize("jumlah", [1, 3])
def test_api_penilaian_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_num_queries
):
    for _ in range(jumlah):
        bernilai(final=True)
    client.force_login(analis)

    with django_assert_num_queries(KUERI_API):
        jawaban = client.get(reverse("penilaian:api-penilaian"))

    assert len(jawaban.json()["hasil"]) == jumlah
    assert jawaban.json()["hasil"][0]["jpm"] == 88.89


@pytest.mark.parametrize("jumlah", [1, 3])
def test_api_kesenjangan_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_num_queries
):
    CapaianKompetensiFactory.create_batch(jumlah)
    CapaianKompetensiFactory(kesenjangan=0)
    client.force_login(analis)

    with django_assert_num_queries(KUERI_API - 1):
        jawaban = client.get(reverse("penilaian:api-kesenjangan"))

    assert len(jawaban.json()["hasil"]) == jumlah


def test_api_kesenjangan_hanya_cakupan(client):
    opd = UnitKerjaFactory()
    dalam = CapaianKompetensiFactory(pegawai=PegawaiFactory(unit_kerja=opd))
    CapaianKompetensiFactory()
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd))

    hasil = client.get(reverse("penilaian:api-kesenjangan")).json()["hasil"]

    assert [b["nip"] for b in hasil] == [dalam.pegawai.nip]


KUERI_PROFIL = 11
KUERI_API = 6


def test_profil_orang_lain_tetap_di_lembarnya(client, analis):
    hasil = bernilai(final=True)
    url = reverse("penilaian:profil-pegawai", kwargs={"uid": hasil.pegawai.uid})
    client.force_login(analis)

    isi = client.get(url).content.decode()

    assert f'<a href="{url}" aria-current="page">Kompetensi</a>' in isi
    assert reverse("pegawai:pegawai-rinci", kwargs={"uid": hasil.pegawai.uid}) in isi
    assert "Unduh PDF" in isi


def test_profil_sendiri_tanpa_tab_lembar(client):
    hasil = bernilai(final=True)
    client.force_login(hasil.pegawai.pengguna)

    isi = client.get(reverse("penilaian:profil")).content.decode()

    assert "Profil kompetensi saya" in isi
    assert "Bagian lembar pegawai" not in isi


def test_profil_menyertakan_kompetensi_standar_dari_penilaian_sebelumnya(client):
    """What the start page counts as short is there to be seen, with its source."""
    hasil = bernilai(final=True)
    orang = hasil.pegawai
    lama = {"pegawai": orang, "sumber": "Pemetaan 2025", "tanggal": date(2025, 5, 21)}
    kurang = CapaianKompetensiFactory(
        **lama, kompetensi__nama="Pencatatan Sipil", level=1, level_standar=2
    )
    CapaianKompetensiFactory(
        **lama, kompetensi=hasil.nilai.first().kompetensi, level=0, level_standar=3
    )
    CapaianKompetensiFactory(
        **lama, kompetensi__nama="Jabatan Lama", level=1, level_standar=None
    )
    client.force_login(orang.pengguna)

    jawaban = client.get(reverse("penilaian:profil"))

    profil = jawaban.context["profil"]
    assert len(profil.sumbu) == 3
    assert [b.kompetensi for b in profil.lain] == [kurang.kompetensi]
    isi = jawaban.content.decode()
    assert "Dari penilaian sebelumnya" in isi
    assert "Pemetaan 2025" in isi
    assert "21-05-2025" in isi
    assert "Jabatan Lama" not in isi


def test_profil_tanpa_sisa_lama_tidak_berbagian_kosong(client):
    hasil = bernilai(final=True)
    client.force_login(hasil.pegawai.pengguna)

    jawaban = client.get(reverse("penilaian:profil"))

    assert "Dari penilaian sebelumnya" not in jawaban.content.decode()


def test_profil_menawarkan_rencana_juga_bila_hanya_yang_lama_kurang(client):
    hasil = PenilaianFactory(final=True)
    NilaiKompetensiFactory(penilaian=hasil, level_standar=3, level_capaian=3)
    CapaianKompetensiFactory(pegawai=hasil.pegawai, level=1, level_standar=2)
    client.force_login(hasil.pegawai.pengguna)

    isi = client.get(reverse("penilaian:profil")).content.decode()

    assert "Susun rencana pengembangan" in isi
