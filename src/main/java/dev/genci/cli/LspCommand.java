package dev.genci.cli;

import dev.genci.compiler.Compiler;
import dev.genci.lsp.Conversation;
import dev.genci.lsp.End;
import dev.genci.lsp.Stages;
import picocli.CommandLine.Model.CommandSpec;

/** Serves an editor. */
final class LspCommand implements Verb {
    private final Compiler compiler = new Compiler();

    @Override
    public CommandSpec spec() {
        return Options.command("lsp", "Serve an editor: a language server on standard input and output.")
                .addPositional(Options.positional(
                        "A manifest of another name than sessions.yaml, which the editor may open, too.", "MANIFEST"));
    }

    @Override
    public void prepare() {
        compiler.prepare();
    }

    @Override
    public int run(Console console, Arguments arguments) {
        if (console.outIsTerminal()) {
            throw new Failure(ExitCode.USAGE, "lsp is for an editor, which starts it: docs/editor.md shows how");
        }
        String name = arguments.positional();
        End end = new Conversation(
                        Stages.of(compiler),
                        name == null ? null : console.folder().resolve(name).normalize(),
                        Main.version(),
                        crash -> {
                            String report = Main.report(crash);
                            console.say(report);
                            return report;
                        })
                .over(console.in(), console.out());
        if (end.reason() != null) {
            console.say("gen-ci: " + end.reason());
        }
        return switch (end.kind()) {
            case GOODBYE -> ExitCode.OK;
            case GONE -> ExitCode.NO;
            case BROKEN -> ExitCode.FILE;
        };
    }
}
