"""Asking for a correction, deciding it, filtering the list."""

from datetime import date

from django import forms

from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar
from pegawai.models import Pegawai, PermintaanPerbaikan
from pegawai.queries.perbaikan import BOLEH_KOSONG, KOLOM, TANGGAL

Medan = PermintaanPerbaikan.Medan
BUKTI_DITERIMA = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
PETUNJUK_BAGIAN = (
    "Tulis apa yang keliru dan apa yang benar, misalnya: S-1 Akuntansi, Universitas "
    "Nusa Cendana, lulus 2012."
)


class AjukanPerbaikanForm(BorangDasar):
    """The right control for the chosen field; a text area for a block."""

    tombol = "Kirim permintaan"
    keterangan = forms.CharField(
        label="Keterangan",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Jangan menulis data kesehatan, keuangan, atau data orang lain.",
    )
    bukti = forms.FileField(
        label="Bukti",
        help_text="Foto atau pindaian SK, ijazah, atau dokumen lain: PDF, JPG, atau PNG, "
        "paling besar 5 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": BUKTI_DITERIMA}),
        error_messages={
            "required": "Pilih berkas bukti.",
            "empty": "Berkas ini kosong. Pilih berkas lain.",
        },
    )

    def __init__(self, *args, medan, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nilai"] = _bidang(medan)
        self.order_fields(["nilai", "bukti", "keterangan"])
        if medan not in KOLOM:
            del self.fields["keterangan"]

    def clean_nilai(self):
        nilai = self.cleaned_data["nilai"]
        return nilai.isoformat() if isinstance(nilai, date) else nilai


def _bidang(medan):
    label = f"{Medan(medan).label} yang benar"
    if medan in TANGGAL:
        return BidangTanggal(label=label)
    if medan == Medan.JENIS_KELAMIN:
        return forms.ChoiceField(
            label=label, choices=[("", "Pilih"), *Pegawai.Kelamin.choices]
        )
    if medan not in KOLOM:
        return forms.CharField(
            label=label,
            max_length=1000,
            help_text=PETUNJUK_BAGIAN,
            widget=forms.Textarea(attrs={"rows": 5}),
        )
    if medan in BOLEH_KOSONG:
        return forms.CharField(
            label=label,
            max_length=150,
            required=False,
            help_text="Kosongkan bila tidak punya.",
        )
    return forms.CharField(label=label, max_length=254)


class PutusanForm(BorangDasar):
    """The answer that the person reads; carries the stored value that was shown."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila ditolak. Pemohon membacanya.",
    )
    nilai_dilihat = forms.CharField(
        required=False, max_length=1000, widget=forms.HiddenInput
    )

    def __init__(self, *args, langsung=True, **kwargs):
        super().__init__(*args, **kwargs)
        if not langsung:
            alasan = self.fields["alasan"]
            alasan.required = alasan.widget.is_required = True
            alasan.help_text = (
                "Apa yang sudah diperbaiki dan di mana, atau mengapa ditolak. Pemohon "
                "membacanya."
            )
            alasan.error_messages["required"] = (
                "Tulis apa yang sudah diperbaiki dan di mana, atau mengapa ditolak."
            )


class SaringPerbaikanForm(BorangDasar):
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[*PermintaanPerbaikan.Status.choices, ("SEMUA", "Semua")],
    )

    @property
    def saring(self):
        """What waits, unless another state was chosen; empty means all."""
        dipilih = self.cleaned_data.get("status") if self.is_valid() else ""
        dipilih = dipilih or PermintaanPerbaikan.Status.DIAJUKAN
        return "" if dipilih == "SEMUA" else dipilih
