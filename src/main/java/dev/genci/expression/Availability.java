package dev.genci.expression;

import dev.genci.data.ExpressionPlace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which contexts and functions one forge has at each place, and which properties a context has. The table is a resource, read only when a manifest has an
 * expression.
 *
 * @param forge its id
 * @param sites by the name of the row
 * @param properties by the path above them, in lower case: {@code github}, {@code steps.*}; what has none has an empty set
 */
record Availability(String forge, Map<String, Known> sites, Map<String, Set<String>> properties) {
    private static final String EVERYWHERE = "everywhere";

    /**
     * What is known at a place.
     *
     * @param contexts in lower case
     * @param functions by their names in lower case
     */
    record Known(Set<String> contexts, Map<String, Function> functions) {}

    /**
     * A function.
     *
     * @param name as documents write it
     * @param odd whether the number of arguments must be odd
     */
    record Function(String name, int fewest, int most, boolean odd) {
        boolean takes(int arguments) {
            return arguments >= fewest && arguments <= most && !(odd && arguments % 2 == 0);
        }
    }

    Known known(ExpressionPlace place) {
        return row(String.join(".", place.path()));
    }

    /** Whether it reads only plain literals: {@link Numbers#isPlainNumber}. */
    boolean narrow() {
        return row("grammar").contexts().contains("narrow");
    }

    /** The path below another, by a name in any case; {@code null} where nothing is known of what is there. */
    @Nullable String below(String path, String name) {
        String any = path + ".*";
        return properties.containsKey(path)
                ? path + "." + name.toLowerCase(Locale.ROOT)
                : properties.containsKey(any) ? any : null;
    }

    /** The properties at a path, to be asked in any case; {@code null} where each name is one. */
    @Nullable Set<String> at(String path) {
        return properties.get(path);
    }

    private Known row(String name) {
        return Objects.requireNonNull(sites.get(name), name);
    }

    /** The table of a forge, by its id. */
    static Availability read(String forge) {
        String name = "/expressions/" + forge + ".txt";
        Map<String, Known> rows = new HashMap<>();
        Map<String, Set<String>> properties = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Availability.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(".")) {
                    properties(line, properties);
                } else if (!line.startsWith("#")) {
                    row(line, rows);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Availability(forge, rows, properties);
    }

    /** {@code .path name name*}: the star says that the property has properties of its own. */
    private static void properties(String line, Map<String, Set<String>> properties) {
        String[] words = line.split(" +", -1);
        for (String path : words[0].substring(1).split("\\|", -1)) {
            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            for (int i = 1; i < words.length; i++) {
                if (words[i].endsWith("*")) {
                    names.add(words[i].substring(0, words[i].length() - 1));
                } else {
                    names.add(words[i]);
                    properties.put(path + "." + words[i].toLowerCase(Locale.ROOT), Set.of());
                }
            }
            properties.put(path, names);
        }
    }

    private static void row(String line, Map<String, Known> rows) {
        String[] words = line.split(" +", -1);
        Known common = rows.getOrDefault(EVERYWHERE, new Known(Set.of(), Map.of()));
        Set<String> contexts = new TreeSet<>(common.contexts());
        Map<String, Function> functions = new LinkedHashMap<>(common.functions());
        for (int i = 1; i < words.length; i++) {
            if (words[i].endsWith(")")) {
                Function function = function(words[i]);
                functions.put(function.name().toLowerCase(Locale.ROOT), function);
            } else {
                contexts.add(words[i]);
            }
        }
        rows.put(words[0], new Known(contexts, functions));
    }

    /** {@code name(fewest,most)} or {@code name(fewest,most,odd)}. */
    private static Function function(String word) {
        int open = word.indexOf('(');
        String[] counts = word.substring(open + 1, word.length() - 1).split(",", -1);
        int most = counts[1].equals("MAX") ? Integer.MAX_VALUE : Integer.parseInt(counts[1]);
        return new Function(word.substring(0, open), Integer.parseInt(counts[0]), most, counts.length > 2);
    }
}
