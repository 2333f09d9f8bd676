package dev.genci.manifest;

/** How nox gets the interpreter of a row. */
public enum PythonBy {
    /** {@code nox -s NAME-3.12}. */
    NAME,
    /** {@code nox -s NAME} under that interpreter. */
    JOB,
    /** {@code nox --force-python 3.12 -s NAME}. */
    FORCE
}
