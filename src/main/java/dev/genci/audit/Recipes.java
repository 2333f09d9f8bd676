package dev.genci.audit;

import dev.genci.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code make} and {@code just} run: the lines of a target and of those that it needs, with plain variables. Functions, patterns
 * and inclusions are not read.
 */
final class Recipes {
    private static final Map<String, List<String>> FILES = Map.of(
            "make", List.of("GNUmakefile", "makefile", "Makefile"),
            "gmake", List.of("GNUmakefile", "makefile", "Makefile"),
            "just", List.of("justfile", ".justfile", "Justfile"));

    private static final Set<String> VALUED =
            Set.of("-C", "--directory", "-f", "--file", "--justfile", "-j", "-l", "-o", "-W");
    private static final Pattern RULE = Pattern.compile("@?([\\w./ -]+?)((?: [*+$]?\\w+(?:=\\S+)?)*) ?:(?![:=])(.*)");
    private static final Pattern VARIABLE = Pattern.compile("(?:export )?(\\w+)\\s*(?:[:?]{0,2}=)\\s*(.*)");
    private static final Pattern USE = Pattern.compile("\\$[({](\\w+)[)}]|\\{\\{\\s*(\\w+)\\s*}}");
    /** A variable of a variable of a variable. */
    private static final int DEEPEST = 5;
    /** No line that people write is longer; how long they may become with their variables. */
    private static final int LONGEST = 1_000;

    private static final int LARGEST = 100_000;

    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, Recipe> recipes = new HashMap<>();
    private String first = "";
    private int left = LARGEST;

    private record Recipe(List<String> parameters, List<String> needs, List<String> lines) {}

    /** A script, and the file that it is in. */
    record Found(String file, String text) {}

    private Recipes(String text, boolean just) {
        List<Recipe> open = List.of();
        for (String line : text.replace("\\\n", " ").lines().toList()) {
            boolean indented = line.startsWith("\t") || line.startsWith("  ");
            Matcher rule = RULE.matcher(line);
            Matcher variable = VARIABLE.matcher(line);
            if (indented) {
                String command = line.strip().replaceFirst("^[@+-]+", "");
                open.forEach(recipe -> recipe.lines().add(command));
            } else if (variable.matches()) {
                variables.put(variable.group(1), variable.group(2).strip().replaceAll("^(['\"])(.*)\\1$", "$2"));
            } else if (!line.startsWith("#") && line.length() <= LONGEST && rule.matches()) {
                open = open(rule, just);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                open = List.of();
            }
        }
    }

    /** A rule of make may have several targets, one of just has parameters. */
    private List<Recipe> open(Matcher rule, boolean just) {
        List<Recipe> open = new ArrayList<>();
        List<String> parameters = words(just ? rule.group(2) : "").stream()
                .map(word -> word.replaceAll("^[*+$]|=.*", ""))
                .toList();
        for (String name : words(just ? rule.group(1) : rule.group(1) + rule.group(2))) {
            Recipe recipe = new Recipe(parameters, words(rule.group(3).replaceFirst("#.*", "")), new ArrayList<>());
            recipes.putIfAbsent(name, recipe);
            first = first.isEmpty() && !name.startsWith(".") ? name : first;
            open.add(recipe);
        }
        return open;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1)).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * What a command runs, if that may be nox.
     *
     * @param program the name of the command
     * @param folder in which it runs
     * @return {@code null} for other programs, and where their file does not say nox
     */
    static @Nullable Found of(String program, List<Argument> arguments, String folder, Library library) {
        String where = folder;
        String file = "";
        List<String> wanted = new ArrayList<>();
        Map<String, String> given = new HashMap<>();
        for (int i = 0; FILES.containsKey(program) && i < arguments.size(); i++) {
            String word = arguments.get(i).text();
            String value = i + 1 < arguments.size() ? arguments.get(i + 1).text() : "";
            if (VALUED.contains(word)) {
                where = word.equals("-C") || word.equals("--directory") ? Paths.join(folder, value) : where;
                file = word.equals("-f") || word.endsWith("file") ? value : file;
                i += word.equals("-j") && !value.matches("\\d+") ? 0 : 1;
            } else if (word.matches("\\w+=.*")) {
                given.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            } else if (!word.startsWith("-")) {
                wanted.add(word);
            }
        }
        List<String> names = file.isEmpty() ? FILES.getOrDefault(program, List.of()) : List.of(file);
        for (String name : names) {
            SourceFile source = library.script(Paths.join(where, name));
            if (source != null && source.text().contains("nox")) {
                boolean just = program.equals("just");
                Recipes all = new Recipes(source.text(), just);
                all.variables.putAll(given);
                return new Found(source.name(), all.script(wanted, just));
            }
        }
        return null;
    }

    private String script(List<String> wanted, boolean just) {
        StringBuilder script = new StringBuilder();
        Set<String> seen = new LinkedHashSet<>();
        List<String> names = wanted.isEmpty() ? List.of(first) : wanted;
        for (int i = 0; i < names.size(); i++) {
            Recipe recipe = recipes.get(names.get(i));
            if (just && recipe != null) {
                List<String> rest = names.subList(i + 1, names.size());
                for (int at = 0; at < recipe.parameters().size(); at++) {
                    boolean last = at + 1 == recipe.parameters().size();
                    String value = at >= rest.size()
                            ? ""
                            : last ? String.join(" ", rest.subList(at, rest.size())) : rest.get(at);
                    variables.put(recipe.parameters().get(at), value);
                }
            }
            add(names.get(i), seen, script);
            i = just ? names.size() : i;
        }
        return script.toString();
    }

    private void add(String name, Set<String> seen, StringBuilder script) {
        Recipe recipe = recipes.get(name);
        if (recipe == null || !seen.add(name)) {
            return;
        }
        recipe.needs().forEach(need -> add(need, seen, script));
        recipe.lines().forEach(line -> script.append(replaced(line, 0)).append('\n'));
    }

    private String replaced(String line, int depth) {
        left -= line.length();
        return USE.matcher(line)
                .replaceAll(use -> {
                    String value = variables.get(use.group(1) == null ? use.group(2) : use.group(1));
                    return Matcher.quoteReplacement(
                            value == null || depth >= DEEPEST || left < 0 ? use.group() : replaced(value, depth + 1));
                })
                .replace("$$", "$");
    }
}
