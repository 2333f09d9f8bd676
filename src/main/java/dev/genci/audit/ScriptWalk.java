package dev.genci.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the commands of one script leave for those after them: variables, loops, the folder. */
final class ScriptWalk {
    /** Turns of a loop that are followed. */
    private static final int MOST = 100;

    private final Expansion variables;
    private final Map<String, List<Argument>> loops = new HashMap<>();
    private final Map<String, Argument> written = new HashMap<>();
    /** The parentheses around the last command, each with the folder before it. */
    private final Deque<Map.Entry<Integer, String>> groups = new ArrayDeque<>();

    private final Deque<String> pushed = new ArrayDeque<>();
    private final Map<String, Argument> exported = new LinkedHashMap<>();
    private String folder;

    /** @param folder from the top of the repository; empty for the top */
    ScriptWalk(Expansion variables, String folder) {
        this.variables = variables;
        this.folder = folder;
    }

    /** Where the next command runs. */
    String folder() {
        return folder;
    }

    /** The variables that programs get from the script, in its order. */
    Map<String, Argument> exported() {
        return exported;
    }

    /** The variables for the steps that follow. */
    Map<String, Argument> written() {
        return written;
    }

    /** The variables of a command: one set, or one for each turn of the loop around it. */
    List<Expansion> alternatives(ShellCommand command) {
        for (ShellWord word : command.words()) {
            for (ShellWord.Part part : word.parts()) {
                List<Argument> values = part.kind() == ShellWord.Kind.VARIABLE ? loops.get(part.text()) : null;
                if (values != null) {
                    return values.stream()
                            .map(value -> with(part.text(), value))
                            .toList();
                }
            }
        }
        return List.of(variables);
    }

    private Expansion with(String name, Argument value) {
        Expansion copy = variables.copy();
        copy.set(name, value);
        return copy;
    }

    /** The program of a command; what is no program has its effect here. */
    Starter command(ShellCommand command, Expansion current) {
        groups(command.groups());
        powerShell(command);
        List<Argument> words = current.words(command.words());
        Starter starter = new Starter(words).skip();
        if (starter.program().isEmpty()) {
            starter.assigned().forEach(variables::set);
            starter.assigned().forEach((name, value) -> {
                if (starter.exports() || exported.containsKey(name)) {
                    exported.put(name, value);
                }
            });
        }
        switch (starter.program()) {
            case "cd", "Set-Location" -> change(starter.arguments());
            case "pushd" -> {
                pushed.push(folder);
                change(starter.arguments());
            }
            case "popd" -> folder = pushed.isEmpty() ? folder : pushed.pop();
            case "for" -> loop(starter.arguments());
            case "echo" -> variable(command, starter.arguments());
            default -> {}
        }
        return starter;
    }

    /** A folder that commands in parentheses change to is theirs alone. */
    private void groups(List<Integer> around) {
        while (!groups.isEmpty() && !around.contains(groups.peek().getKey())) {
            folder = groups.pop().getValue();
        }
        for (int group : around.subList(groups.size(), around.size())) {
            groups.push(Map.entry(group, folder));
        }
    }

    /** {@code $env:NAME = 'value'}. */
    private void powerShell(ShellCommand command) {
        List<ShellWord.Part> all = new ArrayList<>();
        command.words().forEach(word -> all.addAll(word.parts()));
        if (all.size() > 1 && all.get(0).kind() == ShellWord.Kind.VARIABLE) {
            String sign = all.get(1).text();
            if (all.get(1).kind() == ShellWord.Kind.LITERAL && sign.startsWith("=")) {
                ShellWord.Part rest = new ShellWord.Part(ShellWord.Kind.LITERAL, sign.substring(1), "", true);
                List<ShellWord.Part> value = new ArrayList<>(all.subList(2, all.size()));
                value.add(0, rest);
                Argument set = variables.words(List.of(new ShellWord(value))).get(0);
                variables.set(all.get(0).text(), set);
                exported.put(all.get(0).text(), set);
            }
        }
    }

    private void change(List<Argument> arguments) {
        folder = arguments.isEmpty()
                ? folder
                : Paths.join(folder, arguments.get(0).text());
    }

    private void loop(List<Argument> words) {
        if (words.size() > 2 && words.get(1).is("in")) {
            loops.put(words.get(0).text(), new ArrayList<>(words.subList(2, Math.min(words.size(), 2 + MOST))));
        }
    }

    /** {@code echo "NAME=value" >> $GITHUB_ENV}. */
    private void variable(ShellCommand command, List<Argument> words) {
        if (words.size() == 1 && command.text().contains("GITHUB_ENV")
                || command.text().contains("FORGEJO_ENV")) {
            Argument line = words.isEmpty() ? new Argument("", true) : words.get(0);
            int sign = line.text().indexOf('=');
            if (sign > 0) {
                written.put(
                        line.text().substring(0, sign), new Argument(line.text().substring(sign + 1), line.known()));
            }
        }
    }
}
