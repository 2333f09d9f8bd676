"""gen-ci: from a table of nox sessions to CI workflows. The program is in Java; this package brings and starts it."""
