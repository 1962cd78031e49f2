"""The files of a random world: certificates, evidence, agreements, exports."""

from datetime import UTC, datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from kemitraan.models import PenggunaMitra, Perjanjian
from pegawai import models as m
from pegawai.dasar.models import DokumenTerbit, Pekerjaan
from pegawai.services.ekspor import TUGAS
from pelatihan.models import Peserta, RiwayatPengembangan, Sertifikat
from tests.izin.peramal import perjanjian
from tests.pabrik.kemitraan import MitraFactory
from tests.pabrik.pelatihan import AngkatanBerjalanFactory

SEKARANG = datetime(2026, 1, 2, tzinfo=UTC)


def siapkan_berkas(bersama):
    """What every world uses: a batch, two partners, one stored file."""
    bersama.angkatan = AngkatanBerjalanFactory()
    bersama.mitra = [MitraFactory(), MitraFactory()]
    bersama.berkas = default_storage.save("uji/dunia.pdf", ContentFile(b"%PDF-1.7"))


def bangun_berkas(d, h, bersama):
    """One certificate and one request a person, one agreement a unit, exports."""
    _permintaan(h, bersama)
    _sertifikat(h, bersama)
    _perjanjian(d, h, bersama)
    _ekspor(h, bersama)


def _permintaan(h, bersama):
    h.permintaan = m.PermintaanPerbaikan.objects.bulk_create(
        m.PermintaanPerbaikan(
            pegawai=p,
            medan="PENDIDIKAN",
            nilai_baru="S-2",
            bukti=bersama.berkas,
            bukti_jenis="pdf",
            bukti_nama="ijazah.pdf",
            diajukan_pada=SEKARANG,
            ingatkan_pada=SEKARANG + timedelta(hours=48),
            batas_pada=SEKARANG + timedelta(hours=72),
        )
        for p in h.orang
    )


def _sertifikat(h, bersama):
    lembaga = bersama.angkatan.pelatihan.penyelenggara
    peserta = Peserta.objects.bulk_create(
        Peserta(
            angkatan=bersama.angkatan,
            pegawai=p,
            status="LULUS",
            diajukan_pada=SEKARANG,
            batas_keputusan=SEKARANG,
            diputuskan_oleh=h.akun[0],
            diputuskan_pada=SEKARANG,
            dinilai_oleh=h.akun[0],
            dinilai_pada=SEKARANG,
        )
        for p in h.orang
    )
    dokumen = DokumenTerbit.objects.bulk_create(
        DokumenTerbit(
            kode=f"K{p.pk}",
            nomor=f"N{p.pk}",
            jenis="SERTIFIKAT",
            judul="Pelatihan",
            pemegang_nama=p.nama,
            tanggal_terbit=SEKARANG,
            berkas=bersama.berkas,
        )
        for p in h.orang
    )
    h.riwayat = RiwayatPengembangan.objects.bulk_create(
        RiwayatPengembangan(
            pegawai=p,
            bentuk=bersama.angkatan.pelatihan.bentuk,
            nama="Pelatihan",
            penyelenggara=lembaga.nama,
            tanggal_mulai=SEKARANG,
            tanggal_selesai=SEKARANG,
            jp=10,
            bukti=bersama.berkas,
            bukti_jenis="pdf",
            diajukan_pada=SEKARANG,
        )
        for p in h.orang
    )
    h.sertifikat = Sertifikat.objects.bulk_create(
        Sertifikat(
            peserta=satu,
            penyelenggara=lembaga,
            dokumen=lembar,
            riwayat=catatan,
            nomor=lembar.nomor,
            tahun=2026,
            urut=satu.pegawai_id,
            diterbitkan_oleh=h.akun[0],
            diterbitkan_pada=SEKARANG,
        )
        for satu, lembar, catatan in zip(peserta, dokumen, h.riwayat, strict=True)
    )


def _perjanjian(d, h, bersama):
    lama, jauh = d.hari - timedelta(days=400), d.hari + timedelta(days=400)
    h.perjanjian = Perjanjian.objects.bulk_create(
        Perjanjian(
            mitra=bersama.mitra[mitra],
            jenis="KERJA_SAMA",
            nomor_kota=f"P{h.unit[n].pk}",
            judul="Kerja sama",
            opd=h.unit[n],
            tanggal_ttd=lama,
            tanggal_mulai=lama,
            tanggal_berakhir=d.hari - timedelta(days=1)
            if keadaan == "BERAKHIR"
            else jauh,
            status="RANCANGAN" if keadaan == "RANCANGAN" else "DITANDATANGANI",
            berkas=bersama.berkas,
        )
        for n, (mitra, keadaan) in enumerate(perjanjian(d))
    )
    PenggunaMitra.objects.bulk_create(
        PenggunaMitra(
            mitra=bersama.mitra[n % 2],
            pengguna=akun,
            tanggal_mulai=lama,
            tanggal_selesai=jauh,
        )
        for n, akun in enumerate(h.akun)
    )


def _ekspor(h, bersama):
    """Two finished exports an account: of the whole city, and of the root unit."""
    akar = str(m.UnitKerja.objects.values_list("jalur", flat=True).get(pk=h.unit[0].pk))
    kerja = Pekerjaan.objects.bulk_create(
        Pekerjaan(
            pemilik=akun,
            judul="Ekspor",
            tugas=TUGAS,
            status="SELESAI",
            hasil={"akar": isi},
            berkas=bersama.berkas,
        )
        for akun in h.akun
        for isi in (None, [akar])
    )
    h.ekspor = [tuple(kerja[n : n + 2]) for n in range(0, len(kerja), 2)]
