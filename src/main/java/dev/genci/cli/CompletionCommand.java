package dev.genci.cli;

import dev.genci.shell.BashCompletion;
import dev.genci.shell.CommandLineModel;
import dev.genci.shell.FishCompletion;
import dev.genci.shell.ManPage;
import dev.genci.shell.ZshCompletion;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what makes a shell complete the command line, or the page for man. */
final class CompletionCommand implements Verb {
    private static final String BASH = "bash";
    private static final String ZSH = "zsh";
    private static final String FISH = "fish";
    private static final String MAN = "man";

    @Override
    public CommandSpec spec() {
        return Options.command(
                        "completion", "Print a script that completes this command line in a shell, or the man page.")
                .addPositional(Options.choice(
                        "bash, zsh, fish; or man, for the man page.", "SHELL", List.of(BASH, ZSH, FISH, MAN)));
    }

    @Override
    public int run(Console console, Arguments arguments) {
        CommandLineModel line = WholeCommandLine.model();
        String shell = String.valueOf(arguments.positional());
        console.print(
                switch (shell) {
                    case BASH -> BashCompletion.script(line);
                    case ZSH -> ZshCompletion.script(line);
                    case FISH -> FishCompletion.script(line);
                    case MAN -> ManPage.text(line, Main.version());
                    default ->
                        throw new Failure(
                                ExitCode.USAGE,
                                arguments.positional() == null
                                        ? "for which shell? It must be one of bash, zsh, fish, or man"
                                        : "unknown shell \"" + shell + "\": it must be one of bash, zsh, fish, or man");
                });
        return ExitCode.OK;
    }
}
