package dev.genci.agreement;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.manifest.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where manifest and noxfile differ.
 *
 * @param finding says it
 * @param work the entry, or the part of it, that differs; absent where that is none
 * @param names the sessions that the manifest lacks; of an unknown session, those that may be meant, the nearest first; else none
 * @param only whether no other entry runs the session, so that the entry must have all of it
 */
public record Difference(Diagnostic finding, @Nullable Work work, List<String> names, boolean only) {

    /** Copies the names. */
    public Difference {
        names = List.copyOf(names);
    }

    /** One that is not about the rows of an entry. */
    static Difference of(Diagnostic finding, List<String> names) {
        return new Difference(finding, null, names, false);
    }

    /** The findings, in no particular order. */
    public static List<Diagnostic> findings(List<Difference> differences) {
        return differences.stream().map(Difference::finding).toList();
    }
}
