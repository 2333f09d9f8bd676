package dev.genci.fuzz;

import dev.genci.cli.GenCi;
import dev.genci.fuzz.Fault.Kind;
import dev.genci.fuzz.Limited.Broken;
import dev.genci.testing.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What holds for every manifest, right or wrong. Each is tried in a folder of its own, below one that must stay as it is.
 * Nothing here knows what a manifest means: only what came out, what it says of itself, and what is in the folder.
 */
final class Oracle {
    private static final String[] LINT = {"lint", "--format", "json"};

    private final Limited genCi;
    private final Path scratch;
    private final Kept kept;

    /** How a manifest ended. */
    enum Verdict {
        /** Compiled. */
        COMPILED,
        /** Refused with errors. */
        REFUSED,
        /** Right, but a file that it asks for cannot be written, or was made by others. */
        NOT_WRITTEN
    }

    /** What was found; a fault, or else how the manifest ended. */
    record Finding(Optional<Fault> fault, Verdict verdict) {}

    /**
     * @param limit for one run
     * @param scratch an empty folder that belongs to this oracle
     */
    Oracle(Subject subject, Duration limit, Path scratch) {
        this(subject, limit, scratch, Kept.none());
    }

    /** @param kept gets what is accepted */
    Oracle(Subject subject, Duration limit, Path scratch, Kept kept) {
        this.genCi = new Limited(subject, limit);
        this.scratch = scratch;
        this.kept = kept;
    }

    /** Tries a manifest beside files that are there already. */
    Finding look(byte[] manifest, Map<String, String> committed) throws IOException, InterruptedException {
        Verdict verdict = Verdict.REFUSED;
        try {
            Folder first = new Folder(scratch.resolve("first"), manifest, committed);
            GenCi.Result lint = genCi.run(first.project(), LINT);
            expectExit(lint, "lint", 0, 2);
            expect(first.isUntouched(), Kind.WROTE, () -> "lint changed " + first.changes());
            Report.check(lint, manifest);
            GenCi.Result table = genCi.run(first.project(), "table", "--columns", "session,duration,purpose,notes");
            expectExit(table, "table", 0, 2);
            GenCi.Result written = genCi.run(first.project(), "-w");
            expectExit(written, "-w", 0, 1, 2, 4);
            if (written.exit() != 0) {
                refused(lint, written, first);
                verdict = written.exit() == 2 ? Verdict.REFUSED : Verdict.NOT_WRITTEN;
            } else {
                expect(lint.exit() == 0, Kind.DIFFERS, () -> "lint refused what -w has written");
                compiled(first);
                kept.offer(manifest, first.written());
                Folder second = new Folder(scratch.resolve("second"), manifest, committed);
                expectExit(genCi.run(second.project(), "-w"), "-w once more", 0);
                expect(
                        Folder.same(first.all(), second.all()),
                        Kind.DIFFERS,
                        () -> "two runs of -w wrote different files");
                verdict = Verdict.COMPILED;
            }
            return new Finding(Optional.empty(), verdict);
        } catch (Broken broken) {
            return new Finding(Optional.of(broken.fault()), verdict);
        }
    }

    private static void refused(GenCi.Result lint, GenCi.Result written, Folder folder) throws IOException {
        expect(!written.err().isBlank(), Kind.SILENT, () -> "-w said nothing and ended with " + written.exit());
        if (written.exit() == 2) {
            expect(lint.exit() == 2, Kind.DIFFERS, () -> "-w refused what lint finds right:\n" + written.err());
        }
        if (written.exit() != 4) { // of two files the first may have been possible
            expect(folder.isUntouched(), Kind.WROTE, () -> "-w refused, and changed " + folder.changes());
        }
    }

    private void compiled(Folder folder) throws IOException, InterruptedException {
        Map<String, byte[]> files = folder.written();
        expect(!files.isEmpty() || folder.hadWorkflow(), Kind.WROTE, () -> "-w wrote nothing");
        files.forEach((path, bytes) -> checkWorkflow(path, new String(bytes, StandardCharsets.UTF_8)));
        GenCi.Result check = genCi.run(folder.project(), "check");
        expect(
                check.exit() == 0 || onlyOrphans(check),
                Kind.DRIFT,
                () -> "check after -w ended with " + check.exit() + ":\n" + check.out());
        Map<String, byte[]> before = folder.all();
        expectExit(genCi.run(folder.project(), "-w"), "a second -w", 0);
        expect(Folder.same(before, folder.all()), Kind.DRIFT, () -> "a second -w wrote something else");
    }

    /** What was there before, and is no target's, stays for a person to remove. */
    private static boolean onlyOrphans(GenCi.Result check) {
        String out = check.out();
        return out.contains(": orphaned") && !out.contains(": differs") && !out.contains(": missing");
    }

    private static void checkWorkflow(String path, String text) {
        expect(path.endsWith(".yml") || path.endsWith(".yaml"), Kind.WROTE, () -> "this is no workflow: " + path);
        Map<String, Object> workflow;
        try {
            workflow = Yaml.map(text);
            new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (RuntimeException e) {
            throw new Broken(Kind.UNREADABLE, path + ": " + e.getMessage());
        }
        Map<String, Object> jobs = Yaml.map(workflow.get("jobs"));
        expect(
                !jobs.isEmpty() && workflow.get("on") != null,
                Kind.UNREADABLE,
                () -> path + " has no jobs or no events");
        jobs.values().forEach(job -> {
            for (Object step : Yaml.list(Yaml.map(job).get("steps"))) {
                String script = String.valueOf(Yaml.map(step).get("run"));
                expect(!script.contains("${{"), Kind.EXPRESSION, () -> path + ": " + script);
            }
        });
    }

    private static void expectExit(GenCi.Result result, String what, Integer... codes) {
        expect(
                List.of(codes).contains(result.exit()),
                Kind.EXIT,
                () -> what + " ended with " + result.exit() + ":\n" + result.out() + result.err());
    }

    static void expect(boolean held, Kind kind, Supplier<String> detail) {
        if (!held) {
            throw new Broken(kind, detail.get());
        }
    }
}
