"""The first schema: reports with their versions, rows and sums; organisations; settings and audit.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None

TABLES = (
    "data_revision",
    "district",
    "setting",
    "organisation",
    "report",
    "audit_entry",
    "current_report",
    "organisation_alias",
    "organisation_figures",
    "population",
    "report_sums",
    "shared_organisation",
    "programme_row",
)


def upgrade() -> None:
    """Create all tables."""
    not_merged = sa.text("merged_into_id IS NULL")
    sender = sa.text("coalesce(sender_id, 0)")
    op.create_table(
        "data_revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_data_revision"),
    )
    op.create_table(
        "district",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("oktmo", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_district"),
        sa.UniqueConstraint("oktmo", name="uq_district_oktmo"),
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("old", sa.String(), nullable=True),
        sa.Column("new", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_setting"),
    )
    op.create_index("ix_setting_name", "setting", ["name"])

    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subordination", sa.String(), nullable=False),
        sa.Column("opened", sa.Date(), nullable=True),
        sa.Column("closed", sa.Date(), nullable=True),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["district_id"], ["district.id"], name="fk_organisation_district_id"),
        sa.ForeignKeyConstraint(["merged_into_id"], ["organisation.id"], name="fk_organisation_merged_into_id"),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
    )
    op.create_index("ix_organisation_key", "organisation", ["key"])
    op.create_index("ix_organisation_merged_into_id", "organisation", ["merged_into_id"])
    op.create_index(
        "uq_organisation_district_id_key",
        "organisation",
        ["district_id", "key"],
        unique=True,
        sqlite_where=not_merged,
        postgresql_where=not_merged,
    )

    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sender_id", sa.Integer(), nullable=True),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("layout", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("first_date", sa.Date(), nullable=True),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.Column("decisions", sa.JSON(), nullable=False),
        sa.Column("original", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["sender_id"], ["district.id"], name="fk_report_sender_id"),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
    )
    op.create_index("uq_report_version", "report", [sender, "scope", "layout", "year", "month", "version"], unique=True)
    op.create_index("ix_report_sender_id_year_month", "report", ["sender_id", "year", "month"])
    op.create_index("ix_report_sha256", "report", ["sha256"])

    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_audit_entry_organisation_id"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_audit_entry_report_id"),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entry"),
    )
    op.create_index("ix_audit_entry_action", "audit_entry", ["action"])

    op.create_table(
        "current_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sender_id", sa.Integer(), nullable=True),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("layout", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.Column("earlier", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_current_report_report_id"),
        sa.ForeignKeyConstraint(["sender_id"], ["district.id"], name="fk_current_report_sender_id"),
        sa.PrimaryKeyConstraint("id", name="pk_current_report"),
    )
    op.create_index(
        "uq_current_report_key", "current_report", [sender, "scope", "layout", "year", "month"], unique=True
    )
    op.create_index("ix_current_report_report_id", "current_report", ["report_id"])
    op.create_index("ix_current_report_year_month", "current_report", ["year", "month"])

    op.create_table(
        "organisation_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_organisation_alias_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_organisation_alias"),
    )
    op.create_index("ix_organisation_alias_key", "organisation_alias", ["key"])
    op.create_index(
        "uq_organisation_alias_organisation_id_key", "organisation_alias", ["organisation_id", "key"], unique=True
    )

    op.create_table(
        "organisation_figures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=True),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("involved_before", sa.BigInteger(), nullable=False),
        sa.Column("added_mentors", sa.BigInteger(), nullable=False),
        sa.Column("added_mentees", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_organisation_figures_organisation_id"
        ),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_organisation_figures_report_id"),
        sa.PrimaryKeyConstraint("id", name="pk_organisation_figures"),
    )
    op.create_index(
        "ix_organisation_figures_organisation_id_report_id", "organisation_figures", ["organisation_id", "report_id"]
    )
    op.create_index(
        "ix_organisation_figures_report_id_organisation_id", "organisation_figures", ["report_id", "organisation_id"]
    )

    op.create_table(
        "population",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("filled_by_id", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=True),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["district_id"], ["district.id"], name="fk_population_district_id"),
        sa.ForeignKeyConstraint(["filled_by_id"], ["report.id"], name="fk_population_filled_by_id"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_population_report_id"),
        sa.PrimaryKeyConstraint("id", name="pk_population"),
    )
    op.create_index("ix_population_year", "population", ["year"])
    op.create_index("uq_population_cell", "population", ["report_id", "district_id", "group"], unique=True)

    op.create_table(
        "report_sums",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subordination", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=True),
        sa.Column("organisations", sa.Integer(), nullable=False),
        sa.Column("programmes", sa.Integer(), nullable=False),
        sa.Column("involved_before", sa.BigInteger(), nullable=False),
        sa.Column("added_mentors", sa.BigInteger(), nullable=False),
        sa.Column("added_mentees", sa.BigInteger(), nullable=False),
        sa.Column("unassigned_mentees", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["district_id"], ["district.id"], name="fk_report_sums_district_id"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_report_sums_report_id"),
        sa.PrimaryKeyConstraint("id", name="pk_report_sums"),
    )
    op.create_index("ix_report_sums_report_id", "report_sums", ["report_id"])

    op.create_table(
        "shared_organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_shared_organisation_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_shared_organisation"),
    )
    op.create_index(
        "uq_shared_organisation_year_organisation_id", "shared_organisation", ["year", "organisation_id"], unique=True
    )

    op.create_table(
        "programme_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("figures_id", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=True),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("programme", sa.String(), nullable=True),
        sa.Column("mentoring_form", sa.String(), nullable=True),
        sa.Column("form_code", sa.String(), nullable=False),
        sa.Column("involved_before", sa.Integer(), nullable=True),
        sa.Column("added_mentors", sa.Integer(), nullable=True),
        sa.Column("added_mentees", sa.Integer(), nullable=True),
        sa.Column("counted_elsewhere", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["figures_id"], ["organisation_figures.id"], name="fk_programme_row_figures_id"),
        sa.PrimaryKeyConstraint("id", name="pk_programme_row"),
    )
    op.create_index("ix_programme_row_figures_id", "programme_row", ["figures_id"])
    op.execute("INSERT INTO data_revision (id, revision) VALUES (1, 0)")


def downgrade() -> None:
    """Drop all tables, the dependent ones first."""
    for table in reversed(TABLES):
        op.drop_table(table)
