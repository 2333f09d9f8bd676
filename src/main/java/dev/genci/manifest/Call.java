package dev.genci.manifest;

import java.util.List;

/** What a row runs. */
public sealed interface Call permits NoxCall, Command {
    /** What nox hands on to the session, after {@code --}. */
    default List<Located<String>> posargs() {
        return List.of();
    }
}
