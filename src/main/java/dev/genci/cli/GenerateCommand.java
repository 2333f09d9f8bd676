package dev.genci.cli;

import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Severity;
import dev.genci.emit.EmittedFile;
import dev.genci.forge.Forges;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.TargetSettings;
import dev.genci.workspace.AtomicFile;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Drift;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Prints or writes workflows. Also runs without a verb. */
final class GenerateCommand implements Verb {
    private static final String ROOT = "gen-ci";
    private static final String TARGET = "--target";
    private static final String WORKFLOW = "--workflow";
    private static final String WRITE = "--write";
    private static final String OUTPUT = "--output";
    private static final String FORCE = "--force";
    private static final String FAIL = "--fail-on-change";
    private static final String VERBOSE = "--verbose";

    private final String name;
    private final Compiler compiler = new Compiler();

    /** @param name {@code generate}, or that of the program */
    GenerateCommand(String name) {
        this.name = name;
    }

    @Override
    public CommandSpec spec() {
        boolean root = name.equals(ROOT);
        CommandSpec spec = Options.ofManifests(
                name,
                root
                        ? "Compile sessions.yaml, a table of nox sessions, into CI workflows."
                        : "Print the workflow of one target, or write all workflows (-w).");
        spec.addOption(Options.oneOf(
                        Forges.ids(),
                        "The forge: " + Forges.anyOf()
                                + ". Default: when printing, the manifest's first;"
                                + " when writing, all of them.",
                        "TARGET",
                        TARGET))
                .addOption(Options.text(
                        "The workflow, by its id. Default: when printing, the manifest's first; when writing, all of them.",
                        "ID",
                        WORKFLOW))
                .addOption(Options.flag("Write the workflows to the files that the manifest names.", "-w", WRITE))
                .addOption(Options.text("Write one target's workflow to this file.", "FILE", "-o", OUTPUT))
                .addOption(Options.flag("With -w: replace files that gen-ci did not make.", FORCE))
                .addOption(Options.flag("With -w: exit with 1 if a file was written.", FAIL))
                .addOption(Options.flag("Also show notes, such as what a target leaves out.", "-v", VERBOSE));
        Options.addPins(spec);
        if (root) {
            spec.addOption(OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .description("Show the version.")
                    .build());
            spec.usageMessage()
                    .footer(
                            "",
                            "Examples:",
                            "  gen-ci -w                                         write every target's workflow",
                            "  gen-ci check                                      fail if a workflow is out of date",
                            "  gen-ci sessions.yaml > .github/workflows/ci.yml   print the first target's workflow",
                            "",
                            "Exit codes: 0 success, 1 a workflow is not current, 2 the manifest is wrong,",
                            "3 the arguments are wrong, 4 a file cannot be read or written, 5 a bug in gen-ci.");
        }
        return spec;
    }

    @Override
    public void prepare() {
        compiler.prepare();
    }

    @Override
    public int run(Console console, Arguments arguments) {
        checkArguments(arguments);
        if (arguments.manifests().size() > 1) {
            return writeAll(console, arguments);
        }
        return new Compilation(
                        compiler,
                        console,
                        arguments,
                        manifest -> choice(manifest, arguments),
                        arguments.has(WRITE),
                        all -> say(console, arguments, all))
                .then((files, committed) -> put(console, arguments, files, committed));
    }

    /** Writes the workflows of several manifests, if none of them is wrong. */
    private int writeAll(Console console, Arguments arguments) {
        if (!arguments.has(WRITE)) {
            List<String> manifests = arguments.manifests();
            String hint = Verbs.hint(manifests.get(0));
            throw new Failure(
                    ExitCode.USAGE,
                    "unexpected argument \"" + manifests.get(1) + "\""
                            + (hint.isEmpty() ? ": several manifests require -w" : hint));
        }
        Several quietly = new Several(compiler, console, arguments, name -> {});
        int code = quietly.run(one -> new Compilation(
                        compiler,
                        console,
                        one,
                        manifest -> choice(manifest, one),
                        false,
                        all -> sayErrors(console, one, all))
                .then((files, committed) -> ExitCode.OK));
        if (code != ExitCode.OK) {
            return code;
        }
        return new Several(compiler, console, arguments, name -> console.say(name + ":")).run(one -> run(console, one));
    }

    private static void sayErrors(Console console, Arguments arguments, List<Diagnostic> diagnostics) {
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
            say(console, arguments, diagnostics);
        }
    }

    /** Prints or writes, as the arguments say. */
    private static int put(Console console, Arguments arguments, List<EmittedFile> files, CommittedFiles committed)
            throws IOException {
        if (arguments.has(WRITE)) {
            return write(console, arguments, files, committed);
        }
        String text = files.get(0).text();
        String output = arguments.text(OUTPUT);
        if (output == null) {
            console.print(text);
        } else {
            write(List.of(new AtomicFile.Text(output, console.folder().resolve(output), text)));
        }
        return ExitCode.OK;
    }

    private static void checkArguments(Arguments arguments) {
        if (arguments.has(WRITE) && arguments.has(OUTPUT)) {
            throw new Failure(ExitCode.USAGE, "-w and -o exclude each other");
        }
        for (String option : List.of(FORCE, FAIL)) {
            if (arguments.has(option) && !arguments.has(WRITE)) {
                throw new Failure(ExitCode.USAGE, option + " requires -w");
            }
        }
        List<String> known = Forges.ids();
        String target = arguments.text(TARGET);
        if (target != null && !known.contains(target)) {
            throw new Failure(
                    ExitCode.USAGE, "unknown target \"" + target + "\": it must be one of " + String.join(", ", known));
        }
    }

    /** The targets for which one of the manifest's workflows is wanted. */
    private static List<TargetSettings> choice(Manifest manifest, Arguments arguments) {
        List<String> written = manifest.all().written();
        String asked = arguments.text(WORKFLOW);
        if (asked != null && !written.contains(asked)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "unknown workflow \"" + asked + "\": it must be one of " + String.join(", ", written));
        }
        String wanted = asked != null ? asked : arguments.has(WRITE) ? null : written.get(0);
        if (wanted != null && !wanted.equals(manifest.workflow().id().value())) {
            return List.of();
        }
        String target = arguments.text(TARGET);
        if (target != null) {
            return List.of(manifest.target(target));
        }
        return arguments.has(WRITE) ? manifest.targets() : manifest.targets().subList(0, 1);
    }

    private static void say(Console console, Arguments arguments, List<Diagnostic> diagnostics) {
        boolean all = arguments.has(VERBOSE) || arguments.has(WRITE);
        List<Diagnostic> shown = diagnostics.stream()
                .filter(diagnostic -> all || diagnostic.severity() != Severity.NOTE)
                .toList();
        console.say(shown, arguments.color());
    }

    private static int write(Console console, Arguments arguments, List<EmittedFile> files, CommittedFiles committed)
            throws IOException {
        List<Drift> drifts = new ArrayList<>();
        for (EmittedFile file : files) {
            drifts.add(Drift.of(file.path(), committed.read(file.path()), file.text()));
        }
        List<Drift> foreign = drifts.stream()
                .filter(drift -> drift.state() == Drift.State.FOREIGN)
                .toList();
        if (!arguments.has(FORCE) && !foreign.isEmpty()) {
            foreign.forEach(drift -> console.say("gen-ci: " + drift.path() + " " + CheckReport.foreign(drift)));
            console.say("gen-ci: nothing was written; --force replaces such files");
            return ExitCode.NO;
        }
        List<AtomicFile.Text> changed = drifts.stream()
                .filter(drift -> drift.state() != Drift.State.CURRENT)
                .map(drift ->
                        new AtomicFile.Text(drift.path(), committed.project().resolve(drift.path()), drift.generated()))
                .toList();
        write(changed);
        drifts.forEach(drift -> console.say(drift.path() + ": "
                + switch (drift.state()) {
                    case CURRENT -> "unchanged";
                    case MISSING -> "created";
                    default -> "updated";
                }));
        return arguments.has(FAIL) && !changed.isEmpty() ? ExitCode.NO : ExitCode.OK;
    }

    private static void write(List<AtomicFile.Text> texts) {
        try {
            AtomicFile.write(texts);
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot write " + e.getMessage());
        }
    }
}
