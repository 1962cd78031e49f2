"""Units of the city as a tree that knows its own history."""

import pgtrigger
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from pegawai.dasar.alat.model import LtreeField, ModelDasar
from pegawai.dasar.alat.riwayat import lacak

JALUR = """
DECLARE atas record;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        -- Two moves at once could each see the tree before the other and close a circle.
        PERFORM pg_advisory_xact_lock(hashtext('pegawai_unitkerja'));
    END IF;
    IF NEW.induk_id IS NULL THEN
        NEW.jalur := ('u' || NEW.id)::ltree;
        NEW.opd_id := CASE WHEN NEW.jenis = 'OPD' THEN NEW.id END;
    ELSE
        SELECT jalur, opd_id INTO atas FROM pegawai_unitkerja WHERE id = NEW.induk_id;
        IF atas.jalur IS NULL THEN
            RAISE EXCEPTION 'induk unit % belum ada', NEW.induk_id;
        END IF;
        IF atas.jalur ~ ('*.u' || NEW.id || '.*')::lquery THEN
            RAISE EXCEPTION USING ERRCODE = 'check_violation',
                CONSTRAINT = 'unit_tanpa_lingkaran',
                MESSAGE = 'Unit tidak dapat berada di bawah unitnya sendiri.';
        END IF;
        NEW.jalur := atas.jalur || ('u' || NEW.id);
        NEW.opd_id := CASE WHEN NEW.jenis = 'OPD' THEN NEW.id ELSE atas.opd_id END;
    END IF;
    RETURN NEW;
END;
"""

TURUNAN = """
BEGIN
    IF pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
    UPDATE pegawai_unitkerja AS t
       SET jalur = NEW.jalur || subpath(t.jalur, nlevel(OLD.jalur)),
           opd_id = CASE
               WHEN t.opd_id IS NOT DISTINCT FROM OLD.opd_id THEN NEW.opd_id
               ELSE t.opd_id END
     WHERE t.jalur <@ OLD.jalur AND t.id <> NEW.id;
    RETURN NULL;
END;
"""


@lacak
class UnitKerja(ModelDasar):
    """One unit: OPD, bidang, seksi, school, puskesmas, kelurahan ..."""

    class Jenis(models.TextChoices):
        PEMDA = "PEMDA", "Pemerintah kota"
        OPD = "OPD", "Perangkat daerah"
        SEKRETARIAT = "SEKRETARIAT", "Sekretariat"
        BAGIAN = "BAGIAN", "Bagian"
        BIDANG = "BIDANG", "Bidang"
        SUBBAGIAN = "SUBBAGIAN", "Subbagian"
        SEKSI = "SEKSI", "Seksi"
        UPTD = "UPTD", "UPTD"
        SEKOLAH = "SEKOLAH", "Sekolah"
        PUSKESMAS = "PUSKESMAS", "Puskesmas"
        KELURAHAN = "KELURAHAN", "Kelurahan"
        LAIN = "LAIN", "Unit lain"

    induk = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="anak"
    )
    jalur = LtreeField(editable=False, blank=True, default="")
    opd = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    jenis = models.CharField("jenis", max_length=16, choices=Jenis.choices)
    kode = models.CharField("kode", max_length=40, blank=True, default="")
    nama = models.CharField("nama", max_length=200)
    nama_cari = models.GeneratedField(
        expression=models.Func(F("nama"), function="lower"),
        output_field=models.CharField(max_length=200),
        db_persist=True,
    )
    singkatan = models.CharField("singkatan", max_length=40, blank=True, default="")
    unor_id = models.CharField("UNOR ID", max_length=64, blank=True, default="")
    berlaku_mulai = models.DateField("berlaku mulai", null=True, blank=True)
    berlaku_sampai = models.DateField("berlaku sampai", null=True, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "unit kerja"
        verbose_name_plural = "unit kerja"
        constraints = [
            models.UniqueConstraint(
                fields=["unor_id"],
                condition=~Q(unor_id=""),
                name="unit_unor_unik",
                violation_error_message="UNOR ID ini sudah dipakai unit lain.",
            ),
            models.UniqueConstraint(
                F("induk"),
                F("nama_cari"),
                condition=Q(berlaku_sampai__isnull=True),
                name="unit_nama_unik_di_induk",
                violation_error_message="Unit dengan nama ini sudah ada di induk itu.",
            ),
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("id")),
                name="unit_bukan_induk_sendiri",
                violation_error_message="Unit tidak dapat menjadi induknya sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(berlaku_mulai__isnull=True)
                | Q(berlaku_sampai__isnull=True)
                | Q(berlaku_sampai__gte=F("berlaku_mulai")),
                name="unit_masa_berlaku",
                violation_error_message="Tanggal akhir tidak boleh sebelum tanggal mulai.",
            ),
        ]
        indexes = [
            GistIndex(fields=["jalur"], name="unit_jalur_gist"),
            models.Index(fields=["nama_cari"], name="unit_nama_cari"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="unit_jalur",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("induk_id", "jenis"),
                condition=pgtrigger.Condition("pg_trigger_depth() < 2"),
                func=JALUR,
            ),
            pgtrigger.Trigger(
                name="unit_turunan",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("induk_id", "jenis"),
                condition=pgtrigger.Condition("OLD.jalur IS DISTINCT FROM NEW.jalur"),
                func=TURUNAN,
            ),
        ]

    def __str__(self):
        return self.nama

    def get_absolute_url(self):
        return reverse("pegawai:organisasi-rinci", kwargs={"uid": self.uid})
