package dev.genci.manifest;

import java.util.List;

/** What a row runs. */
public sealed interface Call permits NoxCall, Command {
    /** The arguments that nox passes to the session, after {@code --}. */
    default List<Located<String>> posargs() {
        return List.of();
    }

    /** Whether an argument contains an expression, which may read contexts that a matrix cannot, such as secrets. */
    default boolean hasEvaluatedPosargs() {
        return posargs().stream().anyMatch(argument -> argument.value().contains("${{"));
    }
}
