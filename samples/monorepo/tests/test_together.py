"""Tests of the packages as their users have them: installed, from no folder of this repository."""

import subprocess
import sys


def test_the_program_counts_in_the_units_of_the_library() -> None:
    asked = [sys.executable, "-m", "kitchen", "250 g flour", "2 cup milk", "--for", "6", "--of", "4"]
    assert subprocess.run(asked, check=True, capture_output=True, text=True).stdout.splitlines() == [
        "375 g flour",
        "720 ml milk",
    ]
