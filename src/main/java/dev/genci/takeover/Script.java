package dev.genci.takeover;

import dev.genci.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A script as a manifest says it: with variables in place of expressions.
 *
 * @param variables that the script reads now, by name
 */
record Script(String text, Map<String, Value> variables) {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}", Pattern.DOTALL);
    private static final Pattern OF_ENV = Pattern.compile("env\\.([A-Za-z_]\\w*)");
    private static final Pattern SEPARATOR = Pattern.compile("\n|&&|;");
    private static final Pattern INSTALL = Pattern.compile(
            "(?:sudo )?(?:(?:python3?|py)(?: -m)? )?(?:uv )?(?:pip3?|pipx|tool) (?:install|inject)\\b(.*)");
    private static final Pattern VERSION = Pattern.compile("[\\w-]+ (?:--version|-V)");
    /** What nobody misses when gen-ci installs nox. */
    private static final Set<String> WITH_NOX = Set.of("nox", "pip", "setuptools", "wheel", "virtualenv", "uv");

    /**
     * A script without expressions.
     *
     * @return {@code null} where one is between single quotes, so that no shell would read a variable there
     */
    static @Nullable Script of(String text) {
        Map<String, Value> variables = new LinkedHashMap<>();
        StringBuilder out = new StringBuilder();
        Matcher found = EXPRESSION.matcher(text);
        int from = 0;
        while (found.find()) {
            String line = text.substring(text.lastIndexOf('\n', found.start()) + 1, found.start());
            if (line.chars().filter(c -> c == '\'').count() % 2 == 1) {
                return null;
            }
            Matcher env = OF_ENV.matcher(found.group(1));
            Value value = Value.of("${{ " + found.group(1) + " }}");
            String name = env.matches() ? env.group(1) : free(name(found.group(1)), value, variables);
            if (!env.matches()) {
                variables.put(name, value);
            }
            out.append(text, from, found.start()).append("${").append(name).append('}');
            from = found.end();
        }
        return new Script(out.append(text.substring(from)).toString(), variables);
    }

    /** A name that no other expression has: those of {@code matrix.a-b} and {@code matrix.a_b} are one. */
    private static String free(String name, Value value, Map<String, Value> variables) {
        return Text.variable(name, each -> variables.containsKey(each) && !value.equals(variables.get(each)));
    }

    private static String name(String expression) {
        String name = expression
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_+|_+$", "")
                .toUpperCase(Locale.ROOT);
        // GitHub lets nobody set its own variables.
        return name.startsWith("GITHUB_") || name.startsWith("RUNNER_") || name.matches("\\d.*") ? "THE_" + name : name;
    }

    /** What a script installs besides nox. */
    record Installed(Set<String> plugins) {}

    /** What a script brings that does nothing but install nox; {@code null} for any other script. */
    static @Nullable Installed nox(String text) {
        Set<String> plugins = new LinkedHashSet<>();
        boolean nox = false;
        for (String part : SEPARATOR.split(text, -1)) {
            String command = part.strip();
            if (command.isEmpty()
                    || command.startsWith("#")
                    || VERSION.matcher(command).matches()) {
                nox |= command.startsWith("nox ");
                continue;
            }
            Matcher install = INSTALL.matcher(command);
            if (!install.matches()) {
                return null;
            }
            for (String word : packages(install.group(1))) {
                String base = word.replaceAll("[\\[=<>~!@;].*", "");
                nox |= base.equals("nox");
                if (base.matches("nox[-_][\\w-]+")) {
                    plugins.add(word);
                } else if (!WITH_NOX.contains(base)) {
                    return null;
                }
            }
        }
        return nox ? new Installed(plugins) : null;
    }

    private static List<String> packages(String words) {
        List<String> packages = new ArrayList<>();
        boolean value = false;
        for (String word : words.strip().split("\\s+", -1)) {
            String plain = word.replaceAll("[\"']", "");
            boolean option = plain.startsWith("-");
            if (option && plain.matches("-r|--requirement|-e|--editable")) {
                packages.add(plain);
            }
            if (!option && !value && !plain.isEmpty()) {
                packages.add(plain);
            }
            value = option && plain.matches("-c|--constraint|-i|--index-url|--python|-p|--with");
        }
        return packages;
    }
}
