"""The ``CASETRACK_*`` variables, typed, refused at start when wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from casetrack.errors import SettingsError

MEGABYTE = 1024 * 1024


class Settings(BaseSettings):
    """Everything that may differ between two installations.

    Sizes are bytes, durations seconds unless the name says otherwise.
    """

    model_config = SettingsConfigDict(env_prefix="CASETRACK_", extra="ignore", frozen=True)

    home: Path = Field(default_factory=lambda: Path(platformdirs.user_data_dir("casetrack", appauthor=False)))
    host: str = "127.0.0.1"
    port: int = Field(default=5000, ge=0, le=65535)
    base_url: str = ""
    allow_plain_http: bool = False
    private: bool = False
    two_steps: Literal["choice", "administrators", "everybody"] = "choice"
    """Of whom the second step of sign-in is asked, besides those who chose it."""
    proxies: int = Field(default=0, ge=0, le=5)
    engine: Literal["auto", "whoosh", "tantivy"] = "auto"

    upload_limit: int = 200 * MEGABYTE
    fetch_private: bool = False
    fetch_limit: int = 30 * MEGABYTE
    fetch_seconds: float = 20.0

    parse_memory: int = 1024 * MEGABYTE
    parse_seconds: float = 60.0
    parse_pages: int = 2000
    parse_unpacked: int = 50 * MEGABYTE
    parse_recycle: int = 200
    parse_processes: int = Field(default=2, ge=1, le=16)
    ocr_memory: int = 2048 * MEGABYTE
    ocr_seconds: float = 600.0

    director: str = ""
    contact: str = ""

    smtp_host: str = ""
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_from: str = ""
    smtp_tls: Literal["starttls", "tls", "none"] = "starttls"
    smtp_seconds: float = 20.0

    @model_validator(mode="after")
    def _letters_need_a_sender_and_a_site(self) -> Settings:
        if self.smtp_host and ("@" not in self.smtp_from or not self.base_url):
            raise ValueError("CASETRACK_SMTP_HOST demande aussi CASETRACK_SMTP_FROM et CASETRACK_BASE_URL")
        return self

    @property
    def database(self) -> Path:
        """The truth."""
        return self.home / "casetrack.db"

    @property
    def originals(self) -> Path:
        """The bytes as they came, named by their SHA-256."""
        return self.home / "originals"

    @property
    def index(self) -> Path:
        """Derived, rebuildable."""
        return self.home / "index"

    @property
    def sends_mail(self) -> bool:
        return bool(self.smtp_host)

    @property
    def is_https(self) -> bool:
        return self.base_url.startswith("https://")


def load_settings(**overrides: object) -> Settings:
    """Read the environment; ``overrides`` win. Raises `SettingsError` naming the variables at fault."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        faults = "; ".join(
            " : ".join([*(f"CASETRACK_{part}".upper() for part in fault["loc"]), fault["msg"]])
            for fault in error.errors()
        )
        raise SettingsError(f"Réglage refusé. {faults}. Corrigez la variable puis relancez.") from error
