"""The monthly form: people of each age and role, surveys, role models and partners.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None

PEOPLE = (
    "pupils_10_19",
    "pupils_15_19",
    "young_teachers",
    "involved",
    "mentees",
    "mentors",
    "mentors_15_19",
    "young_mentees",
    "surveyed_mentees",
    "satisfied_mentees",
    "surveyed_mentors",
    "satisfied_mentors",
    "programme_mentors",
    "programme_mentees",
)


def upgrade() -> None:
    """Add what the monthly form states; earlier reports stated none of it."""
    for table, names in (("organisation_figures", PEOPLE), ("report_sums", (*PEOPLE, "form_mentees"))):
        for name in names:
            op.add_column(table, sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    # Until now a form's mentees stood in the column of people.
    op.execute(sa.text("UPDATE report_sums SET form_mentees = added_mentees, added_mentees = 0 WHERE form IS NOT NULL"))
    for name, kind in (
        ("role_model", sa.String()),
        ("mentors", sa.Integer()),
        ("mentees", sa.Integer()),
        ("mentees_10_19", sa.Integer()),
        ("partner", sa.String()),
        ("partner_key", sa.String()),
        ("start_date", sa.Date()),
    ):
        op.add_column("programme_row", sa.Column(name, kind, nullable=True))
    op.add_column("report", sa.Column("satisfaction_threshold", sa.Integer(), nullable=True))
    op.create_table(
        "report_partners",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("subordination", sa.String(), nullable=True),
        sa.Column("partners", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_report_partners_report_id"),
        sa.ForeignKeyConstraint(["district_id"], ["district.id"], name="fk_report_partners_district_id"),
        sa.PrimaryKeyConstraint("id", name="pk_report_partners"),
    )
    op.create_index("ix_report_partners_report_id", "report_partners", ["report_id"])


def downgrade() -> None:
    """Drop it again."""
    op.drop_table("report_partners")
    op.drop_column("report", "satisfaction_threshold")
    for name in ("start_date", "partner_key", "partner", "mentees_10_19", "mentees", "mentors", "role_model"):
        op.drop_column("programme_row", name)
    op.execute(sa.text("UPDATE report_sums SET added_mentees = form_mentees WHERE form IS NOT NULL"))
    for table, names in (("report_sums", ("form_mentees", *PEOPLE)), ("organisation_figures", PEOPLE)):
        for name in names:
            op.drop_column(table, name)
