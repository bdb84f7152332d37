"""Opening PostgreSQL, apart from the rest: its library is half of what importing SQLAlchemy costs."""

from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

__all__ = ["AsyncEngine", "open_postgres"]


def open_postgres(url: str) -> AsyncEngine:
    """An engine for ``postgresql+asyncpg://…``; storage functions run on it through ``run_sync``."""
    return create_async_engine(url, pool_size=16, max_overflow=0)
