package dev.genci.fix;

import dev.genci.agreement.Difference;
import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest is worth.
 *
 * @param own what the manifest alone is told
 * @param analysis of its first workflow; absent when it is wrong
 * @param differences to each noxfile, by its path in the workspace; none when the manifest is wrong
 */
public record Judged(List<Diagnostic> own, @Nullable Analysis analysis, Map<String, List<Difference>> differences) {

    /** The same, compared with noxfiles. */
    public Judged with(Map<String, List<Difference>> other) {
        return new Judged(own, analysis, other);
    }

    /** All that is reported, in no particular order. */
    public List<Diagnostic> all() {
        return Stream.concat(
                        own.stream(), differences.values().stream().flatMap(each -> Difference.findings(each).stream()))
                .toList();
    }
}
