"""A partner proposes a user; an administrator invites or refuses (KEAMANAN C.3)."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from kemitraan.models import PenggunaMitra, UsulPenggunaMitra
from kemitraan.queries.pengguna import usul_pengguna_terlihat
from kemitraan.services.usul import (
    terima_usul_pengguna,
    tolak_usul_pengguna,
    usulkan_pengguna_mitra,
)
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Pemberitahuan
from pegawai.queries.peran import peran_berlaku
from tests.pabrik.kemitraan import PenggunaMitraFactory, PerjanjianFactory
from tests.pabrik.pegawai import PenggunaFactory


@pytest.fixture
def anggota():
    """A user of a partner whose agreement is in force."""
    return PenggunaMitraFactory(mitra=PerjanjianFactory().mitra)


def usulkan(anggota, surel="dosen@kampus.ac.id", **lain):
    isi = {
        "nama": "Dosen Baru",
        "tanggal_selesai": hari_ini() + timedelta(days=300),
    } | lain
    return usulkan_pengguna_mitra(
        mitra=anggota.mitra, surel=surel, oleh=anggota.pengguna, **isi
    )


def kode(fungsi, *argumen, **isi):
    with pytest.raises(AturanDilanggar) as galat, transaction.atomic():
        fungsi(*argumen, **isi)
    return galat.value.kode


def test_usulkan_dua_kali_satu_usul_dan_admin_dikabari(anggota, admin):
    pertama, kedua = usulkan(anggota), usulkan(anggota, "Dosen@kampus.ac.id")

    assert pertama == kedua
    assert Pemberitahuan.objects.filter(penerima=admin).count() == 1
    assert not PenggunaMitra.objects.filter(pengguna__surel=pertama.surel).exists()


def test_terima_mengundang_dan_memberi_peran_mitra(anggota, admin):
    usul = usulkan(anggota)

    pertama = terima_usul_pengguna(usul=usul, oleh=admin)
    kedua = terima_usul_pengguna(usul=usul, oleh=admin)

    baru = PenggunaMitra.objects.get(pengguna__surel="dosen@kampus.ac.id")
    assert (baru.mitra, baru.tanggal_selesai) == (anggota.mitra, usul.tanggal_selesai)
    assert peran_berlaku(baru.pengguna) == {"MITRA"}
    assert pertama.diputuskan_pada == kedua.diputuskan_pada
    assert Pemberitahuan.objects.filter(penerima=anggota.pengguna).count() == 1


def test_tolak_dengan_alasan_lalu_tidak_dapat_diterima(anggota, admin):
    usul = usulkan(anggota)

    ditolak = tolak_usul_pengguna(usul=usul, alasan="Bukan dosen.", oleh=admin)

    assert (ditolak.status, ditolak.alasan) == ("DITOLAK", "Bukan dosen.")
    assert kode(terima_usul_pengguna, usul=usul, oleh=admin) == "usul_sudah_diputuskan"
    assert usulkan(anggota).status == "DIUSULKAN"  # may be asked again


def test_usulkan_tidak_mengungkap_akun_orang_lain(anggota, admin):
    PenggunaFactory(surel="dipakai@kampus.ac.id")

    usul = usulkan(anggota, "dipakai@kampus.ac.id")

    assert usul.status == "DIUSULKAN"
    assert kode(terima_usul_pengguna, usul=usul, oleh=admin) == "surel_terpakai"


def test_usulkan_yang_tidak_dapat_ditolak(anggota):
    tanpa = PenggunaMitraFactory()  # no agreement in force (MOU-7)
    lalu = hari_ini() - timedelta(days=1)

    assert kode(usulkan, tanpa) == "tanpa_perjanjian"
    assert kode(usulkan, anggota, anggota.pengguna.surel) == "surel_terpakai"
    assert kode(usulkan, anggota, tanggal_selesai=lalu) == "usul_tanggal"
    for ke in range(4):  # with the member himself five
        usulkan(anggota, f"d{ke}@kampus.ac.id")
    assert kode(usulkan, anggota, "d5@kampus.ac.id") == "pengguna_penuh"


def test_halaman_dari_usul_sampai_undangan(client, anggota, admin, settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    client.force_login(anggota.pengguna)
    alamat = reverse("kemitraan:pengguna-usulkan", kwargs={"uid": anggota.mitra.uid})
    isi = {"nama": "Dosen", "tanggal_selesai": "31-12-2098"}
    salah = client.post(alamat, isi | {"surel": "bukan surel"}).text
    for surel in ("a@kampus.ac.id", "b@kampus.ac.id"):
        client.post(alamat, isi | {"surel": surel})
    milik = client.get(alamat).text
    client.force_login(admin)
    mitra = client.get(anggota.mitra.get_absolute_url()).text
    a, b = UsulPenggunaMitra.objects.order_by("surel")
    for usul, tindakan, lain in ((a, "terima", {}), (b, "tolak", {"alasan": "Ganda"})):
        client.post(
            reverse(
                f"kemitraan:usul-pengguna-{tindakan}",
                kwargs={"uid": anggota.mitra.uid, "usul": usul.uid},
            ),
            lain,
        )

    assert "Tulis alamat surel lengkap" in salah
    assert 'value="Dosen"' in salah  # nothing typed is lost
    assert "a@kampus.ac.id" in milik
    assert mitra.count("Terima dan undang") == 2
    assert f'id="id_{a.uid}_alasan"' in mitra
    assert f'id="id_{b.uid}_alasan"' in mitra
    a.refresh_from_db()
    b.refresh_from_db()
    assert (a.status, b.status) == ("DIUNDANG", "DITOLAK")


@pytest.mark.parametrize("jumlah", [1, 3])
def test_usul_jumlah_kueri_tetap(
    client, anggota, jumlah, django_assert_max_num_queries
):
    for ke in range(jumlah):
        usulkan(anggota, f"d{ke}@kampus.ac.id")
    client.force_login(anggota.pengguna)
    alamat = reverse("kemitraan:pengguna-usulkan", kwargs={"uid": anggota.mitra.uid})

    with django_assert_max_num_queries(8):
        assert client.get(alamat).text.count("@kampus.ac.id</td>") == jumlah


def test_usul_terlihat_hanya_milik_lembaga_sendiri_dan_oleh_admin(anggota, admin):
    lain = PenggunaMitraFactory(mitra=PerjanjianFactory().mitra)
    usul = usulkan(anggota)
    usul_lain = usulkan(lain, surel="staf@kampus-lain.ac.id")

    def terlihat(pengguna, mitra):
        return list(usul_pengguna_terlihat(pengguna, mitra))

    assert terlihat(anggota.pengguna, anggota.mitra) == [usul]
    assert terlihat(anggota.pengguna, lain.mitra) == []
    assert terlihat(admin, lain.mitra) == [usul_lain]
    assert terlihat(PenggunaFactory(), anggota.mitra) == []
