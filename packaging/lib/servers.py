"""The packages from npm that editors and SchemaStore's check need."""

import subprocess
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
TOOLS = TOP / "conformance/.tools/editors"
NODE = ["yaml-language-server@2.0.0", "ajv@8.18.0", "ajv-formats@2.1.1"]


def node_modules():
    """Their folder; they are installed first where they are missing."""
    place = TOOLS / "+".join(NODE)
    if not (place / "done").exists():
        place.mkdir(parents=True, exist_ok=True)
        (place / "package.json").write_text('{"private": true}\n')
        install = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error", *NODE]
        subprocess.run(install, cwd=place, stdin=subprocess.DEVNULL, check=True, timeout=600)
        (place / "done").touch()
    return place / "node_modules"
