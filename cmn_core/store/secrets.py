"""The database's own key: it signs cookies and hides whose wrong tries are kept."""

import secrets

from cmn_core.store.engine import Database
from cmn_core.store.tables import Secret

_ONLY = 1
_BYTES = 32


def signing_key(database: Database) -> bytes:
    """Return the key; it is made at the first call, and the same for all processes."""
    with database.read() as session:
        kept = session.get(Secret, _ONLY)
    if kept is None:
        with database.write(changes_figures=False) as session:
            # Another process may have made it meanwhile.
            kept = session.get(Secret, _ONLY)
            if kept is None:
                kept = Secret(id=_ONLY, value=secrets.token_hex(_BYTES))
                session.add(kept)
    return bytes.fromhex(kept.value)
