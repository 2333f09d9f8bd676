package dev.genci.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds nox among the words of a program that nobody here knows, as in {@code docker run IMAGE nox -s lint}: most programs that
 * get the words of a command run it. Programs are known only where they do not.
 */
final class Handed {
    /** Programs whose words are texts, names and files. */
    private static final Set<String> TEXTS =
            words("echo printf cat tee grep egrep fgrep rg sed awk jq yq cut tr test [ [[ which type hash whereis "
                    + "alias read case for git gh curl wget cp mv rm ls ln cd mkdir touch chmod chown tar zip unzip "
                    + "pip pip3 uv pipx poetry pdm conda mamba micromamba apt apt-get apk dnf yum brew choco winget "
                    + "npm codecov codecovcli Write-Host Write-Output");
    /** Programs that run a command in a container, whose options before it are many. */
    private static final Set<String> CONTAINERS =
            words("docker docker-compose podman podman-compose nerdctl singularity apptainer lxc");
    /** Programs that add words from elsewhere to the command. */
    private static final Set<String> ADDING = Set.of("xargs", "parallel");

    /** What such a program gets before the command, and takes for a name. */
    private static final Set<String> VERBS = words("run exec pull build rm stop start up logs");

    private static final String VALUES = ":::";

    private Handed() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" ", -1));
    }

    /**
     * What nox gets.
     *
     * @param program the first of the words
     * @return {@code null} where no word is nox, or the program runs none of them
     */
    static @Nullable List<Argument> arguments(String program, List<Argument> words) {
        if (TEXTS.contains(program) || words.isEmpty()) {
            return null;
        }
        for (int i = 0; i < words.size(); i++) {
            if (Starter.isNox(words.get(i)) && isCommand(program, words, i)) {
                List<Argument> rest = words.subList(i + 1, words.size());
                return ADDING.contains(program) ? added(program, rest) : rest;
            }
        }
        return null;
    }

    /** A name may be nox, too: a command has options, or is the last word where a command is due. */
    private static boolean isCommand(String program, List<Argument> words, int at) {
        if (at + 1 < words.size()) {
            return NoxArguments.isOption(words.get(at + 1).text());
        }
        String before = at == 0 ? "" : words.get(at - 1).text();
        return before.equals("--")
                || CONTAINERS.contains(program) && !before.startsWith("-") && !VERBS.contains(before);
    }

    /** {@code xargs} adds what it reads, {@code parallel} also one of the words behind its mark. */
    private static List<Argument> added(String program, List<Argument> words) {
        List<Argument> all = new ArrayList<>();
        boolean marked = false;
        for (Argument word : words) {
            boolean mark = word.text().equals(VALUES);
            marked |= mark;
            if (!mark && !word.text().equals("{}")) {
                all.add(word);
            }
        }
        if (!marked) {
            all.add(new Argument("(what " + program + " adds)", false));
        }
        return all;
    }

    /** A script among the words, as in {@code ssh HOST 'cd project && nox -s lint'}; {@code null} where none starts nox. */
    static @Nullable String script(String program, List<Argument> words) {
        if (TEXTS.contains(program)) {
            return null;
        }
        for (Argument word : words) {
            String text = word.text();
            if (text.contains("nox") && text.strip().indexOf(' ') > 0 && startsNox(text)) {
                return text;
            }
        }
        return null;
    }

    private static boolean startsNox(String script) {
        for (ShellCommand command : ShellReader.read(script)) {
            List<Argument> words = command.words().stream()
                    .map(word -> new Argument(word.source(), true))
                    .toList();
            Starter starter = new Starter(words).skip();
            List<Argument> arguments = starter.arguments();
            if (starter.isNox()
                    && (arguments.isEmpty()
                            || NoxArguments.isOption(arguments.get(0).text()))) {
                return true;
            }
        }
        return false;
    }
}
