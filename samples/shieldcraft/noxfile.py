"""The sessions of this project: `nox -l` lists them, sessions.yaml says what CI runs."""

import sys
from pathlib import Path

import nox

# The command `nox` looks for modules in its own environment, not in this folder.
sys.path.insert(0, str(Path(__file__).parent))

from nox_sessions import docker, docs, lint, notebook, release, security, test

__all__ = ["docker", "docs", "lint", "notebook", "release", "security", "test"]

nox.options.sessions = ["check"]
nox.options.reuse_venv = "yes"
