package dev.genci.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the program that a command runs behind what only starts it: {@code uv run}, {@code python -m}, {@code sudo}, {@code xvfb-run}.
 */
final class Starter {
    private static final String NOXFILE = "noxfile.py";
    /** Also with a version or extras, for those who install it first. */
    private static final Pattern NOX = Pattern.compile("nox(\\.exe)?([@\\[=<>~!].*)?");
    /** What the shell works out, but is nox all the same: {@code $(which nox)}, {@code $NOX}. */
    private static final Pattern FOUND =
            Pattern.compile("[$`]\\(?(which|command -v|type -P) nox[)`]|\\$\\{?NOX(_BIN|_CMD)?}?");

    private static final Set<String> RUNNERS = Set.of(
            "uv",
            "pipx",
            "pdm",
            "poetry",
            "hatch",
            "rye",
            "pixi",
            "pipenv",
            "conda",
            "mamba",
            "micromamba",
            "pyenv",
            "coverage");
    private static final Set<String> RUNS = Set.of("run", "x", "exec");
    /** Options of all of these that have a value in the next word. */
    private static final Set<String> VALUED = Set.of(
            "--with",
            "--from",
            "--python",
            "-p",
            "--extra",
            "--group",
            "--only-group",
            "--no-group",
            "--index",
            "--index-url",
            "-i",
            "--project",
            "--directory",
            "-C",
            "--package",
            "--env-file",
            "--with-requirements",
            "--with-editable",
            "--constraints",
            "-c",
            "--cache-dir",
            "--resolution",
            "--config-file",
            "--python-preference",
            "-w",
            "--color",
            "--link-mode",
            "--exclude-newer",
            "--no-extra",
            "--spec",
            "--pip-args",
            "--backend",
            "-n",
            "--name",
            "--prefix",
            "--cwd",
            "-e",
            "--environment",
            "--manifest-path",
            "--default-index",
            "--extra-index-url",
            "--rcfile",
            "--data-file",
            "--source",
            "-u",
            "-o",
            "-X",
            "-W");

    private final List<Argument> words;
    private final Map<String, Argument> assigned = new LinkedHashMap<>();
    private final List<String> unset = new ArrayList<>();
    private int at;
    private boolean exports;

    Starter(List<Argument> words) {
        this.words = words;
    }

    /** The variables that are set in front of the command, or as a command of their own. */
    Map<String, Argument> assigned() {
        return assigned;
    }

    /** Whether the programs that follow get the variables, too. */
    boolean exports() {
        return exports;
    }

    /** The variables that the program does not get. */
    List<String> unset() {
        return unset;
    }

    /** Passes over what starts the program. */
    Starter skip() {
        boolean more = true;
        while (more && at < words.size()) {
            more = assignment() || declaration() || wrapper() || runner() || python();
        }
        return this;
    }

    /** The name of the program, without its folder; empty where there is none. */
    String program() {
        return at < words.size() ? base(words.get(at)) : "";
    }

    /** The program as it is written. */
    String path() {
        return at < words.size() ? words.get(at).text() : "";
    }

    /** What the program gets. */
    List<Argument> arguments() {
        return at < words.size() ? words.subList(at + 1, words.size()) : List.of();
    }

    /**
     * Whether it is nox, also as {@code nox@2025.5.1}, {@code nox[uv]} and {@code docs:nox}; or a noxfile that starts nox when it
     * is run itself.
     */
    boolean isNox() {
        return at < words.size() && isNox(words.get(at));
    }

    /** Whether a word in the place of a program is nox. */
    static boolean isNox(Argument word) {
        String name = base(word);
        String plain = name.indexOf(':') < 0 ? name : name.substring(name.indexOf(':') + 1);
        return plain.equals("nox")
                || plain.equals(NOXFILE)
                || plain.startsWith("nox") && NOX.matcher(plain).matches()
                || !word.known() && FOUND.matcher(word.text()).matches();
    }

    /** A program without its folder. */
    static String base(Argument word) {
        String text = word.text();
        int slash = Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\'));
        return text.substring(slash + 1);
    }

    private boolean assignment() {
        String text = words.get(at).text();
        int sign = text.indexOf('=');
        boolean name = sign > 0 && text.substring(0, sign).matches("(\\$env:)?[A-Za-z_][A-Za-z0-9_]*");
        if (name) {
            String variable = text.substring(text.startsWith("$env:") ? 5 : 0, sign);
            assigned.put(
                    variable,
                    new Argument(text.substring(sign + 1), words.get(at).known()));
            at++;
        }
        return name;
    }

    /** {@code export NAME=value}: what follows are names, no program. */
    private boolean declaration() {
        String text = words.get(at).text();
        if (text.equals("export") || text.equals("declare") || text.equals("local")) {
            exports = text.equals("export");
            at++;
            while (at < words.size() && (assignment() || isOption())) {
                at += at < words.size() && isOption() ? 1 : 0;
            }
        }
        return false;
    }

    private boolean wrapper() {
        Wrapper wrapper = at < words.size() ? Wrapper.of(program()) : null;
        if (wrapper == null || InnerScript.isIn(program(), arguments())) {
            return false;
        }
        boolean env = program().equals("env");
        int command = wrapper.command(words, at + 1);
        if (env) {
            unset.addAll(Wrapper.unset(words.subList(at + 1, command)));
        }
        at = command;
        return true;
    }

    private boolean runner() {
        String program = program();
        if (program.equals("uvx")) {
            at++;
            options();
            return true;
        }
        int start = at;
        if (!RUNNERS.contains(program)) {
            return false;
        }
        at++;
        options();
        boolean tool = at < words.size() && words.get(at).is("tool");
        at += tool ? 1 : 0;
        boolean runs = at < words.size() && RUNS.contains(words.get(at).text());
        if (!runs) {
            at = start;
            return false;
        }
        at++;
        options();
        return true;
    }

    /** {@code python -m nox}; {@code python -m coverage run -m nox}. */
    private boolean python() {
        if (!program().matches("(python|pypy|py)[0-9.]*(\\.exe)?")) {
            return false;
        }
        int start = at;
        at++;
        boolean more = options() || program().equals(NOXFILE);
        at = more ? at : start;
        return more;
    }

    /** Passes over options; whether the last was {@code -m}, so that a module follows. */
    private boolean options() {
        while (at < words.size() && isOption()) {
            String option = words.get(at).text();
            at++;
            if (option.equals("-m") || option.equals("--module")) {
                return true;
            }
            if (option.equals("--")) {
                return false;
            }
            at += VALUED.contains(option) ? 1 : 0;
        }
        return false;
    }

    private boolean isOption() {
        return words.get(at).text().startsWith("-");
    }
}
