"""Docker images. Light stand-ins, so that this sample runs without a Docker daemon:
they check the recipe and build the wheel that all images install."""

import re
import shutil
from pathlib import Path

import nox

from nox_sessions.utils import (
    dependencies,
    file_hash,
    nox_session_guard,
    scan_environment,
)

DIST = Path("dist")
DOCKERFILE = Path("Dockerfile")
IMAGES = ("main", "api", "ingestion")


@nox.session
@nox_session_guard
def docker_build(session: nox.Session) -> None:
    """Builds all Docker images (main, api, ingestion)."""
    session.install(*dependencies("build"))
    shutil.rmtree(DIST, ignore_errors=True)
    session.run("python", "-m", "build", "--wheel", "--outdir", str(DIST))
    (wheel,) = DIST.glob("*.whl")
    recipe = DOCKERFILE.read_text(encoding="utf-8")
    stages = re.findall(r"^FROM \S+ AS (\S+)$", recipe, re.MULTILINE)
    for image in IMAGES:
        # With Docker: session.run("docker", "build", "--target", image, …).
        if image not in stages:
            session.error(f"{DOCKERFILE} has no stage for the image {image}")
        session.log(f"{image}: {wheel.name} sha256:{file_hash(wheel)}")


@nox.session
@nox_session_guard
def docker_scan(session: nox.Session) -> None:
    """Scans Docker images for vulnerabilities."""
    # With Docker: session.run("trivy", "image", …) for each image.
    session.install(".")
    scan_environment(session)
    recipe = DOCKERFILE.read_text(encoding="utf-8")
    if re.search(r"^FROM [^:@\s]+:latest\b", recipe, re.MULTILINE):
        session.error("a base image is not pinned to a version")
    if not re.search(r"^USER (?!root\b)", recipe, re.MULTILINE):
        session.error("the images run as root")
