"""What an ASN's stay at a partner earns: hours and certificate."""

from django.db.models import Prefetch, QuerySet

from kemitraan.models import Penempatan
from pelatihan.models import Sertifikat


def dengan_sertifikat(daftar: QuerySet[Penempatan]) -> QuerySet[Penempatan]:
    """These placements; the certificate in force is in `kepesertaan.berlaku` (a list)."""
    berlaku = Sertifikat.objects.filter(dicabut_pada=None).select_related("dokumen")
    return daftar.select_related("kepesertaan").prefetch_related(
        Prefetch("kepesertaan__sertifikat", queryset=berlaku, to_attr="berlaku")
    )


def sertifikat_penempatan(penempatan: Penempatan) -> Sertifikat | None:
    """The certificate in force of one stay."""
    return Sertifikat.objects.filter(
        peserta=penempatan.kepesertaan_id, dicabut_pada=None
    ).first()
