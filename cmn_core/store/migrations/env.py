"""Run migrations over the connection handed in; its transaction holds the whole upgrade."""

from alembic import context

from cmn_core.store.tables import Stored

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Stored.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
