"""Programmes in the making, scenarios of widening, practices marked to be shown.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "programme_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        *_kept_columns(),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_programme_draft_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_programme_draft"),
    )
    op.create_index("ix_programme_draft_organisation_id", "programme_draft", ["organisation_id"])
    op.create_table(
        "planned_model",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("form_code", sa.String(), nullable=False),
        sa.Column("form_label", sa.String(), nullable=False),
        sa.Column("role_model", sa.String(), nullable=False),
        sa.Column("is_typical", sa.Boolean(), nullable=False),
        sa.Column("pairs", sa.Integer(), nullable=True),
        sa.Column("mentees", sa.Integer(), nullable=True),
        sa.Column("curator", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme_draft.id"], name="fk_planned_model_programme_id"),
        sa.PrimaryKeyConstraint("id", name="pk_planned_model"),
    )
    op.create_index("ix_planned_model_programme_id", "planned_model", ["programme_id"])
    op.create_table(
        "scenario",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        *_kept_columns(),
        sa.ForeignKeyConstraint(["district_id"], ["district.id"], name="fk_scenario_district_id"),
        sa.PrimaryKeyConstraint("id", name="pk_scenario"),
    )
    op.create_index("ix_scenario_district_id_year_month", "scenario", ["district_id", "year", "month"])
    op.create_table(
        "shown_practice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("marked_by", sa.String(), nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_shown_practice_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_shown_practice"),
        sa.UniqueConstraint("organisation_id", "name_key", name="uq_shown_practice_organisation_id_name_key"),
    )


def downgrade() -> None:
    """Drop them again."""
    for table in ("shown_practice", "scenario", "planned_model", "programme_draft"):
        op.drop_table(table)


def _kept_columns() -> list[sa.Column[object]]:
    return [
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("content", sa.JSON(), nullable=False),
    ]
