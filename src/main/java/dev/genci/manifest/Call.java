package dev.genci.manifest;

import java.util.List;

/** What a row runs. */
public sealed interface Call permits NoxCall, Command {
    /** What nox hands on to the session, after {@code --}. */
    default List<Located<String>> posargs() {
        return List.of();
    }

    /** Whether an argument holds an expression, which may ask for what a matrix cannot know, such as secrets. */
    default boolean hasEvaluatedPosargs() {
        return posargs().stream().anyMatch(argument -> argument.value().contains("${{"));
    }
}
