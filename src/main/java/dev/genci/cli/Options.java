package dev.genci.cli;

import dev.genci.cli.Console.ColorChoice;
import dev.genci.compiler.PinPolicy;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The options of the verbs, in picocli's model. Not as annotations: reading those takes longer than all that is asked of
 * picocli here.
 */
final class Options {
    static final String DIRECTORY = "-C";
    static final String COLOR = "--color";
    static final String STDIN_NAME = "--stdin-filename";
    static final String FRESH_PINS = "--fresh-pins";
    static final String FORMAT = "--format";
    static final String STRICT_PINS = "--strict-pins";

    private static final String LABEL = "MANIFEST";
    private static final String MANIFEST = "Default: sessions.yaml or .ci/sessions.yaml; - is standard input.";

    private Options() {}

    /** A command with the options that every one has. */
    static CommandSpec command(String name, String description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description);
        return spec.addOption(text("Change to this folder first, as git does.", "DIR", DIRECTORY))
                .addOption(OptionSpec.builder(COLOR)
                        .type(ColorChoice.class)
                        .paramLabel("WHEN")
                        .description("Colour messages: auto, always, never. Default: auto.")
                        .build())
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
    }

    /** A command that reads a manifest. */
    static CommandSpec ofManifest(String name, String description) {
        return named(name, description, positional(MANIFEST, LABEL));
    }

    /** A command that reads one manifest, or several. */
    static CommandSpec ofManifests(String name, String description) {
        PositionalParamSpec several = argument(MANIFEST, LABEL)
                .index("0..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build();
        return named(name, description, several);
    }

    private static CommandSpec named(String name, String description, PositionalParamSpec manifest) {
        return command(name, description)
                .addPositional(manifest)
                .addOption(text("The manifest's name when it is read from standard input.", "FILE", STDIN_NAME));
    }

    /** How far the pins of committed workflows are believed. */
    static CommandSpec addPins(CommandSpec spec) {
        return spec.addOption(flag(
                        "Use the manifest's pins and the built-in ones; ignore those of the committed workflow.",
                        FRESH_PINS))
                .addOption(flag(
                        "Keep a pin of the committed workflow only if gen-ci or the manifest knows its commit.",
                        STRICT_PINS));
    }

    /** The policy for pins, from the options. */
    static PinPolicy pins(Arguments arguments) {
        return arguments.has(FRESH_PINS)
                ? PinPolicy.FRESH
                : arguments.has(STRICT_PINS) ? PinPolicy.STRICT : PinPolicy.KEEP;
    }

    /** The form of the output; the first is the default. */
    static OptionSpec format(List<String> forms) {
        int last = forms.size() - 1;
        String all = String.join(", ", forms.subList(0, last)) + " or " + forms.get(last);
        return oneOf(forms, "Format of the output: " + all + ". Default: " + forms.get(0) + ".", "FORMAT", FORMAT);
    }

    /**
     * The form that was chosen.
     *
     * @throws Failure when it is none of these
     */
    static String format(Arguments arguments, List<String> forms) {
        String chosen = arguments.text(FORMAT);
        if (chosen != null && !forms.contains(chosen)) {
            throw new Failure(
                    ExitCode.USAGE, "unknown format \"" + chosen + "\": it must be one of " + String.join(", ", forms));
        }
        return chosen == null ? forms.get(0) : chosen;
    }

    /** An option without a value. */
    static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names).description(description).build();
    }

    /** An option with a value. */
    static OptionSpec text(String description, String label, String... names) {
        return value(description, label, names).build();
    }

    /** An option with a value that may be repeated. */
    static OptionSpec texts(String description, String label, String... names) {
        return value(description, label, names)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build();
    }

    private static OptionSpec.Builder value(String description, String label, String... names) {
        return OptionSpec.builder(names).type(String.class).paramLabel(label).description(description);
    }

    /** An option whose value is one of a list, which shells complete. */
    static OptionSpec oneOf(List<String> choices, String description, String label, String... names) {
        return value(description, label, names).completionCandidates(choices).build();
    }

    /** One argument that may be left out, and is one of a list. */
    static PositionalParamSpec choice(String description, String label, List<String> choices) {
        return argument(description, label).completionCandidates(choices).build();
    }

    /** One argument that may be left out. */
    static PositionalParamSpec positional(String description, String label) {
        return argument(description, label).build();
    }

    private static PositionalParamSpec.Builder argument(String description, String label) {
        return PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel(label)
                .description(description);
    }
}
