package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** Something that must hold in a manifest and that the schema cannot say. */
public interface Rule {
    /** The id of its diagnostics: an anchor of docs/diagnostics.md. */
    String id();

    /** Reports every place where it does not hold. */
    void check(Subject subject, Consumer<Diagnostic> report);
}
