"""Documentation. Python-Markdown stands in for Docusaurus, which needs Node."""

from pathlib import Path

import nox

from nox_sessions.utils import dependencies, nox_session_guard

PAGES = Path("docs")
SITE = Path("build", "docs")


@nox.session
@nox_session_guard
def docs(session: nox.Session) -> None:
    """Builds Docusaurus documentation."""
    session.install(*dependencies("docs"))
    SITE.mkdir(parents=True, exist_ok=True)
    for page in sorted(PAGES.glob("*.md")):
        html = SITE / f"{page.stem}.html"
        session.run("python", "-m", "markdown", "-f", str(html), str(page))


@nox.session(venv_backend="none", requires=["docs"])
def docs_dev(session: nox.Session) -> None:
    """Runs Docusaurus dev server."""
    if not session.interactive:
        session.skip("it serves until somebody presses Ctrl-C")
    serve = ("python", "-m", "http.server", "--bind", "127.0.0.1")
    session.run(*serve, "--directory", str(SITE))


@nox.session(tags=["gate"])
def docs_lint(session: nox.Session) -> None:
    """Lints Markdown docs."""
    session.install(*dependencies("docs-lint"))
    session.run("pymarkdown", "scan", "README.md", "CHANGELOG.md", "docs")
