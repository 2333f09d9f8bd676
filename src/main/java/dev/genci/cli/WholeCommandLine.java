package dev.genci.cli;

import dev.genci.shell.CommandLineModel;
import dev.genci.shell.CommandLineModel.Command;
import dev.genci.shell.CommandLineModel.Kind;
import dev.genci.shell.CommandLineModel.Option;
import dev.genci.shell.CommandLineModel.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line with all verbs, from picocli's model to that of shells. */
final class WholeCommandLine {
    private WholeCommandLine() {}

    static CommandLineModel model() {
        List<Command> verbs = new ArrayList<>();
        for (String name : Verbs.NAMES) {
            Verb verb = Verbs.of(name);
            if (verb != null) {
                verbs.add(command(verb.spec()));
            }
        }
        return new CommandLineModel(command(new GenerateCommand("gen-ci").spec()), verbs);
    }

    private static Command command(CommandSpec spec) {
        List<Option> options =
                spec.options().stream().map(WholeCommandLine::option).toList();
        boolean alone = spec.positionalParameters().isEmpty();
        return new Command(
                spec.name(),
                String.join(" ", spec.usageMessage().description()),
                alone ? Word.NONE : word(spec.positionalParameters().get(0)),
                options,
                Arrays.asList(spec.usageMessage().footer()));
    }

    private static Option option(OptionSpec spec) {
        boolean flag = spec.arity().max() == 0;
        return new Option(
                Arrays.asList(spec.names()),
                String.join(" ", spec.description()),
                flag ? Word.NONE : word(spec),
                !flag && spec.arity().min() == 0);
    }

    private static Word word(ArgSpec spec) {
        List<String> choices = choices(spec);
        String label = spec.paramLabel();
        Kind kind = !choices.isEmpty()
                ? Kind.CHOICE
                : switch (label) {
                    case "FILE", "MANIFEST", "PATH" -> Kind.FILE;
                    case "DIR" -> Kind.FOLDER;
                    default -> Kind.TEXT;
                };
        return new Word(kind, label, choices);
    }

    private static List<String> choices(ArgSpec spec) {
        if (spec.type().isEnum()) {
            return Arrays.stream(spec.type().getEnumConstants())
                    .map(Object::toString)
                    .toList();
        }
        List<String> choices = new ArrayList<>();
        if (spec.completionCandidates() != null) {
            spec.completionCandidates().forEach(choices::add);
        }
        return choices;
    }
}
