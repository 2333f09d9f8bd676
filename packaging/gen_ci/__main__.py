"""`python -m gen_ci`: becomes the launcher where there is a shell."""

import os
import sys
from pathlib import Path

if os.name == "posix":
    os.execv("/bin/sh", ["sh", str(Path(__file__).with_name("gen-ci")), *sys.argv[1:]])

from gen_ci import direct

sys.exit(direct.main())
