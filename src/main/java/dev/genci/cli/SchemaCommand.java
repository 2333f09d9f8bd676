package dev.genci.cli;

import dev.genci.manifest.SessionsSchema;
import picocli.CommandLine.Command;

/** Prints the schema. */
@Command(name = "schema", description = "Print the manifest's JSON Schema, for editors.")
final class SchemaCommand implements Main.Verb {
    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public int run() {
        console.print(SessionsSchema.text());
        return ExitCode.OK;
    }
}
