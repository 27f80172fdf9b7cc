"""The record newest first by each of its filters: the page reads what it shows, however long the record is.

Revision ID: 0006
Revises: 0005
"""

from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | None = None
depends_on: str | None = None

_FILTERS = ("person_id", "action", "district_id")


def upgrade() -> None:
    """Give each filter an index in the order of the page."""
    for column in _FILTERS:
        op.drop_index(f"ix_audit_entry_{column}", "audit_entry")
        op.create_index(f"ix_audit_entry_{column}_at_number", "audit_entry", [column, "at", "number"])
    op.create_index("ix_audit_entry_at_number", "audit_entry", ["at", "number"])


def downgrade() -> None:
    """Go back to an index a column."""
    op.drop_index("ix_audit_entry_at_number", "audit_entry")
    for column in _FILTERS:
        op.drop_index(f"ix_audit_entry_{column}_at_number", "audit_entry")
        op.create_index(f"ix_audit_entry_{column}", "audit_entry", [column])
