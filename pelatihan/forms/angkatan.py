"""Forms of batches, decisions and certificates."""

from django import forms
from django.core.exceptions import ValidationError

from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar, BorangModel
from pegawai.dasar.forms.versi import CampuranVersi
from pelatihan.models import Angkatan, Sertifikat


class SaringAngkatan(BorangDasar):
    cari = forms.CharField(required=False, max_length=100, label="Pelatihan")
    status = forms.ChoiceField(
        required=False,
        label="Status",
        choices=[("", "Semua status"), *Angkatan.Status.choices],
    )


class SaringSertifikat(BorangDasar):
    cari = forms.CharField(
        required=False, max_length=100, label="Nomor, nama, atau pelatihan"
    )


class BorangAngkatan(CampuranVersi, BorangModel):
    class Meta:
        model = Angkatan
        fields = [
            "nama",
            "tanggal_mulai",
            "tanggal_selesai",
            "tempat",
            "kuota",
            "pendaftaran_mulai",
            "pendaftaran_sampai",
        ]
        error_messages = {
            "kuota": {"invalid": "Tulis kuota sebagai bilangan bulat, misalnya 30."}
        }

    tanggal_mulai = BidangTanggal(label="Tanggal mulai")
    tanggal_selesai = BidangTanggal(label="Tanggal selesai")
    pendaftaran_mulai = BidangTanggal(label="Pendaftaran mulai")
    pendaftaran_sampai = BidangTanggal(label="Pendaftaran sampai")
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, pelatihan, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.pelatihan = pelatihan
        self.fields["versi"].initial = self.instance.versi

    def clean(self):
        isi = super().clean()
        mulai, selesai = isi.get("tanggal_mulai"), isi.get("tanggal_selesai")
        if mulai and selesai and selesai < mulai:
            self.add_error(
                "tanggal_selesai", "Tanggal selesai tidak boleh sebelum tanggal mulai."
            )
        buka, tutup = isi.get("pendaftaran_mulai"), isi.get("pendaftaran_sampai")
        if buka and tutup and tutup < buka:
            self.add_error(
                "pendaftaran_sampai",
                "Akhir pendaftaran harus sesudah awal pendaftaran.",
            )
        if tutup and selesai and tutup > selesai:
            self.add_error(
                "pendaftaran_sampai",
                "Pendaftaran harus berakhir sebelum pelatihan selesai.",
            )
        return isi

    def _post_clean(self):
        """Constraints repeat what `clean` says beside the field; do not say it twice."""
        super()._post_clean()
        medan = {nama for nama in self.errors if nama != "__all__"}
        if medan and "__all__" in self.errors:
            del self._errors["__all__"]

    def clean_nama(self):
        nama = " ".join(self.cleaned_data["nama"].split())
        sama = Angkatan.objects.filter(pelatihan=self.instance.pelatihan, nama=nama)
        if sama.exclude(pk=self.instance.pk).exists():
            raise ValidationError("Angkatan dengan nama ini sudah ada.")
        return nama


class BorangAlasan(BorangDasar):
    """A reason that the person concerned will read."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dibaca oleh pegawai yang bersangkutan.",
    )


class BorangCabut(BorangDasar):
    alasan = forms.ChoiceField(
        label="Alasan",
        choices=[("", "Pilih alasan"), *Sertifikat.AlasanCabut.choices],
        help_text="Terlihat pada halaman periksa sertifikat.",
    )
    keterangan = forms.CharField(
        label="Keterangan",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Untuk catatan kantor; tidak terlihat di luar.",
    )


class BorangKehadiran(BorangDasar):
    """The attendance grid: one box per participant and day, `hadir_<id>_<tanggal>`."""

    def __init__(self, *args, daftar, hari, hadir, **kwargs):
        super().__init__(*args, **kwargs)
        self.daftar, self.hari = daftar, hari
        for p in daftar:
            for tgl in hari:
                self.fields[f"hadir_{p.pk}_{tgl.isoformat()}"] = forms.BooleanField(
                    required=False, initial=(p.pk, tgl) in hadir
                )

    def kisi(self):
        """Rows of the grid: participant and its boxes."""
        return [
            (p, [(t, self[f"hadir_{p.pk}_{t.isoformat()}"]) for t in self.hari])
            for p in self.daftar
        ]

    def isi(self):
        """Participant id -> days of being there."""
        return {
            p.pk: {
                t
                for t in self.hari
                if self.cleaned_data[f"hadir_{p.pk}_{t.isoformat()}"]
            }
            for p in self.daftar
        }


class BorangHasil(BorangDasar):
    """Pass marks: `hasil_<id>`; empty leaves a participant as it is."""

    PILIHAN = [
        ("", "Belum dinilai"),
        ("LULUS", "Lulus"),
        ("TIDAK_LULUS", "Tidak lulus"),
    ]

    def __init__(self, *args, daftar, **kwargs):
        super().__init__(*args, **kwargs)
        self.daftar = daftar
        for p in daftar:
            self.fields[f"hasil_{p.pk}"] = forms.ChoiceField(
                required=False,
                choices=self.PILIHAN,
                label=f"Hasil {p.pegawai.nama_lengkap}",
                initial="" if p.status == "DISETUJUI" else p.status,
                widget=forms.Select(attrs={"class": "form-select"}),
            )

    def baris(self):
        """Participant and its control."""
        return [(p, self[f"hasil_{p.pk}"]) for p in self.daftar]

    def isi(self):
        """Participant id -> result, for those that have one."""
        return {
            p.pk: nilai
            for p in self.daftar
            if (nilai := self.cleaned_data[f"hasil_{p.pk}"])
        }
