"""Where runs take place: an empty folder outside of every project, so that no tool finds settings above it."""

import tempfile
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def scratch_folder():
    with tempfile.TemporaryDirectory(prefix="execute-", ignore_cleanup_errors=True) as folder:
        yield Path(folder).resolve()
