package dev.genci.report;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Severity;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report for programs lists: a diagnostic, or a file that is not what it should be.
 *
 * @param rule what it is an instance of; words joined by {@code -}
 * @param place where to look
 * @param message one line, without a full stop
 * @param related other places that explain it
 * @param help what to do, if known
 */
public record Finding(
        String rule,
        Severity severity,
        Place place,
        String message,
        List<Diagnostic.Related> related,
        @Nullable String help) {

    /** Copies the related places. */
    public Finding {
        related = List.copyOf(related);
    }

    /** That of a diagnostic. */
    public static Finding of(Diagnostic diagnostic) {
        return new Finding(
                diagnostic.rule().id(),
                diagnostic.severity(),
                diagnostic.place(),
                diagnostic.message(),
                diagnostic.related(),
                diagnostic.help());
    }

    /**
     * The same, with files as they are called from the folder above.
     *
     * @param folder ends with {@code /}; empty for the same folder
     */
    public static List<Finding> from(String folder, List<Finding> findings) {
        if (folder.isEmpty()) {
            return findings;
        }
        Map<SourceFile, SourceFile> renamed = new LinkedHashMap<>();
        return findings.stream()
                .map(finding -> finding.renamed(folder, renamed))
                .toList();
    }

    private Finding renamed(String folder, Map<SourceFile, SourceFile> files) {
        List<Diagnostic.Related> others = related.stream()
                .map(other -> new Diagnostic.Related(renamed(other.place(), folder, files), other.message()))
                .toList();
        return new Finding(rule, severity, renamed(place, folder, files), message, others, help);
    }

    private static Place renamed(Place place, String folder, Map<SourceFile, SourceFile> files) {
        SourceFile file = files.computeIfAbsent(place.file(), old -> new SourceFile(folder + old.name(), old.text()));
        return new Place(file, place.line(), place.column(), place.length());
    }
}
