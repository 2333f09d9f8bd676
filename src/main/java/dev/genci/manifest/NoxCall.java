package dev.genci.manifest;

import java.util.List;

/**
 * A call of nox.
 *
 * @param session nox's name of the session
 * @param pythonBy how nox gets the row's interpreter
 * @param posargs after {@code --}
 * @param hasVenv whether nox makes a virtual environment for it
 * @param start how nox starts
 */
public record NoxCall(
        Located<String> session, PythonBy pythonBy, List<Located<String>> posargs, boolean hasVenv, NoxStart start)
        implements Call {

    @Override
    public List<NoxCall> sessions() {
        return List.of(this);
    }
}
