"""Recording training taken elsewhere, and verifying it."""

from itertools import groupby

from django import forms

from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar
from pegawai.dasar.forms.versi import CampuranVersi
from pegawai.dasar.queries.aturan import aturan_tampil
from pegawai.forms.perbaikan import BUKTI_DITERIMA
from pelatihan.models import BentukPengembangan, RiwayatPengembangan
from pelatihan.models.katalog import JP_TERBANYAK
from pelatihan.services.riwayat import MEDAN

Status = RiwayatPengembangan.Status


class BidangJp(forms.IntegerField):
    """Whole hours of learning."""

    def __init__(self, **kwargs):
        super().__init__(
            min_value=1,
            max_value=JP_TERBANYAK,
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            error_messages={
                "invalid": "Tulis JP sebagai bilangan bulat, misalnya 20.",
                "min_value": "JP paling sedikit 1.",
                "max_value": f"JP paling banyak {JP_TERBANYAK}.",
            },
            **kwargs,
        )


class CatatRiwayatForm(CampuranVersi, BorangDasar):
    tombol = "Kirim untuk verifikasi"

    nama = forms.CharField(label="Nama kegiatan", max_length=250)
    bentuk = forms.ModelChoiceField(
        label="Bentuk",
        queryset=BentukPengembangan.objects.exclude(
            jalur=BentukPengembangan.Jalur.PENDIDIKAN
        ).order_by("urutan", "kode"),
        empty_label="Pilih bentuk",
    )
    penyelenggara = forms.CharField(label="Penyelenggara", max_length=200)
    tanggal_mulai = BidangTanggal(label="Tanggal mulai")
    tanggal_selesai = BidangTanggal(label="Tanggal selesai")
    jp = BidangJp(
        label="Jam pelajaran (JP)", help_text="Seperti tertulis pada sertifikat."
    )
    alasan_jp = forms.CharField(label="Dasar JP", required=False, max_length=300)
    nomor_sertifikat = forms.CharField(
        label="Nomor sertifikat", required=False, max_length=80
    )
    bukti = forms.FileField(
        label="Bukti",
        help_text="Foto atau pindaian sertifikat atau surat keterangan: PDF, JPG, atau "
        "PNG, paling besar 5 MB.",
        widget=forms.FileInput(attrs={"accept": BUKTI_DITERIMA}),
        error_messages={
            "required": "Pilih berkas bukti.",
            "empty": "Berkas ini kosong. Pilih berkas lain.",
        },
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, riwayat=None, **kwargs):
        if riwayat is not None:
            kwargs["initial"] = {m: getattr(riwayat, m) for m in (*MEDAN, "versi")}
            kwargs["initial"]["bentuk"] = riwayat.bentuk_id
        super().__init__(*args, **kwargs)
        sehari = aturan_tampil("jp_batas_baris")["per_hari"]
        self.fields[
            "alasan_jp"
        ].help_text = f"Wajib bila lebih dari {sehari} JP sehari."
        if riwayat is not None and riwayat.bukti:
            self.fields["bukti"].required = False
            self.fields["bukti"].help_text = (
                f"Kosongkan bila tetap memakai {riwayat.bukti_nama}. "
                "PDF, JPG, atau PNG, paling besar 5 MB."
            )
        self._kelompokkan()

    def _kelompokkan(self):
        """Forms under their ways of learning."""
        bidang = self.fields["bentuk"]
        baris = list(bidang.queryset)
        bidang.choices = [
            ("", bidang.empty_label),
            *(
                (str(jalur.label), [(b.pk, b.nama) for b in isi])
                for jalur, isi in groupby(
                    baris, lambda b: BentukPengembangan.Jalur(b.jalur)
                )
            ),
        ]

    def isi(self):
        """What the services take."""
        return {medan: self.cleaned_data[medan] for medan in MEDAN}


class VerifikasiForm(BorangDasar):
    """Accept, or refuse with a reason: one form, two buttons."""

    jp = BidangJp(
        label="JP yang diakui",
        required=False,
        help_text="JP pada sertifikat yang menentukan.",
    )
    alasan = forms.CharField(
        label="Alasan",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila ditolak atau bila JP-nya lain. Pegawai membacanya.",
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)


class SaringVerifikasi(BorangDasar):
    cari = forms.CharField(
        label="Nama, NIP, atau kegiatan", required=False, max_length=100
    )
    status = forms.ChoiceField(
        label="Status", required=False, choices=Status.choices, initial=Status.DIAJUKAN
    )

    @property
    def saring(self):
        """Valid filters only; what waits, unless another state was chosen."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}
