"""An edition of a standard: its head, the document, the level of each competency."""

from django import forms

from pegawai.alat.rumusan import rapikan
from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar
from pegawai.dasar.forms.versi import BorangBerversi
from pegawai.models import (
    Golongan,
    Kompetensi,
    LevelKompetensi,
    StandarKompetensi,
    StandarSyarat,
    TingkatPendidikan,
)
from pegawai.services.standar import IsiStandar, KepalaStandar, Syarat

PILIHAN_LEVEL = [
    ("", "Tidak dipersyaratkan"),
    *((n, f"{n} – {nama}") for n, nama in LevelKompetensi.NAMA.items()),
]
BARIS_BARU = 2
SYARAT_TERBANYAK = 30


class SaringStandarForm(BorangDasar):
    cari = forms.CharField(label="Jabatan atau jenjang", required=False, max_length=100)
    untuk = forms.ChoiceField(
        label="Untuk",
        choices=[("", "Semua"), ("jabatan", "Jabatan"), ("jenjang", "Jenjang")],
        required=False,
    )
    status = forms.ChoiceField(
        label="Status",
        choices=[("", "Semua"), *StandarKompetensi.Status.choices],
        required=False,
    )

    @property
    def saring(self):
        """Valid filters only."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}


class CampuranKepala(forms.Form):
    """Fields that name an edition."""

    edisi = forms.CharField(label="Edisi", max_length=60)
    nomor_keputusan = forms.CharField(label="Nomor keputusan", max_length=60)
    tanggal_keputusan = BidangTanggal(label="Tanggal keputusan", required=False)
    berlaku_mulai = BidangTanggal(
        label="Berlaku mulai",
        error_messages={"required": "Isi tanggal mulai berlaku."},
    )

    @property
    def kepala(self):
        """The head as the service takes it."""
        return KepalaStandar(*(self.cleaned_data[n] for n in KepalaStandar._fields))


class StandarBaruForm(BorangDasar, CampuranKepala):
    tombol = "Buat draf"


def _teks(label, panjang, **lain):
    return forms.CharField(label=label, max_length=panjang, required=False, **lain)


class CampuranDokumen(forms.Form):
    """Sections 1, 2 and 4 of the document."""

    kelompok_jabatan = _teks(
        "Kelompok jabatan", 80, help_text="Misalnya Jabatan Administrator."
    )
    urusan = _teks("Urusan pemerintahan", 150)
    kode_jabatan = _teks("Kode jabatan", 40)
    ikhtisar = _teks("Ikhtisar jabatan", 4000, widget=forms.Textarea({"rows": 4}))
    golongan_minimum = forms.ModelChoiceField(
        label="Pangkat paling rendah",
        queryset=Golongan.objects.order_by("-status", "urutan", "pk"),
        required=False,
        empty_label="Belum ditentukan",
    )
    pendidikan_minimum = forms.ModelChoiceField(
        label="Pendidikan paling rendah",
        queryset=TingkatPendidikan.objects.order_by("urutan", "pk"),
        required=False,
        empty_label="Belum ditentukan",
    )
    bidang_pendidikan = _teks("Bidang pendidikan", 300)
    indikator_kinerja = _teks(
        "Indikator kinerja jabatan",
        4000,
        widget=forms.Textarea({"rows": 4}),
        help_text="Satu indikator per baris.",
    )

    @property
    def isi_dokumen(self):
        """The document as the service takes it."""
        isi = {n: self.cleaned_data[n] for n in IsiStandar._fields}
        return IsiStandar(
            **{n: rapikan(v) if isinstance(v, str) else v for n, v in isi.items()}
        )


class StandarForm(BorangBerversi, CampuranKepala, CampuranDokumen):
    """The whole draft; technical competencies are added from a list of all of them."""

    tombol = "Simpan draf"

    def __init__(self, *args, kompetensi, teknis=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.kompetensi = {f"level_{k.uid}": k for k in kompetensi}
        for nama, satu in self.kompetensi.items():
            self.fields[nama] = _bidang_level(satu.nama)
        self.tambahan = self._tambah_teknis(list(teknis))
        self.baris_syarat = {
            jenis: self._baris_syarat(jenis, str(label))
            for jenis, label in StandarSyarat.Jenis.choices
        }

    def _tambah_teknis(self, teknis):
        """Blank pairs (competency, level) for what is not yet in the draft."""
        self._teknis = {str(uid): pk for pk, uid, _, _ in teknis}
        if not teknis:
            return []
        grup = {}
        for _, uid, nama, kamus in teknis:
            grup.setdefault(kamus, []).append((str(uid), nama))
        pilihan = [("", "Pilih kompetensi"), *grup.items()]
        pasang = []
        for n in range(1, BARIS_BARU + 2):
            self.fields[f"teknis_{n}"] = forms.ChoiceField(
                label=f"Tambah kompetensi teknis {n}", choices=pilihan, required=False
            )
            self.fields[f"teknis_{n}_level"] = _bidang_level(f"Tingkat teknis {n}")
            pasang.append((f"teknis_{n}", f"teknis_{n}_level"))
        return pasang

    def _baris_syarat(self, jenis, label):
        """Rows stored or sent, and some blank ones."""
        isi = self.data if self.is_bound else self.initial
        ada = [
            n
            for n in range(1, SYARAT_TERBANYAK + 1)
            if isi.get(f"syarat_{jenis}_{n}") or isi.get(f"tanda_{jenis}_{n}")
        ]
        jumlah = min(max(ada, default=0) + BARIS_BARU, SYARAT_TERBANYAK)
        pasang = []
        for n in range(1, jumlah + 1):
            self.fields[f"syarat_{jenis}_{n}"] = _teks(f"{label} {n}", 500)
            self.fields[f"tanda_{jenis}_{n}"] = forms.ChoiceField(
                label=f"Tanda {label.lower()} {n}",
                choices=[("", "Pilih tanda"), *StandarSyarat.Tanda.choices],
                required=False,
            )
            pasang.append((f"syarat_{jenis}_{n}", f"tanda_{jenis}_{n}"))
        return pasang

    def clean(self):
        isi = super().clean()
        for pasang in self.baris_syarat.values():
            for uraian, tanda in pasang:
                if isi.get(uraian) and not isi.get(tanda):
                    self.add_error(tanda, "Pilih mutlak, penting, atau perlu.")
                elif (
                    isi.get(tanda) and not isi.get(uraian) and uraian not in self.errors
                ):
                    self.add_error(uraian, "Isi syaratnya, atau kosongkan tandanya.")
        for nama, level in self.tambahan:
            if isi.get(nama) and not isi.get(level):
                self.add_error(level, "Pilih tingkatnya.")
            elif isi.get(level) and not isi.get(nama):
                self.add_error(nama, "Pilih kompetensinya, atau kosongkan tingkatnya.")
        return isi

    @property
    def level(self):
        """Competency id -> level or None."""
        isi = self.cleaned_data
        tambah = {
            self._teknis[isi[nama]]: isi[level]
            for nama, level in self.tambahan
            if isi.get(nama)
        }
        return {k.pk: isi[n] for n, k in self.kompetensi.items()} | tambah

    @property
    def syarat(self):
        """The requirements, row by row."""
        isi = self.cleaned_data
        return [
            Syarat(jenis, isi[uraian], isi[tanda])
            for jenis, pasang in self.baris_syarat.items()
            for uraian, tanda in pasang
            if isi[uraian]
        ]

    @property
    def bagian_level(self):
        """(kind, bound fields) for the template."""
        grup = {}
        for nama, satu in self.kompetensi.items():
            grup.setdefault(satu.get_jenis_display(), []).append(self[nama])
        return grup.items()

    @property
    def bagian_syarat(self):
        """(kind, pairs of bound fields) for the template."""
        return [
            (StandarSyarat.Jenis(jenis).label, [(self[u], self[t]) for u, t in pasang])
            for jenis, pasang in self.baris_syarat.items()
        ]

    @property
    def bagian_teknis(self):
        """Blank pairs for technical competencies."""
        return [(self[nama], self[level]) for nama, level in self.tambahan]

    @staticmethod
    def awal(standar, butir):
        """What is stored now."""
        isi = {n: getattr(standar, n) for n in KepalaStandar._fields}
        isi |= {n: getattr(standar, n) for n in IsiStandar._fields}
        for nama in ("golongan_minimum", "pendidikan_minimum"):
            isi[nama] = getattr(standar, f"{nama}_id") or ""
        isi["versi"] = standar.versi
        nomor = {}
        for s in standar.syarat.order_by("urutan", "pk"):
            n = nomor[s.jenis] = nomor.get(s.jenis, 0) + 1
            isi[f"syarat_{s.jenis}_{n}"] = s.uraian
            isi[f"tanda_{s.jenis}_{n}"] = s.tanda
        return isi | {f"level_{b.kompetensi.uid}": b.level for b in butir}


def _bidang_level(label):
    return forms.TypedChoiceField(
        label=label,
        choices=PILIHAN_LEVEL,
        coerce=int,
        empty_value=None,
        required=False,
    )


def kompetensi_standar(butir):
    """The active managerial and socio-cultural ones, and all this edition requires."""
    dipakai = [b.kompetensi_id for b in butir]
    inti = Kompetensi.objects.filter(aktif=True).exclude(jenis=Kompetensi.Jenis.TEKNIS)
    return (inti | Kompetensi.objects.filter(pk__in=dipakai)).order_by(
        "jenis", "urutan", "kode", "pk"
    )


def teknis_lain(butir):
    """Technical competencies that can be added: (pk, uid, name, dictionary)."""
    return (
        Kompetensi.objects.filter(aktif=True, jenis=Kompetensi.Jenis.TEKNIS)
        .exclude(pk__in=[b.kompetensi_id for b in butir])
        .order_by("kamus", "urutan", "kode", "pk")
        .values_list("pk", "uid", "nama", "kamus_id")
    )
