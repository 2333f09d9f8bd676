package dev.genci.cli;

import dev.genci.compiler.Compiler;
import dev.genci.compiler.Targets;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.Severity;
import dev.genci.emit.EmittedFile;
import dev.genci.emit.Target;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.TargetSettings;
import dev.genci.workspace.AtomicFile;
import dev.genci.workspace.Base;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Drift;
import dev.genci.workspace.Header;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints or writes workflows. */
abstract class GenerateCommand implements Main.Verb {
    private final Console console;
    private final Common common;

    @Mixin
    private ManifestInput input = new ManifestInput();

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description = "The forge to print or write for: github or forgejo. Default: to print, the manifest's first;"
                    + " to write, all of the manifest's.")
    private @Nullable String target;

    @Option(
            names = {"-w", "--write"},
            description = "Write the workflows to the files that the manifest names.")
    private boolean write;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write one target's workflow to this file.")
    private @Nullable Path output;

    @Option(names = "--force", description = "With -w: replace files that gen-ci has not made.")
    private boolean force;

    @Option(
            names = "--fresh-pins",
            description = "Take the pins of the manifest and the built-in ones, not those of the committed workflow.")
    private boolean freshPins;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show notes, too: what a target leaves out.")
    private boolean verbose;

    private GenerateCommand(Console console, Common common) {
        this.console = console;
        this.common = common;
    }

    /** {@code gen-ci}. */
    @Command(
            name = "gen-ci",
            description = "Compiles sessions.yaml, a table of nox sessions, to CI workflows.",
            footer = {
                "",
                "Examples:",
                "  gen-ci sessions.yaml > .github/workflows/ci.yml   print the first target's workflow",
                "  gen-ci -w                                         write every target's workflow",
                "  gen-ci check                                      fail when a workflow is out of date",
                "",
                "Exit codes: 0 yes, 1 no, 2 the manifest is wrong, 3 the arguments are, 4 a file cannot be",
                "read or written, 5 a bug in gen-ci."
            })
    static final class Root extends GenerateCommand {
        @SuppressWarnings("UnusedVariable") // picocli reads it
        @Option(
                names = {"-V", "--version"},
                versionHelp = true,
                description = "Show the version.")
        private boolean version;

        @Mixin
        @SuppressWarnings("UnusedVariable") // picocli reads it
        private final Common shared;

        Root(Console console, Common common) {
            super(console, common);
            this.shared = common;
        }
    }

    /** {@code gen-ci generate}. */
    @Command(name = "generate", description = "Print the workflow of one target, or write those of all (-w).")
    static final class Generate extends GenerateCommand {
        Generate(Console console, Common common) {
            super(console, common);
        }
    }

    @Override
    public int run() {
        checkArguments();
        Console here = common.in(console);
        ManifestInput.Read read = input.read(here, common);
        CommittedFiles committed = new CommittedFiles(read.base());
        try {
            Outcome<List<EmittedFile>> compiled =
                    new Compiler().compile(read.source(), committed, this::choice, freshPins);
            say(here, compiled.diagnostics());
            List<EmittedFile> files = compiled.value();
            if (files == null) {
                return ExitCode.INPUT;
            }
            if (write) {
                return write(here, files, committed);
            }
            EmittedFile first = files.get(0);
            if (output == null) {
                here.print(first.text());
            } else {
                write(here.folder().resolve(output), output.toString(), first.text());
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Stop(ExitCode.FILE, "cannot read a committed file: " + e);
        }
    }

    private void checkArguments() {
        if (write && output != null) {
            throw new Stop(ExitCode.USAGE, "-w and -o exclude each other");
        }
        if (force && !write) {
            throw new Stop(ExitCode.USAGE, "--force goes with -w");
        }
        List<String> known = Targets.ALL.stream().map(Target::id).toList();
        if (target != null && !known.contains(target)) {
            throw new Stop(
                    ExitCode.USAGE, "there is no target \"" + target + "\": it is one of " + String.join(", ", known));
        }
    }

    private List<TargetSettings> choice(Manifest manifest) {
        if (target != null) {
            return List.of(manifest.target(target));
        }
        return write ? manifest.targets() : manifest.targets().subList(0, 1);
    }

    private void say(Console here, List<Diagnostic> diagnostics) {
        boolean all = verbose || write;
        List<Diagnostic> shown = Diagnostic.sorted(diagnostics).stream()
                .filter(diagnostic -> all || diagnostic.severity() != Severity.NOTE)
                .toList();
        here.say(shown, common.color());
    }

    private int write(Console here, List<EmittedFile> files, CommittedFiles committed) throws IOException {
        boolean refused = false;
        for (EmittedFile file : files) {
            String old = committed.read(file.path());
            Drift drift = Drift.of(file.path(), old, file.text());
            if (drift.state() == Drift.State.DIFFERS && isForeign(old) && !force) {
                here.say("gen-ci: " + file.path() + " was not made by gen-ci; this is how it differs:");
                here.say(drift.diff().stripTrailing());
                refused = true;
            }
        }
        if (refused) {
            here.say("gen-ci: nothing was written; --force replaces such files");
            return ExitCode.NO;
        }
        for (EmittedFile file : files) {
            writeOne(here, file, committed);
        }
        return ExitCode.OK;
    }

    private static void writeOne(Console here, EmittedFile file, CommittedFiles committed) throws IOException {
        Base base = committed.base();
        Drift drift = Drift.of(file.path(), committed.read(file.path()), file.text());
        if (drift.state() == Drift.State.CURRENT) {
            here.say(file.path() + ": unchanged");
            return;
        }
        write(base.resolve(file.path()), file.path(), file.text());
        here.say(file.path() + (drift.state() == Drift.State.MISSING ? ": created" : ": updated"));
    }

    /** Whether a file holds something that we did not write. */
    private static boolean isForeign(@Nullable String text) {
        return text != null && !text.isBlank() && Header.manifest(text) == null;
    }

    private static void write(Path path, String name, String text) {
        try {
            AtomicFile.write(path, text);
        } catch (AccessDeniedException e) {
            throw new Stop(ExitCode.FILE, "cannot write " + name + ": permission denied");
        } catch (IOException e) {
            throw new Stop(ExitCode.FILE, "cannot write " + name + ": " + e.getMessage());
        }
    }
}
