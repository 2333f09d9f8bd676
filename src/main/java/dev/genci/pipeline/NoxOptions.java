package dev.genci.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How nox is called, before the sessions.
 *
 * @param command the words that start it
 * @param backend the default backend to pass on
 * @param args other options
 * @param force whether to force the interpreter
 */
public record NoxOptions(String command, @Nullable String backend, List<String> args, boolean force) {}
