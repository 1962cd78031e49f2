"""Forms of agreements."""

from django import forms

from kemitraan.models import Mitra, Perjanjian, ProgramMagang
from pegawai.dasar.alat.berkas import periksa_pdf
from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar, BorangModel
from pegawai.dasar.forms.versi import CampuranVersi
from pegawai.models import UnitKerja
from pelatihan.models.katalog import JP_TERBANYAK

PETUNJUK_BERKAS = "PDF, paling besar 5 MB."


class BidangPdf(forms.FileField):
    """An optional PDF of at most 5 MB."""

    def __init__(self, **lain):
        lain.setdefault("required", False)
        lain.setdefault("help_text", PETUNJUK_BERKAS)
        lain.setdefault("widget", forms.FileInput(attrs={"accept": "application/pdf"}))
        super().__init__(**lain)

    def clean(self, data, initial=None):
        berkas = super().clean(data, initial)
        if data:
            periksa_pdf(data)
        return berkas


class PerjanjianForm(CampuranVersi, BorangModel):
    tombol = "Simpan perjanjian"

    tanggal_mulai = BidangTanggal(label="Tanggal mulai")
    tanggal_berakhir = BidangTanggal(label="Tanggal berakhir")
    opd = forms.ModelChoiceField(
        UnitKerja.objects.none(), label="OPD pengampu", empty_label="Pilih OPD"
    )
    induk = forms.ModelChoiceField(
        Perjanjian.objects.none(),
        label="Kesepakatan bersama induk",
        required=False,
        empty_label="Tanpa induk",
    )
    berkas = BidangPdf(label="Berkas perjanjian")
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Perjanjian
        fields = [
            "mitra",
            "jenis",
            "induk",
            "judul",
            "nomor_kota",
            "nomor_mitra",
            "ruang_lingkup",
            "opd",
            "tanggal_mulai",
            "tanggal_berakhir",
            "pic_mitra",
            "pembiayaan",
            "berkas",
        ]
        widgets = {"ruang_lingkup": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, opd, induk, **lain):
        super().__init__(*args, **lain)
        self.fields["opd"].queryset = opd
        self.fields["induk"].queryset = induk
        self.fields["mitra"].queryset = Mitra.objects.filter(aktif=True).order_by(
            "nama_urut", "pk"
        )
        self.fields["mitra"].empty_label = "Pilih mitra"
        self.fields["jenis"].choices = [
            pilihan
            for pilihan in Perjanjian.Jenis.choices
            if pilihan[0] != Perjanjian.Jenis.ADENDUM
            or self.instance.jenis == Perjanjian.Jenis.ADENDUM
        ]

    def clean(self):
        data = super().clean()
        mulai, akhir = data.get("tanggal_mulai"), data.get("tanggal_berakhir")
        if mulai and akhir and akhir < mulai:
            self.add_error(
                "tanggal_berakhir",
                "Tanggal berakhir tidak boleh sebelum tanggal mulai.",
            )
        if data.get("induk") and data.get("jenis") == "KESEPAKATAN_BERSAMA":
            self.add_error(
                "induk",
                "Kesepakatan bersama tidak memiliki induk. Kosongkan pilihan ini.",
            )
        return data

    def _post_clean(self):
        """The service saves and speaks for the constraints; shape is checked above."""

    def isi(self):
        """What the service takes; no new file leaves the stored one."""
        isi = {nama: self.cleaned_data[nama] for nama in self.Meta.fields}
        if "berkas" not in self.changed_data:
            isi.pop("berkas")
        return isi


class SaringPerjanjianForm(forms.Form):
    cari = forms.CharField(label="Cari", max_length=100, required=False)
    jenis = forms.ChoiceField(
        label="Jenis",
        required=False,
        choices=[("", "Semua jenis"), *Perjanjian.Jenis.choices],
    )
    keadaan = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Semua status"), *Perjanjian.Keadaan.choices],
    )


class TandatanganForm(BorangDasar):
    tombol = "Catat tanda tangan"

    tanggal_ttd = BidangTanggal(label="Tanggal tanda tangan")
    penandatangan_kota = forms.CharField(
        label="Penandatangan pihak kota", max_length=200, help_text="Nama dan jabatan."
    )
    penandatangan_mitra = forms.CharField(
        label="Penandatangan pihak mitra", max_length=200, help_text="Nama dan jabatan."
    )
    nomor_mitra = forms.CharField(
        label="Nomor pihak mitra", max_length=80, required=False
    )
    berkas = BidangPdf(label="Naskah bertanda tangan")


class HentikanForm(BorangDasar):
    tombol = "Hentikan perjanjian"

    alasan = forms.CharField(
        label="Alasan penghentian",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PerpanjangForm(BorangDasar):
    tombol = "Buat adendum"

    nomor_kota = forms.CharField(label="Nomor adendum", max_length=80)
    tanggal_berakhir = BidangTanggal(label="Berlaku sampai")


class ProgramForm(BorangDasar):
    tombol = "Buka program"

    nama = forms.CharField(label="Nama program", max_length=200)
    arah = forms.ChoiceField(label="Arah", choices=ProgramMagang.Arah.choices)
    tanggal_mulai = BidangTanggal(label="Tanggal mulai")
    tanggal_selesai = BidangTanggal(label="Tanggal selesai")
    jp = forms.IntegerField(
        label="Jam pelajaran (JP)",
        required=False,
        min_value=1,
        max_value=JP_TERBANYAK,
        help_text="Hanya untuk magang ASN. Kosongkan untuk memakai angka pada tabel "
        "bentuk pengembangan.",
    )

    def clean(self):
        data = super().clean()
        if data.get("jp") and data.get("arah") == ProgramMagang.Arah.MASUK:
            self.add_error(
                "jp", "Mahasiswa tidak memperoleh JP. Kosongkan, atau pilih ASN keluar."
            )
        mulai, akhir = data.get("tanggal_mulai"), data.get("tanggal_selesai")
        if mulai and akhir and akhir < mulai:
            self.add_error(
                "tanggal_selesai", "Tanggal selesai tidak boleh sebelum tanggal mulai."
            )
        return data
