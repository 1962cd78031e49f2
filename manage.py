#!/usr/bin/env python
"""Django's command-line entry point."""

import os
import sys


def main() -> None:
    """Run a management command, starting embedded services when none are named."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kompetensi.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
