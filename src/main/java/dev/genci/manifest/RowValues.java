package dev.genci.manifest;

import dev.genci.manifest.Parameters.Parameter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of {@code ${{ row.… }}} in a row, which gen-ci knows when it writes the workflow. */
public final class RowValues {
    /** The version of its interpreter. */
    public static final String PYTHON = "python";
    /** The label of its runner, as the manifest writes it. */
    public static final String OS = "os";
    /** The argument of {@code nox -s}. */
    public static final String SESSION = "session";
    /** The name of the row. */
    public static final String NAME = "name";

    private RowValues() {}

    /**
     * The fields of a row and their values; parameters and own axes have their own names. A field that the row does not have is not there.
     *
     * @param runner as written in the manifest; absent if it names none
     */
    public static Map<String, String> of(Work work, Invocation invocation, @Nullable Runner runner, String name) {
        // Forges compare names without case.
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.put(NAME, name);
        if (work.call() instanceof NoxCall) {
            values.put(SESSION, invocation.selector());
        }
        String python = invocation.python();
        if (python != null) {
            values.put(PYTHON, python);
        }
        if (runner != null) {
            values.put(OS, runner.word());
        }
        for (Parameter parameter : invocation.listed()) {
            values.putIfAbsent(parameter.name(), parameter.value());
        }
        invocation.own().forEach(values::putIfAbsent);
        return values;
    }

    /** The default name of a row: the runner is part of it if the entry has several. */
    public static String name(Invocation invocation, @Nullable Runner runner, boolean several) {
        return invocation.nameOn(runner == null || !several ? null : runner.word());
    }
}
