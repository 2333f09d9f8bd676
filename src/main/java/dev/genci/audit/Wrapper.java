package dev.genci.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that runs the command after its own options, as POSIX, GNU and the programs' own manuals describe it.
 *
 * @param valued options with a value in the next word
 * @param words that it gets before the command
 * @param shows options with which it runs nothing
 */
record Wrapper(Set<String> valued, int words, Set<String> shows) {
    private static final Map<String, Wrapper> ALL = Map.ofEntries(
            Map.entry("!", plain()),
            Map.entry("then", plain()),
            Map.entry("do", plain()),
            Map.entry("else", plain()),
            Map.entry("if", plain()),
            Map.entry("elif", plain()),
            Map.entry("while", plain()),
            Map.entry("until", plain()),
            Map.entry("command", new Wrapper(Set.of(), 0, Set.of("-v", "-V"))),
            Map.entry("builtin", plain()),
            Map.entry("exec", plain("-a")),
            Map.entry("time", plain("-f", "--format", "-o", "--output")),
            Map.entry("env", plain("-u", "--unset", "-C", "--chdir")),
            Map.entry("nohup", plain()),
            Map.entry("call", plain()),
            Map.entry("winpty", plain()),
            Map.entry("travis_retry", plain()),
            Map.entry("tini", plain("-p")),
            Map.entry("dumb-init", plain("-r", "--rewrite")),
            Map.entry("unshare", plain("-S", "-G")),
            Map.entry("strace", plain("-e", "-o", "-s", "-p", "-u", "-E", "-P", "-I", "-O", "-S", "-a", "-b", "-X")),
            Map.entry("gosu", words(1)),
            Map.entry("su-exec", words(1)),
            Map.entry("chroot", words(1)),
            Map.entry("faketime", words(1)),
            Map.entry("runuser", plain("-u", "--user", "-g", "--group", "-G", "--supp-group")),
            Map.entry("setsid", plain()),
            Map.entry("chronic", plain()),
            Map.entry("catchsegv", plain()),
            Map.entry("unbuffer", plain()),
            Map.entry("eatmydata", plain()),
            Map.entry("fakeroot", plain("-l", "-s", "-i")),
            Map.entry("dbus-run-session", plain("--config-file", "--dbus-daemon")),
            Map.entry("caffeinate", plain("-t", "-w")),
            Map.entry("arch", plain("-arch", "-e", "-d")),
            Map.entry("setarch", new Wrapper(Set.of(), 1, Set.of("--list"))),
            Map.entry("linux32", plain()),
            Map.entry("linux64", plain()),
            Map.entry(
                    "sudo", plain("-u", "--user", "-g", "--group", "-h", "--host", "-p", "--prompt", "-D", "--chdir")),
            Map.entry("doas", plain("-u", "-C")),
            Map.entry("nice", plain("-n", "--adjustment")),
            Map.entry("ionice", plain("-c", "--class", "-n", "--classdata")),
            Map.entry("stdbuf", plain("-i", "--input", "-o", "--output", "-e", "--error")),
            Map.entry("taskset", new Wrapper(Set.of(), 1, Set.of("-p", "--pid"))),
            Map.entry("flock", new Wrapper(Set.of("-w", "--timeout", "-E", "--conflict-exit-code"), 1, Set.of("-u"))),
            Map.entry("timeout", new Wrapper(Set.of("-k", "--kill-after", "-s", "--signal"), 1, Set.of())),
            Map.entry("gtimeout", new Wrapper(Set.of("-k", "--kill-after", "-s", "--signal"), 1, Set.of())),
            Map.entry(
                    "xvfb-run",
                    plain(
                            "-e",
                            "--error-file",
                            "-f",
                            "--auth-file",
                            "-n",
                            "--server-num",
                            "-p",
                            "--xauth-protocol",
                            "-s",
                            "--server-args",
                            "-w",
                            "--wait")));

    private static Wrapper words(int words) {
        return new Wrapper(Set.of(), words, Set.of());
    }

    private static Wrapper plain(String... valued) {
        return new Wrapper(Set.of(valued), 0, Set.of());
    }

    /** The one of a name; {@code null} for another program. */
    static @Nullable Wrapper of(String program) {
        return ALL.get(program);
    }

    /**
     * Where the command begins.
     *
     * @param words of the whole command
     * @param first after the wrapper
     * @return after the last word where it runs nothing
     */
    int command(List<Argument> words, int first) {
        int at = options(words, first);
        return at == words.size() || this.words == 0 ? at : options(words, Math.min(words.size(), at + this.words));
    }

    /** The position after options. */
    private int options(List<Argument> words, int first) {
        int at = first;
        while (at < words.size() && words.get(at).text().startsWith("-")) {
            String option = words.get(at).text();
            at++;
            if (shows.contains(option)) {
                return words.size();
            }
            if (option.equals("--")) {
                break;
            }
            at += hasNext(option) ? 1 : 0;
        }
        return Math.min(words.size(), at);
    }

    /** Whether the value of an option is the next word: also that of the last of several letters, as in {@code -Eu USER}. */
    private boolean hasNext(String option) {
        boolean letters = option.length() > 2 && option.charAt(1) != '-';
        return valued.contains(option)
                || letters && option.matches("-[A-Za-z]+") && valued.contains("-" + option.charAt(option.length() - 1));
    }

    /**
     * The variables that {@code env} takes away.
     *
     * @param options between {@code env} and the command
     */
    static List<String> unset(List<Argument> options) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            String option = options.get(i).text();
            if (option.startsWith("--unset=")) {
                names.add(option.substring("--unset=".length()));
            } else if ((option.equals("-u") || option.equals("--unset")) && i + 1 < options.size()) {
                names.add(options.get(++i).text());
            } else if (option.startsWith("-u")) {
                names.add(option.substring(2));
            }
        }
        return names;
    }
}
