package dev.genci.cli;

import dev.genci.manifest.SessionsSchema;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the schema. */
final class SchemaCommand implements Verb {
    @Override
    public CommandSpec spec() {
        return Options.command("schema", "Print the manifest's JSON Schema, for editors.");
    }

    @Override
    public int run(Console console, Arguments arguments) {
        console.print(SessionsSchema.text());
        return ExitCode.OK;
    }
}
