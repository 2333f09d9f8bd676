"""The nox sessions, a file for each subject."""
