package dev.genci.fuzz;

import dev.genci.compiler.Compiler;
import dev.genci.compiler.PinPolicy;
import dev.genci.coverage.Pairs;
import dev.genci.coverage.SchemaKeys;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.RuleId;
import dev.genci.emit.EmittedFile;
import dev.genci.manifest.Manifest;
import dev.genci.source.SourceFile;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Wherever the schema takes a text, a hostile one is an error at its place, or comes out exactly as it went in, as data: the
 * workflow is that of a harmless text but for this. A script has it only as a word, in single quotes if a shell needs them,
 * and only if nothing in it means anything there. A new key is tried without being asked.
 */
final class HostileValues {
    private static final Compiler COMPILER = new Compiler();
    private static final CommittedFiles NOTHING =
            new CommittedFiles(Project.of(Path.of("there", "is", "none", "sessions.yaml")));

    private static final String QUOTED_MARKER = "zq0 marker";
    private static final String QUOTED_PATH = "zq0 folder/zq0 marker";
    private static final String QUOTED_TAG = "zq0~marker";
    /** Those that a script has in quotes. */
    private static final Set<String> QUOTED = Set.of(QUOTED_MARKER, QUOTED_PATH, QUOTED_TAG);

    /**
     * Harmless texts. A shell needs quotes for the second, and reads the third even in some quotes; the fourth is a pattern of
     * paths, the sixth has a comma, which no cache key may have, the seventh is one word, and yet a shell needs quotes, and the
     * last two are paths, whose folder some things lie in: each is written otherwise.
     */
    private static final List<String> MARKERS = List.of(
            "zq0marker",
            QUOTED_MARKER,
            "zq0$marker",
            "zq0*marker",
            "${{ 'zq0' }}",
            "zq0,marker",
            QUOTED_TAG,
            QUOTED_PATH,
            "zq0$folder/zq0$marker");

    /** What a text must look like to be taken, where not any is. */
    private static final List<String> FRAMES =
            List.of("%s", "./%s", "%s.yml", "docs/%s.yml", "${{ '%s' }}", "'%s' == ''");

    /** What needs no quotes in any shell. */
    private static final String WORD = "[A-Za-z0-9_./=:,+-]*";

    /** What every shell takes for itself in single quotes, and every reader of the workflow shows as it is. */
    private static final String QUOTABLE = "[ -~&&[^'$`\\\\]]+";

    private final int share;
    private final long first;
    private final Kept kept;
    private final Map<String, Outcome<List<EmittedFile>>> harmless = new ConcurrentHashMap<>();
    private final AtomicInteger tried = new AtomicInteger();

    /** @param share every how many texts are tried at a place; each place has others */
    HostileValues(int share) {
        this(share, 0, Kept.none());
    }

    /**
     * @param first decides which texts are tried; over as many numbers in a row as the share, all are
     * @param kept gets what is accepted
     */
    HostileValues(int share, long first, Kept kept) {
        this.share = share;
        this.first = first;
        this.kept = kept;
    }

    /** The places where the schema takes a text. */
    static List<TextPlace> places() throws IOException {
        SchemaKeys schema = new SchemaKeys(Files.readString(Path.of("schemas", "sessions.schema.json")));
        Map<String, Pairs.Pair> pairs = Pairs.all(schema);
        return schema.texts().stream()
                .filter(path -> !isTwin(path, schema.texts()))
                .map(path -> TextPlace.of(path, pairs))
                .toList();
    }

    /** Whether it is a key of the top level in a workflow, which has the same definition and goes the same way. */
    private static boolean isTwin(String path, Set<String> all) {
        String workflow = "workflows.*.";
        return path.startsWith(workflow) && all.contains(path.substring(workflow.length()));
    }

    /** How many manifests were tried. */
    int tried() {
        return tried.get();
    }

    private static Outcome<List<EmittedFile>> compile(String manifest) {
        return compile(manifest, NOTHING);
    }

    private static Outcome<List<EmittedFile>> compile(String manifest, CommittedFiles committed) {
        try {
            return COMPILER.compile(
                    new SourceFile("sessions.yaml", manifest), committed, Manifest::targets, PinPolicy.KEEP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the workflows come out again where they have been written: nothing in them is taken for a bot's pin. */
    private static boolean isStable(String manifest, List<EmittedFile> files) {
        try {
            Path folder = Files.createTempDirectory("stable");
            for (EmittedFile file : files) {
                Path path = folder.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.text());
            }
            CommittedFiles written = new CommittedFiles(Project.of(folder.resolve("sessions.yaml")));
            boolean stable = files.equals(compile(manifest, written).value());
            Folder.delete(folder);
            return stable;
        } catch (IOException | InvalidPathException e) {
            return true; // no file can have this name
        }
    }

    /** What went wrong, a line for each. */
    List<String> faults() throws IOException {
        List<TextPlace> places = places();
        return IntStream.range(0, places.size())
                .parallel()
                .mapToObj(number -> faults(places.get(number), number))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> faults(TextPlace place, int number) {
        List<String> faults = new ArrayList<>();
        Optional<String> frame = FRAMES.stream()
                .filter(f -> harmless(place, f, MARKERS.get(0)).value() != null)
                .findFirst();
        for (int i = Math.floorMod(number + first, share); i < Hostile.TEXTS.size(); i += share) {
            String text = Hostile.TEXTS.get(i);
            faults.addAll(faults(place, "%s", text, frame.filter("%s"::equals)));
            if (frame.isPresent() && !frame.get().equals("%s")) {
                faults.addAll(faults(place, frame.get(), text, frame));
            }
        }
        // Labels of runners are compared as they are written.
        if (place.path().endsWith("{}")
                && !place.isRunner()
                && compile(place.manifest("zqMarker", "ZQMARKER")).value() != null) {
            faults.add(place.path() + " takes two keys that differ only in case");
        }
        for (String text : Hostile.never(place.path())) {
            tried.incrementAndGet();
            if (compile(place.manifest(text)).value() != null) {
                faults.add(place.path() + " takes " + ManifestText.quoted(text));
            }
        }
        return faults;
    }

    private Outcome<List<EmittedFile>> harmless(TextPlace place, String frame, String marker) {
        String manifest = place.manifest(frame.formatted(marker));
        return harmless.computeIfAbsent(manifest, HostileValues::compile);
    }

    private List<String> faults(TextPlace place, String frame, String text, Optional<String> accepted) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        String what = place.path() + " with " + frame.formatted(ManifestText.quoted(shown)) + ": ";
        Outcome<List<EmittedFile>> outcome;
        tried.incrementAndGet();
        String manifest = place.manifest(frame.formatted(text));
        try {
            outcome = compile(manifest);
        } catch (RuntimeException e) {
            return List.of(what + e);
        }
        if (outcome.value() == null) {
            return outcome.diagnostics().stream().anyMatch(error -> isAt(place, error))
                    ? List.of()
                    : List.of(what + "an error elsewhere, not at " + place.line() + ":" + place.column() + ": "
                            + outcome.diagnostics());
        }
        if (Hostile.isHidden(text) && outcome.diagnostics().stream().noneMatch(each -> isOfHidden(place, each))) {
            return List.of(what + "nobody says that nobody sees it");
        }
        if (!isStable(manifest, outcome.value())) {
            return List.of(what + "compiled again over its own workflow, it gives another one");
        }
        kept.offerTexts(
                manifest,
                outcome.value().stream()
                        .collect(Collectors.toMap(
                                file -> "." + file.target() + "/workflows/"
                                        + file.path().replace('/', '-'),
                                EmittedFile::text)));
        if (accepted.isEmpty()) {
            // A number or an expression is taken where a word is not.
            boolean found = outcome.value().stream()
                    .anyMatch(file -> Workflows.read(file.text()).toString().contains(text));
            return found || text.matches(WORD) ? List.of() : List.of(what + "is taken, and nowhere in the workflow");
        }
        List<String> faults = new ArrayList<>();
        for (String marker : MARKERS) {
            String fault = fault(place, frame, marker, text, outcome.value());
            if (fault.isEmpty()) {
                return List.of();
            }
            faults.add(what + fault);
        }
        return faults;
    }

    private static boolean isOfHidden(TextPlace place, Diagnostic diagnostic) {
        return diagnostic.rule() == RuleId.HIDDEN_CHARACTER
                && diagnostic.place().line() == place.line();
    }

    /** A runner is one value: what is wrong with its labels together is told where it begins. */
    private static boolean isAt(TextPlace place, Diagnostic error) {
        return error.isError()
                && Stream.concat(
                                Stream.of(error.place()),
                                error.related().stream().map(Diagnostic.Related::place))
                        .anyMatch(at -> at.line() == place.line() && at.column() >= place.column()
                                || place.isRunner() && at.line() <= place.line() && at.line() >= place.line() - 2);
    }

    private String fault(TextPlace place, String frame, String marker, String text, List<EmittedFile> files) {
        List<EmittedFile> others = harmless(place, frame, marker).value();
        if (others == null || others.size() != files.size()) {
            return "other files than with " + marker;
        }
        for (int i = 0; i < files.size(); i++) {
            Substitution substitution = new Substitution(marker, text);
            Object before = Workflows.read(others.get(i).text());
            Object after = Workflows.read(files.get(i).text());
            String difference = substitution.compare(
                    List.of(others.get(i).path(), before), List.of(files.get(i).path(), after));
            if (!difference.isEmpty()) {
                return difference;
            }
            if (!place.isScript() && !text.matches(WORD) && !isDataOf(before, after, marker, text)) {
                return "it is in a script";
            }
        }
        return "";
    }

    /** Whether the scripts do not depend on a text, or have it as what every shell takes for a single word. */
    private static boolean isDataOf(Object before, Object after, String marker, String text) {
        List<String> scripts = Workflows.scripts(before);
        if (scripts.equals(Workflows.scripts(after))) {
            return true;
        }
        return QUOTED.contains(marker)
                && text.matches(QUOTABLE)
                && scripts.stream()
                        .noneMatch(script -> script.replaceAll("'[^']*'", "").contains(marker))
                && scripts.stream()
                        .map(script -> script.replace(marker, text))
                        .toList()
                        .equals(Workflows.scripts(after));
    }
}
