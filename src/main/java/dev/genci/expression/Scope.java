package dev.genci.expression;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that a manifest itself gives to a text.
 *
 * @param jobs those that the manifest writes, by id
 * @param inputs of the events; empty where no event has any
 * @param steps ids of the steps that have run; absent if all have run, and their ids are not known
 * @param rows by the names of the rows that the text is for, the fields of each; absent where no row is known
 * @param inJob whether the text is of a job that the manifest writes itself, with its own matrix, if any
 */
public record Scope(
        Map<String, EndedJob> jobs,
        Set<String> inputs,
        @Nullable Set<String> steps,
        @Nullable Map<String, Set<String>> rows,
        boolean inJob) {}
