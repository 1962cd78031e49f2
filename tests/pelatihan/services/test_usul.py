"""KEAMANAN C.3, training catalogue: pengelola_opd 'propose', analis BU."""

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models import Pemberitahuan
from pegawai.models import Peran
from pelatihan.models import BentukPengembangan, Pelatihan, UsulPelatihan
from pelatihan.services.usul import (
    ambil_usul_pelatihan,
    tarik_usul_pelatihan,
    tolak_usul_pelatihan,
    usulkan_pelatihan,
)
from tests.pabrik.pegawai import KompetensiFactory, UnitKerjaFactory, akun_berperan
from tests.pabrik.pelatihan import PenyelenggaraFactory, UsulPelatihanFactory
from tests.serentak import serentak

pytestmark = pytest.mark.usefixtures("referensi")


@pytest.fixture
def opd():
    return UnitKerjaFactory()


@pytest.fixture
def pengelola(opd):
    return akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)


def isi(opd, **lain):
    return {
        "unit_kerja": opd,
        "nama": "Bahasa Isyarat",
        "bentuk": BentukPengembangan.objects.get(kode="KL10"),
        "kebutuhan": "Loket melayani warga tuli.",
        "jumlah_peserta": 25,
        "jp": 20,
        "kompetensi": None,
        "level": None,
    } | lain


def data(usul):
    return {
        "kode": "BI-01",
        "nama": usul.nama,
        "bentuk": usul.bentuk,
        "penyelenggara": PenyelenggaraFactory(),
        "jp": 20,
        "moda": "TATAP_MUKA",
        "deskripsi": usul.kebutuhan,
        "syarat": "",
        "status": "TERBIT",
    }


def kode_galat(fungsi, **nama):
    with pytest.raises(AturanDilanggar) as galat:
        fungsi(**nama)
    return galat.value.kode


def judul(akun):
    kabar = Pemberitahuan.objects.filter(penerima=akun).order_by("pk")
    return list(kabar.values_list("judul", flat=True))


def test_usulkan_mengabari_analis_dan_dua_kali_satu_usul(opd, pengelola, analis):
    pertama = usulkan_pelatihan(isi=isi(opd), oleh=pengelola)
    kedua = usulkan_pelatihan(isi=isi(opd, nama="  bahasa  ISYARAT "), oleh=pengelola)

    assert pertama == kedua
    assert (pertama.status, pertama.diusulkan_oleh) == ("DIUSULKAN", pengelola)
    assert judul(analis) == ["Usul pelatihan menunggu keputusan"]


def test_usulkan_unit_lain_dan_oleh_yang_bukan_pengelola_ditolak(opd, pengelola):
    kode = [
        kode_galat(usulkan_pelatihan, isi=isi(UnitKerjaFactory()), oleh=pengelola),
        kode_galat(
            usulkan_pelatihan,
            isi=isi(opd),
            oleh=akun_berperan(Peran.KEPALA_OPD, unit_kerja=opd),
        ),
        kode_galat(
            usulkan_pelatihan,
            isi=isi(opd, kompetensi=KompetensiFactory(kode="X.1")),
            oleh=pengelola,
        ),
    ]

    assert kode == ["di_luar_cakupan", "di_luar_cakupan", "sasaran_tidak_lengkap"]


def test_ambil_menjadi_draf_walau_borang_menyebut_terbit(opd, pengelola, analis):
    kompetensi = KompetensiFactory(kode="X.1")
    usul = usulkan_pelatihan(
        isi=isi(opd, kompetensi=kompetensi, level=3), oleh=pengelola
    )
    dasar = {"usul": usul, "data": data(usul), "sasaran": {kompetensi.pk: 3}}

    pertama = ambil_usul_pelatihan(oleh=analis, **dasar)
    kedua = ambil_usul_pelatihan(oleh=analis, **dasar)

    usul.refresh_from_db()
    assert pertama == kedua
    assert (pertama.status, pertama.kode) == ("DRAF", "BI-01")
    assert pertama.sasaran.get().kompetensi == kompetensi
    assert (usul.status, usul.pelatihan, usul.diputuskan_oleh) == (
        "DITERIMA",
        pertama,
        analis,
    )
    assert judul(pengelola) == ["Usul pelatihan diterima"]


def test_tolak_beralasan_mengabari_dan_boleh_diusulkan_lagi(opd, pengelola, analis):
    usul = usulkan_pelatihan(isi=isi(opd), oleh=pengelola)

    kosong = kode_galat(tolak_usul_pelatihan, usul=usul, alasan=" ", oleh=analis)
    hasil = tolak_usul_pelatihan(usul=usul, alasan="Sudah ada.", oleh=analis)
    tolak_usul_pelatihan(usul=usul, alasan="Sudah ada.", oleh=analis)
    lagi = usulkan_pelatihan(isi=isi(opd), oleh=pengelola)

    assert (kosong, hasil.status, hasil.alasan) == (
        "alasan_kosong",
        "DITOLAK",
        "Sudah ada.",
    )
    assert lagi != usul
    assert judul(pengelola) == ["Usul pelatihan ditolak"]


def test_pengusul_dan_bukan_analis_tidak_memutuskan(opd, analis):
    """C.8-3: an analyst who cares for a unit too does not decide the own proposal."""
    milik = UsulPelatihanFactory(unit_kerja=opd, diusulkan_oleh=analis)
    lain = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)

    kode = {
        kode_galat(tolak_usul_pelatihan, usul=milik, alasan="x", oleh=akun)
        for akun in (analis, lain)
    }

    assert kode == {"bukan_pemutus"}
    kedua = akun_berperan(Peran.ANALIS)
    assert tolak_usul_pelatihan(usul=milik, alasan="x", oleh=kedua).status == "DITOLAK"


def test_tarik_lalu_tidak_dapat_diputuskan(opd, pengelola, analis):
    usul = usulkan_pelatihan(isi=isi(opd), oleh=pengelola)

    tarik_usul_pelatihan(usul=usul, oleh=pengelola)
    hasil = tarik_usul_pelatihan(usul=usul, oleh=pengelola)
    kode = kode_galat(
        ambil_usul_pelatihan, usul=usul, data=data(usul), sasaran={}, oleh=analis
    )

    assert (hasil.status, kode) == ("DITARIK", "usul_sudah_diputuskan")
    assert not Pelatihan.objects.filter(kode="BI-01").exists()


@pytest.mark.django_db(transaction=True)
def test_dua_analis_serentak_satu_putusan(opd, pengelola):
    usul = usulkan_pelatihan(isi=isi(opd), oleh=pengelola)
    satu, dua = akun_berperan(Peran.ANALIS), akun_berperan(Peran.ANALIS)
    borang = data(usul)

    def kerja(akun):
        if akun == satu:
            ambil_usul_pelatihan(usul=usul, data=borang, sasaran={}, oleh=akun)
        else:
            tolak_usul_pelatihan(usul=usul, alasan="x", oleh=akun)
        return "putus"

    hasil = serentak(kerja, [satu, dua])

    assert sorted(map(str, hasil)) == ["putus", "usul_sudah_diputuskan"]
    assert len(judul(pengelola)) == 1
    assert UsulPelatihan.objects.get().status in {"DITERIMA", "DITOLAK"}
