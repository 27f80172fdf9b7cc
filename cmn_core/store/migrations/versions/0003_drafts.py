"""Reports mended by hand: who sent a file, which cells were corrected, and drafts of what is not saved yet.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Add the columns and the tables; nothing was corrected until now."""
    op.add_column("report", sa.Column("sent_by", sa.String(), nullable=True))
    op.add_column("report", sa.Column("corrections", sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "report_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_as", sa.String(), nullable=True),
        sa.Column("original", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report_draft"),
    )
    op.create_index("ix_report_draft_sha256", "report_draft", ["sha256"])
    op.create_table(
        "draft_cell",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=True),
        sa.Column("cell", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("window_id", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["report_draft.id"], name="fk_draft_cell_draft_id"),
        sa.PrimaryKeyConstraint("id", name="pk_draft_cell"),
    )
    op.create_index("ix_draft_cell_draft_id", "draft_cell", ["draft_id"])


def downgrade() -> None:
    """Drop it again."""
    op.drop_table("draft_cell")
    op.drop_table("report_draft")
    op.drop_column("report", "corrections")
    op.drop_column("report", "sent_by")
