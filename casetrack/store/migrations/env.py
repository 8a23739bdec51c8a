"""How alembic runs: on the engine that `Store` hands over, all or nothing.

SQLite undoes changes of tables like any other change, so a migration that is cut, even by a power failure, has not
begun. Keys are not followed meanwhile: making a table again must not empty those that point to it.
"""

from alembic import context

from casetrack.store.schema import metadata

engine = context.config.attributes["engine"]
with engine.connect() as connection:
    connection.exec_driver_sql("pragma foreign_keys=off")
    connection.exec_driver_sql("begin immediate")  # before alembic looks: it then leaves the transaction to us
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=True)
    try:
        with context.begin_transaction():
            context.run_migrations()
        connection.exec_driver_sql("commit")
    except BaseException:
        connection.exec_driver_sql("rollback")
        raise
    finally:
        connection.exec_driver_sql("pragma foreign_keys=on")
