package dev.genci.audit;

import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a command that starts nox, and its environment, into a {@link NoxRun}. */
final class NoxReader {
    private static final String USUAL = ".nox";

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Each run keeps its variables. */
    private static final int MOST = 100;

    private NoxReader() {}

    /**
     * The run; {@code null} for one that neither runs nor lists sessions.
     *
     * @param arguments what nox gets
     * @param assigned variables that the script sets for nox
     * @param environment with {@code NOXSESSION} and the like
     * @param top the folder in which the repository is checked out; empty for the usual one
     * @param folder in which it runs, from the folder of all check-outs; empty for that
     */
    static @Nullable NoxRun read(
            List<Argument> arguments,
            Expansion environment,
            Map<String, Argument> assigned,
            String top,
            String folder,
            Place place,
            String via,
            String command,
            int row,
            int step) {
        NoxArguments read = new NoxArguments(arguments);
        if (read.runsNothing()) {
            return null;
        }
        List<Argument> sessions = first(read.list("sessions"), environment.variable("NOXSESSION"));
        if (sessions == null && read.isUnclear()) {
            sessions = arguments.stream().filter(word -> !word.known()).toList();
        }
        List<Argument> keywords = read.list("keywords");
        return new NoxRun(
                place,
                via,
                command,
                read.lists(),
                sessions,
                read.list("tags"),
                keywords == null || keywords.isEmpty() ? null : keywords.get(keywords.size() - 1),
                orNone(first(read.list("pythons"), environment.variable("NOXPYTHON"))),
                orNone(first(read.list("extra"), environment.variable("NOXEXTRAPYTHON"))),
                orNone(first(read.list("forced"), environment.variable("NOXFORCEPYTHON"))),
                noxfile(Paths.below(top, folder), last(read.list("noxfile"), "")),
                top,
                last(read.list("envdir"), USUAL),
                read.reuses(),
                isNone(first(read.list("backend"), environment.variable("NOX_DEFAULT_VENV_BACKEND")))
                        || read.has("--no-venv"),
                read.has("--install-only"),
                read.posargs(),
                read.options(),
                assigned,
                variables(environment),
                row,
                step);
    }

    /** Those of the environment, without what a script gets as its arguments. */
    private static @Nullable Map<String, String> variables(Expansion environment) {
        Map<String, Argument> all = environment.variables();
        if (all.size() > MOST) {
            return null;
        }
        Map<String, String> known = new HashMap<>();
        for (Map.Entry<String, Argument> variable : all.entrySet()) {
            if (!NUMBER.matcher(variable.getKey()).matches()) {
                if (!variable.getValue().known()) {
                    return null;
                }
                known.put(variable.getKey(), variable.getValue().text());
            }
        }
        return Map.copyOf(known);
    }

    private static boolean isNone(@Nullable List<Argument> backend) {
        return last(backend, "").equals("none");
    }

    private static String noxfile(String folder, String file) {
        if (file.isEmpty() || file.equals("noxfile.py") || file.equals("./noxfile.py")) {
            return folder.isEmpty() ? "" : folder + "/noxfile.py";
        }
        return folder.isEmpty() ? file : folder + "/" + file;
    }

    private static String last(@Nullable List<Argument> values, String otherwise) {
        return values == null || values.isEmpty()
                ? otherwise
                : values.get(values.size() - 1).text();
    }

    private static List<Argument> orNone(@Nullable List<Argument> values) {
        return values == null ? List.of() : values;
    }

    /** The values of an option, or else those of a variable, which nox splits at commas. */
    private static @Nullable List<Argument> first(@Nullable List<Argument> option, @Nullable Argument variable) {
        if (option != null || variable == null || variable.is("")) {
            return option;
        }
        List<Argument> parts = new ArrayList<>();
        for (String part : variable.text().split(",", -1)) {
            parts.add(new Argument(part.strip(), variable.known()));
        }
        return parts;
    }
}
