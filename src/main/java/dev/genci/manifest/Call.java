package dev.genci.manifest;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a row runs. */
public sealed interface Call permits NoxCall, CallList, Command {
    /** How nox starts; absent where it does not run. */
    default @Nullable NoxStart start() {
        return null;
    }

    /** Itself where it is a list of calls; whoever writes none has no need of that class. */
    default @Nullable CallList list() {
        return null;
    }

    /** The sessions that nox is called with, one by one. */
    default List<NoxCall> sessions() {
        return List.of();
    }

    /** Whether it calls nox at all. */
    default boolean callsNox() {
        return !sessions().isEmpty();
    }

    /** Whether nox makes an environment for a session, as far as the manifest knows. */
    default boolean makesEnvironment() {
        return sessions().stream().anyMatch(NoxCall::hasVenv);
    }

    /** How nox gets the interpreter of the row, of each call. */
    default Stream<PythonBy> waysOfPython() {
        return sessions().stream().map(NoxCall::pythonBy);
    }

    /** Whether rows are called after their interpreter even where there is one and no session is: {@code python} is a list. */
    default boolean namesPython() {
        return false;
    }

    /** The arguments that nox passes to the session, after {@code --}. */
    default List<Located<String>> posargs() {
        return List.of();
    }

    /** Whether an argument contains an expression, which may read contexts that a matrix cannot, such as secrets. */
    default boolean hasEvaluatedPosargs() {
        return posargs().stream().anyMatch(argument -> argument.value().contains("${{"));
    }
}
