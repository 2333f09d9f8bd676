package dev.genci.cli;

import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.workspace.AtomicFile;
import dev.genci.workspace.RegularFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code --fix} does with files that people wrote. */
record Fixing(Console console) {
    static final String NAME = "--fix";
    private static final String MARK = "\ufeff";

    /**
     * Refuses what has no place to be written to.
     *
     * @throws Failure when it is standard input
     */
    static void refuseStdin(boolean stdin) {
        if (stdin) {
            throw new Failure(ExitCode.USAGE, NAME + " changes files: name one in place of standard input");
        }
    }

    /**
     * Writes new texts, all or none. A byte order mark stays.
     *
     * @param texts of the files as they were read
     * @throws Failure when one of them cannot be written, or has changed since
     */
    void write(Map<SourceFile, String> texts) {
        List<AtomicFile.Text> files = new ArrayList<>();
        try {
            for (Map.Entry<SourceFile, String> each : texts.entrySet()) {
                SourceFile file = each.getKey();
                if (!each.getValue().equals(file.text())) {
                    Path path = console.folder().resolve(file.name());
                    files.add(new AtomicFile.Text(file.name(), path, mark(file, path) + each.getValue()));
                }
            }
            AtomicFile.write(files);
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot write " + e.getMessage());
        }
    }

    /** What became of a finding, in a line. */
    static String line(Arguments arguments, Place place, RuleId rule, String what) {
        return arguments.prefix() + place.file().name() + ":" + place.line() + ": " + what + " [" + rule.id() + "]";
    }

    private static String mark(SourceFile file, Path path) throws IOException {
        String now = RegularFile.readText(file.name(), path);
        String mark = now.startsWith(MARK) ? MARK : "";
        if (!now.equals(mark + file.text())) {
            throw new IOException(file.name() + ": it has changed since it was read");
        }
        return mark;
    }
}
