package dev.genci.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A job that the manifest writes, as a text knows it.
 *
 * @param needed whether whoever has the text needs it: nobody else knows how it ended
 * @param outputs their names; absent where nobody knows them
 */
public record EndedJob(boolean needed, @Nullable Set<String> outputs) {}
