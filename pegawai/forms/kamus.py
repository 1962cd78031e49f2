"""Dictionaries: owner, head of an edition, wording of one competency."""

from django import forms

from pegawai.alat.rumusan import TEKS_TERPANJANG, TINGKAT, butir_baru
from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar
from pegawai.dasar.forms.versi import BorangBerversi
from pegawai.models import EdisiKamus, Kompetensi, LevelKompetensi, UnitKerja
from pegawai.services.kamus import KepalaEdisi, PemilikKamus


class CampuranPemilik(forms.Form):
    """Who answers for the dictionary."""

    unit = forms.ChoiceField(
        label="Perangkat daerah pemilik",
        required=False,
        help_text="Untuk kamus milik Pemerintah Kota.",
    )
    instansi = forms.CharField(
        label="Instansi pembina",
        max_length=150,
        required=False,
        help_text="Untuk kamus dari kementerian atau lembaga.",
    )
    urusan = forms.CharField(
        label="Urusan pemerintahan", max_length=150, required=False
    )

    def clean(self):
        isi = super().clean()
        if bool(isi.get("unit")) == bool(isi.get("instansi")):
            self.add_error(
                "instansi",
                "Isi salah satu: perangkat daerah pemilik atau instansi pembina.",
            )
        return isi

    @property
    def pemilik(self):
        """The owner as the service takes it."""
        isi = self.cleaned_data
        unit = (
            UnitKerja.objects.filter(uid=isi["unit"]).first() if isi["unit"] else None
        )
        return PemilikKamus(unit, isi["instansi"], isi["urusan"])


def _pilihan_unit(form, unit):
    form.fields["unit"].choices = [("", "Bukan perangkat daerah"), *unit]


class SaringEdisiForm(forms.Form):
    """Filters of the flat list of editions (API)."""

    kamus = forms.UUIDField(required=False)
    status = forms.ChoiceField(
        required=False, choices=[("", ""), *EdisiKamus.Status.choices]
    )


class KamusBaruForm(BorangDasar, CampuranPemilik):
    tombol = "Buat kamus"
    nama = forms.CharField(
        label="Nama kamus",
        max_length=80,
        help_text="Misalnya Kamus teknis kearsipan (ANRI).",
    )
    kode = forms.SlugField(
        label="Kode kamus",
        max_length=40,
        help_text="Huruf, angka, dan tanda hubung. Dipakai saat bertukar berkas.",
        error_messages={"invalid": "Pakai huruf, angka, dan tanda hubung saja."},
    )
    field_order = ["nama", "kode", "unit", "instansi", "urusan"]

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        _pilihan_unit(self, unit)


class KamusForm(BorangBerversi, CampuranPemilik):
    tombol = "Simpan kamus"

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        _pilihan_unit(self, unit)

    @staticmethod
    def awal(kamus):
        """What is stored now."""
        return {
            "unit": str(kamus.unit_kerja.uid) if kamus.unit_kerja else "",
            "instansi": kamus.instansi,
            "urusan": kamus.urusan,
            "versi": kamus.versi,
        }


class CampuranEdisi(forms.Form):
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
        return KepalaEdisi(*(self.cleaned_data[n] for n in KepalaEdisi._fields))


class EdisiBaruForm(BorangDasar, CampuranEdisi):
    tombol = "Buat draf edisi"


class EdisiForm(BorangBerversi, CampuranEdisi):
    tombol = "Simpan edisi"

    @staticmethod
    def awal(edisi):
        """What is stored now."""
        return {n: getattr(edisi, n) for n in KepalaEdisi._fields} | {
            "versi": edisi.versi
        }


def _teks(label, baris, *, wajib):
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": baris}),
        required=wajib,
        max_length=TEKS_TERPANJANG,
    )


class ButirForm(BorangBerversi):
    """Name, definition, and the wording of the five levels; `versi` 0 adds one."""

    tombol = "Simpan ke draf"
    kode = forms.CharField(
        label="Kode", max_length=24, help_text="Misalnya T.01; unik di kamusnya."
    )
    nama = forms.CharField(label="Nama", max_length=150)
    jenis = forms.ChoiceField(label="Jenis", choices=Kompetensi.Jenis.choices)
    definisi = _teks("Definisi", 3, wajib=True)
    terkait = forms.CharField(
        label="Kode kompetensi terkait",
        max_length=300,
        required=False,
        help_text="Pisahkan dengan titik koma.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.initial.get("versi"):  # a code is an identity: given once
            self.fields["kode"].disabled = True
        for tingkat in TINGKAT:
            nama = f"Tingkat {tingkat}, {LevelKompetensi.NAMA[int(tingkat)].lower()}"
            self.fields[f"uraian_{tingkat}"] = _teks(f"{nama}: uraian", 3, wajib=False)
            self.fields[f"indikator_{tingkat}"] = _teks(
                f"{nama}: indikator perilaku", 2, wajib=False
            )

    def clean(self):
        isi = super().clean()
        for tingkat in TINGKAT:
            if isi.get(f"indikator_{tingkat}") and not isi.get(f"uraian_{tingkat}"):
                self.add_error(
                    f"uraian_{tingkat}",
                    "Isi uraiannya juga: indikator tanpa uraian tidak tersimpan.",
                )
        return isi

    @property
    def butir(self):
        """The competency as plain data."""
        isi = self.cleaned_data
        return butir_baru(
            kode=isi["kode"],
            nama=isi["nama"],
            jenis=isi["jenis"],
            definisi=isi["definisi"],
            terkait=isi["terkait"].split(";"),
            level={t: (isi[f"uraian_{t}"], isi[f"indikator_{t}"]) for t in TINGKAT},
        )

    @staticmethod
    def awal(butir):
        """What is stored now, or the start of a new one."""
        if butir is None:
            return {"jenis": Kompetensi.Jenis.TEKNIS, "versi": 0}
        isi = {n: butir[n] for n in ("kode", "nama", "jenis", "definisi")}
        isi["terkait"] = "; ".join(butir.get("terkait", []))
        isi["versi"] = butir.get("versi", 1)
        for tingkat, satu in butir["level"].items():
            isi[f"uraian_{tingkat}"] = satu["uraian"]
            isi[f"indikator_{tingkat}"] = satu["indikator"]
        return isi
