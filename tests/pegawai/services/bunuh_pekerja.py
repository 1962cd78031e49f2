"""An import by a real Celery worker that is killed at random moments, and what is left.

The world: a first load, then a monthly file with new people, other names, posts and
numbers. The reference is the same file run to its end by nobody's death.
"""

import contextlib
import csv
import io
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from celery import current_app
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from pegawai.dasar.models import Pekerjaan, Pemberitahuan, Pengguna
from pegawai.dasar.services.pekerjaan import jalankan, sapu_pekerjaan
from pegawai.models import BerkasImpor, NomorPegawai, Pegawai, RiwayatJabatan
from pegawai.services.impor import jalankan_impor, pilih_impor, unggah_impor
from pegawai.services.impor_jalan import POTONG
from pegawai.services.impor_urung import urungkan_impor
from tests.alamat import lingkungan_pekerja

AKAR = Path(__file__).resolve().parents[3]
KOLOM = (
    "PNS ID",
    "NIP BARU",
    "NAMA",
    "UNOR NAMA",
    "SATUAN KERJA INDUK NAMA",
    "JABATAN NAMA",
    "TMT JABATAN",
)
TERLAMA = 300  # seconds that one job may take, deaths included


class Pekerja:
    """A worker of its own process group on the tests' database, queue of jobs only."""

    def __init__(self):
        perintah = "-m celery -A kompetensi worker -Q kerja -c 1 -l ERROR"
        pilihan = "--without-gossip --without-mingle --without-heartbeat"
        self.proses = subprocess.Popen(
            [sys.executable, "-W", "ignore", *perintah.split(), *pilihan.split()],
            cwd=AKAR,
            env=lingkungan_pekerja(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    @property
    def hidup(self):
        return self.proses.poll() is None

    def bunuh(self, *, anak_saja):
        """SIGKILL to the whole worker, or only to the process that does the work."""
        pid = self.proses.pid
        anak = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if anak_saja and anak:
            for satu in anak:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(satu), signal.SIGKILL)
            return
        self.tamatkan()

    def puncak_mb(self):
        """Peak RSS of the larger of its processes."""
        pid = self.proses.pid
        anak = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return max(
            int(baris.split()[1]) / 1024
            for satu in (pid, *anak)
            for baris in Path(f"/proc/{satu}/status").read_text().splitlines()
            if baris.startswith("VmHWM")
        )

    def tamatkan(self):
        if self.hidup:
            os.killpg(self.proses.pid, signal.SIGKILL)
        self.proses.wait(30)


class Pembunuh:
    """Brings jobs to their end by workers that die on the way, `kali` times in all.

    Only jobs whose service is in `sasaran` are killed, at a random moment after up to
    two more chunks than the worker found.
    """

    def __init__(self, kali, *, benih, sasaran):
        self.sisa, self.sasaran = kali, sasaran
        self.acak = random.Random(benih)
        self.pekerja = None
        self.saat = Counter()  # job and chunks that were in -> deaths

    def selesaikan(self, kerja):
        """Run the job to its end; kill as long as there are deaths left."""
        batas = time.monotonic() + TERLAMA
        jenis = kerja.tugas.rsplit(".", 1)[-1]
        sapu, percobaan, ajal = 0.0, 0, None
        while True:
            assert time.monotonic() < batas, f"{kerja.judul} tidak kunjung selesai"
            if self.pekerja is None or not self.pekerja.hidup:
                self.pekerja = Pekerja()
            kerja.refresh_from_db()
            if not kerja.terbuka:
                return kerja
            if kerja.status == "BERJALAN" and kerja.percobaan > percobaan:
                percobaan = kerja.percobaan
                ajal = self._ajal(kerja) if jenis in self.sasaran else None
            if ajal is not None and kerja.jumlah_selesai >= ajal:
                self._bunuh(kerja, jenis)
                ajal = None
            elif time.monotonic() > sapu:
                sapu = time.monotonic() + 1
                self._semenit_kemudian(kerja)
            time.sleep(0.01)

    def _ajal(self, kerja):
        """How many rows are in when death comes; None when nobody must die any more."""
        if not self.sisa:
            return None
        return kerja.jumlah_selesai + POTONG * self.acak.randrange(3)

    def _bunuh(self, kerja, jenis):
        time.sleep(self.acak.uniform(0, 0.5))
        kerja.refresh_from_db()
        self.pekerja.bunuh(anak_saja=self.acak.random() < 0.3)
        if kerja.terbuka:
            self.sisa -= 1
            self.saat[f"{jenis} {kerja.jumlah_selesai}"] += 1

    def _semenit_kemudian(self, kerja):
        """What beat does each minute, without the wait: the heartbeat is old by then.

        A worker that lives does not mind: it holds the turn of the imports.
        """
        lampau = timezone.now() - timedelta(seconds=61)
        Pekerjaan.objects.filter(pk=kerja.pk).update(dibuat_pada=lampau)
        Pekerjaan.objects.filter(pk=kerja.pk, status="BERJALAN").update(
            detak_pada=lampau
        )
        sapu_pekerjaan(sekarang=timezone.now())

    def tamat(self):
        if self.pekerja is not None:
            self.pekerja.tamatkan()


def kosongkan_antrean():
    """Nothing of earlier tests waits in the queue."""
    current_app.control.purge()
    with current_app.connection_for_write() as sambungan:
        sambungan.default_channel.queue_purge("kerja")


def tanpa_mati(kerja):
    """Run a job here, to its end."""
    jalankan(pk=kerja.pk)
    kerja.refresh_from_db()
    return kerja


def unggah(nama, baris, oleh):
    """Queue the check of a CSV of these rows."""
    aliran = io.StringIO()
    penulis = csv.writer(aliran, delimiter=";")
    penulis.writerow(KOLOM)
    penulis.writerows(baris)
    berkas = SimpleUploadedFile(nama, aliran.getvalue().encode())
    return unggah_impor(berkas=berkas, oleh=oleh)


def nip(n, urut=1):
    return f"{date(1965, 1, 1) + timedelta(days=n):%Y%m%d}2020121{urut:03d}"


def satu(n, nama, jabatan, *, urut=1, tmt="01-03-2024"):
    dinas = f"Dinas {n % 9}"
    return f"ID-{n}", nip(n, urut), nama, dinas, dinas, jabatan, tmt


def muatan_awal(jumlah):
    """Each person with a post."""
    return [
        satu(n, f"Orang Nomor {n}", f"Perencana {n % 4}")
        for n in range(jumlah * 4 // 5)
    ]


def muatan_bulanan(jumlah):
    """One fifth each: as before, another name, another post, another number, new."""
    isi = []
    for n in range(jumlah):
        macam = n % 4 if n < jumlah * 4 // 5 else 4
        isi.append(
            satu(
                n,
                f"Orang Nomor {n}" + (" B." if macam == 1 else ""),
                f"Perencana {(n + (macam == 2)) % 4}",
                urut=2 if macam == 3 else 1,
                tmt="01-10-2026" if macam == 2 else "01-03-2024",
            )
        )
    return isi


def kota(jumlah, oleh):
    """The first load, run to its end here."""
    impor = unggah("awal.csv", muatan_awal(jumlah), oleh)
    tanpa_mati(impor.pekerjaan)
    impor.refresh_from_db()
    pilih_impor(impor=impor, semua="BUAT", nama={}, oleh=oleh)
    impor.refresh_from_db()
    tanpa_mati(jalankan_impor(impor=impor, setuju=True, oleh=oleh).pekerjaan)


def bulanan(jumlah, oleh, selesaikan):
    """The monthly file from upload to end; returns the import and its trace."""
    impor = unggah("bulanan.csv", muatan_bulanan(jumlah), oleh)
    selesaikan(impor.pekerjaan)
    impor.refresh_from_db()
    kerja = selesaikan(jalankan_impor(impor=impor, setuju=True, oleh=oleh).pekerjaan)
    impor.refresh_from_db()
    return impor, jejak(impor, kerja)


def urungkan(impor, selesaikan):
    """Undo, the same way."""
    selesaikan(urungkan_impor(impor=impor, oleh=impor.oleh).pekerjaan)
    impor.refresh_from_db()
    return impor.status


def isi_kota():
    """Everything that is kept about people, by their numbers instead of keys."""
    return {
        "pegawai": Counter(
            Pegawai.objects.values_list(
                "nip",
                "pns_id",
                "nama",
                "jabatan__nama",
                "jabatan__unit_kerja__nama",
                "unit_kerja__nama",
                "tmt_jabatan",
                "kedudukan_hukum",
                "atasan__nip",
                "pengguna__nama_akun",
                "pengguna__is_active",
                "sumber",
            )
        ),
        "nomor": Counter(
            NomorPegawai.objects.values_list(
                "pegawai__nip", "nomor", "berlaku_mulai", "berlaku_sampai"
            )
        ),
        "jabatan": Counter(
            RiwayatJabatan.objects.values_list(
                "pegawai__nip", "jabatan__nama", "unit_kerja__nama", "tmt", "sampai"
            )
        ),
        "akun": Counter(Pengguna.objects.values_list("nama_akun", "is_active")),
    }


def jejak(impor, kerja):
    """What the run says and leaves behind: counts, change-trail rows, one notice."""
    baris = impor.baris.values_list("tindakan", flat=True)
    return {
        "keadaan": (impor.status, kerja.status, kerja.hasil),
        "jumlah": (impor.jumlah_ditambah, impor.jumlah_diubah, Counter(baris)),
        "riwayat": _riwayat(impor),
        "kabar": Pemberitahuan.objects.filter(
            kunci=f"impor-selesai:{impor.pk}"
        ).count(),
    }


def _riwayat(impor):
    """Change-trail rows of all the processes that worked on it, person by person."""
    hitung = {}
    for model, orang in ((Pegawai, "nip"), (NomorPegawai, "nomor")):
        kejadian = model._meta.get_field("events").related_model
        hitung[model.__name__] = Counter(
            kejadian.objects.filter(pgh_context_id__in=impor.konteks).values_list(
                orang, "pgh_label"
            )
        )
    kejadian = RiwayatJabatan._meta.get_field("events").related_model
    hitung["RiwayatJabatan"] = Counter(
        kejadian.objects.filter(pgh_context_id__in=impor.konteks).values_list(
            "pegawai__nip", "pgh_label", "tmt", "sampai"
        )
    )
    return hitung


def bunuh_impor(*, jumlah, kali, benih, sasaran, oleh):
    """Kill `kali` times over as many imports as it takes; how often, in which step."""
    kosongkan_antrean()
    kota(jumlah, oleh)
    awal = isi_kota()
    impor, jejak_utuh = bulanan(jumlah, oleh, tanpa_mati)
    utuh = isi_kota()
    assert urungkan(impor, tanpa_mati) == BerkasImpor.Status.DIURUNGKAN
    assert isi_kota() == awal
    pembunuh = Pembunuh(kali, benih=benih, sasaran=sasaran)
    putaran = 0
    try:
        while pembunuh.sisa:
            putaran += 1
            impor, jejak_kini = bulanan(jumlah, oleh, pembunuh.selesaikan)
            assert isi_kota() == utuh
            assert jejak_kini == jejak_utuh
            assert urungkan(impor, pembunuh.selesaikan) == "DIURUNGKAN"
            assert isi_kota() == awal
    finally:
        pembunuh.tamat()
    return putaran, dict(pembunuh.saat), jejak_utuh
