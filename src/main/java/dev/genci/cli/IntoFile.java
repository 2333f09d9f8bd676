package dev.genci.cli;

import dev.genci.table.MarkedText;
import dev.genci.workspace.AtomicFile;
import dev.genci.workspace.RegularFile;
import dev.genci.workspace.TextDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file that a verb writes what it prints into, or only checks.
 *
 * @param name as it was given
 * @param what is written, in messages: {@code the table}
 * @param fix the command that would write it; {@code null} to write it
 */
record IntoFile(
        Console console, String name, String what, @Nullable String fix) {
    static final String INTO = "--into";
    static final String CHECK = "--check";

    /** {@code --into} and {@code --check} agree. */
    static void checkUse(Arguments arguments) {
        if (arguments.has(CHECK) && arguments.text(INTO) == null) {
            throw new Failure(ExitCode.USAGE, "--check requires --into");
        }
    }

    /**
     * Replaces what is between markers of a document.
     *
     * @param kind the word of the markers
     */
    int between(String kind, String text) {
        return update(
                read(),
                old -> {
                    MarkedText document = new MarkedText(old, kind);
                    if (!document.problem().isEmpty()) {
                        throw new Failure(ExitCode.INPUT, name + " " + document.problem());
                    }
                    return document.with(text);
                },
                "updated");
    }

    /**
     * Replaces the whole file, or makes it.
     *
     * @param sign what a file of ours has in it
     */
    int whole(String sign, String text) {
        boolean there = Files.exists(path(), LinkOption.NOFOLLOW_LINKS);
        String old = there ? read() : "";
        if (there && !old.contains(sign)) {
            throw new Failure(ExitCode.INPUT, name + " was not made by gen-ci; remove it, or name another file");
        }
        return update(old, any -> text, there ? "updated" : "created");
    }

    private int update(String old, UnaryOperator<String> change, String done) {
        String text = change.apply(old);
        if (text.equals(old)) {
            console.say(name + ": current");
            return ExitCode.OK;
        }
        if (fix != null) {
            console.print(name + ": " + what + " is out of date\n" + TextDiff.of(name, old, text));
            console.print("To fix it, run: " + fix + "\n");
            return ExitCode.NO;
        }
        write(text);
        console.say(name + ": " + done);
        return ExitCode.OK;
    }

    private Path path() {
        return console.folder().resolve(name);
    }

    private String read() {
        try {
            return RegularFile.readText(name, path());
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot read " + e.getMessage());
        }
    }

    private void write(String text) {
        try {
            AtomicFile.write(name, path(), text);
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot write " + e.getMessage());
        }
    }
}
