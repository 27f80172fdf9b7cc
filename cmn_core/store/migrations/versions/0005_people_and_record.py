"""People and their sign-ins, the way of a report, the sealed record.

Revision ID: 0005
Revises: 0004
"""

import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from cmn_core.store.audit_chain import FIRST_SEAL, compute_seal

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | None = None
depends_on: str | None = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables, add the columns and seal the lines that the record already has."""
    _create_people()
    _add_the_way()
    _seal_the_record()


def _create_people() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("login_key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("is_demonstration", sa.Boolean(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("password_at", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("login_key", name="uq_person_login_key"),
    )
    op.create_table(
        "person_district",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_person_district_person_id"),
        sa.ForeignKeyConstraint(["district_id"], ["district.id"], name="fk_person_district_district_id"),
        sa.PrimaryKeyConstraint("id", name="pk_person_district"),
    )
    op.create_index(
        "uq_person_district_person_id_district_id", "person_district", ["person_id", "district_id"], unique=True
    )
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("token_digest", sa.String(), nullable=False),
        sa.Column("started_at", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.Column("ended_as", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_sign_in_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in"),
        sa.UniqueConstraint("token_digest", name="uq_sign_in_token_digest"),
    )
    op.create_index("ix_sign_in_person_id", "sign_in", ["person_id"])
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("token_digest", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("ends_at", _MOMENT, nullable=False),
        sa.Column("used_at", _MOMENT, nullable=True),
        sa.Column("withdrawn_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_invitation_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_invitation"),
        sa.UniqueConstraint("token_digest", name="uq_invitation_token_digest"),
    )
    op.create_index("ix_invitation_person_id", "invitation", ["person_id"])
    op.create_table(
        "wrong_try",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_wrong_try"),
    )
    op.create_index("ix_wrong_try_subject_at", "wrong_try", ["subject", "at"])
    op.create_table(
        "secret",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_secret"),
    )


def _add_the_way() -> None:
    # Rebuilding the table on SQLite loses an index over an expression.
    op.drop_index("uq_current_report_key", "current_report")
    with op.batch_alter_table("current_report", reflect_kwargs={"resolve_fks": False}) as table:
        table.add_column(sa.Column("accepted_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("locked", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.create_foreign_key("fk_current_report_accepted_id", "report", ["accepted_id"], ["id"])
        table.create_index("ix_current_report_accepted_id", ["accepted_id"])
    _index_the_key()
    op.create_table(
        "report_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("cells", sa.JSON(), nullable=False, server_default="[]"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_report_step_report_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_report_step_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_report_step"),
    )
    op.create_index("ix_report_step_report_id", "report_step", ["report_id"])
    with op.batch_alter_table("report_draft", reflect_kwargs={"resolve_fks": False}) as table:
        table.add_column(sa.Column("person_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("sender_id", sa.Integer(), nullable=True))
        table.create_foreign_key("fk_report_draft_person_id", "person", ["person_id"], ["id"])
        table.create_foreign_key("fk_report_draft_sender_id", "district", ["sender_id"], ["id"])


def _index_the_key() -> None:
    columns: list[str | sa.TextClause] = [sa.text("coalesce(sender_id, 0)"), "scope", "layout", "year", "month"]
    op.create_index("uq_current_report_key", "current_report", columns, unique=True)


def _seal_the_record() -> None:
    head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    with op.batch_alter_table("audit_entry", reflect_kwargs={"resolve_fks": False}) as table:
        table.add_column(sa.Column("number", sa.Integer(), nullable=True))
        table.add_column(sa.Column("person_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("district_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("seal", sa.String(), nullable=True))
    lines, seal = _seal_lines()
    op.bulk_insert(head, [{"id": 1, "lines": lines, "seal": seal}])
    with op.batch_alter_table("audit_entry", reflect_kwargs={"resolve_fks": False}) as table:
        table.alter_column("number", existing_type=sa.Integer(), nullable=False)
        table.alter_column("seal", existing_type=sa.String(), nullable=False)
        table.create_unique_constraint("uq_audit_entry_number", ["number"])
        table.create_foreign_key("fk_audit_entry_person_id", "person", ["person_id"], ["id"])
        table.create_foreign_key("fk_audit_entry_district_id", "district", ["district_id"], ["id"])
        table.create_index("ix_audit_entry_person_id", ["person_id"])
        table.create_index("ix_audit_entry_district_id", ["district_id"])


def _seal_lines() -> tuple[int, str]:
    """Number and seal the lines in the order in which they were added; return how many and the last seal."""
    connection = op.get_bind()
    entry = sa.table(
        "audit_entry",
        sa.column("id", sa.Integer()),
        sa.column("number", sa.Integer()),
        sa.column("at", _MOMENT),
        sa.column("author", sa.String()),
        sa.column("action", sa.String()),
        sa.column("report_id", sa.Integer()),
        sa.column("organisation_id", sa.Integer()),
        sa.column("details", sa.JSON()),
        sa.column("seal", sa.String()),
    )
    seal = FIRST_SEAL
    found = connection.execute(sa.select(entry).order_by(entry.c.id)).mappings().all()
    for number, line in enumerate(found, 1):
        seal = compute_seal(seal, _as_line(line, number))
        connection.execute(sa.update(entry).where(entry.c.id == line["id"]).values(number=number, seal=seal))
    return len(found), seal


def _as_line(line: Mapping[Any, Any], number: int) -> dict[str, Any]:
    details = line["details"]
    return {
        **line,
        "number": number,
        "person_id": None,
        "district_id": None,
        "details": json.loads(details) if isinstance(details, str) else details,
    }


def downgrade() -> None:
    """Take all of it back; the lines stay, unsealed."""
    with op.batch_alter_table("audit_entry", reflect_kwargs={"resolve_fks": False}) as table:
        table.drop_index("ix_audit_entry_district_id")
        table.drop_index("ix_audit_entry_person_id")
        table.drop_constraint("fk_audit_entry_district_id", type_="foreignkey")
        table.drop_constraint("fk_audit_entry_person_id", type_="foreignkey")
        table.drop_constraint("uq_audit_entry_number", type_="unique")
        for column in ("seal", "district_id", "person_id", "number"):
            table.drop_column(column)
    op.drop_table("audit_head")
    with op.batch_alter_table("report_draft", reflect_kwargs={"resolve_fks": False}) as table:
        table.drop_constraint("fk_report_draft_sender_id", type_="foreignkey")
        table.drop_constraint("fk_report_draft_person_id", type_="foreignkey")
        table.drop_column("sender_id")
        table.drop_column("person_id")
    op.drop_table("report_step")
    op.drop_index("uq_current_report_key", "current_report")
    with op.batch_alter_table("current_report", reflect_kwargs={"resolve_fks": False}) as table:
        table.drop_index("ix_current_report_accepted_id")
        table.drop_constraint("fk_current_report_accepted_id", type_="foreignkey")
        table.drop_column("locked")
        table.drop_column("accepted_id")
    _index_the_key()
    for name in ("secret", "wrong_try", "invitation", "sign_in", "person_district", "person"):
        op.drop_table(name)
