#!/usr/bin/env python
"""Django's command-line entry point."""

import os
import sys

# Commands that look at no database, or start their own services.
TANPA_LAYANAN = {
    "help",
    "version",
    "check",
    "collectstatic",
    "demo",
    "diffsettings",
    "spectacular",
}


def main() -> None:
    """Run a management command, starting embedded services when none are named."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kompetensi.settings")
    from kompetensi.layanan import LayananGagal, pastikan_hidup

    perintah = next((a for a in sys.argv[1:] if not a.startswith("-")), "help")
    if perintah not in TANPA_LAYANAN and "--help" not in sys.argv:
        try:
            pastikan_hidup()
        except LayananGagal as galat:
            sys.exit(str(galat))
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
