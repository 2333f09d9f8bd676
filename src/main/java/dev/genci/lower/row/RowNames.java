package dev.genci.lower.row;

import dev.genci.data.Value;
import dev.genci.lower.row.RowText.Part;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Runner;
import java.util.ArrayList;
import java.util.List;

/** The names of an invocation, with the fields of the row that they are made of. */
final class RowNames {
    private final Invocation invocation;
    private final RowText session;
    private final List<Part> name;

    RowNames(Invocation invocation) {
        this.invocation = invocation;
        Invocation.Version version = invocation.version();
        boolean inName = version != null && version.inName();
        boolean inSelector = version != null && version.inSelector();
        this.session = new RowText(parts(invocation.session(), inSelector));
        boolean same = invocation.entry().equals(invocation.session());
        if (same && inName == inSelector) {
            name = List.of(new Part.Field(RowField.SESSION, session));
        } else if (same && invocation.parameters().isEmpty()) {
            name = new ArrayList<>(List.of(new Part.Field(RowField.SESSION, session)));
            addVersion(name);
        } else {
            name = parts(invocation.entry(), inName);
        }
    }

    private List<Part> parts(String entry, boolean versioned) {
        List<Part> parts = new ArrayList<>(List.of(new Part.Fixed(entry)));
        if (versioned) {
            addVersion(parts);
        }
        parts.add(new Part.Fixed(invocation.parameters()));
        return parts;
    }

    private void addVersion(List<Part> parts) {
        Invocation.Version version = invocation.version();
        if (version != null) {
            RowText plain = new RowText(List.of(new Part.Fixed(version.text())));
            boolean isField = version.text().equals(invocation.python());
            parts.add(new Part.Fixed("-"));
            parts.addAll(isField ? List.of(new Part.Field(RowField.PYTHON, plain)) : plain.parts());
        }
    }

    /** What {@code nox -s} takes. */
    RowText session() {
        return session;
    }

    /** The name where the session has one runner. */
    RowText name() {
        return new RowText(name);
    }

    /** The name where it has several. */
    RowText nameOn(Runner runner) {
        RowText word = new RowText(List.of(new Part.Fixed(runner.word())));
        List<Part> parts = new ArrayList<>(name);
        parts.add(new Part.Fixed(" ("));
        parts.addAll(
                RunsOn.value(runner) instanceof Value.Text ? List.of(new Part.Field(RowField.OS, word)) : word.parts());
        parts.add(new Part.Fixed(")"));
        return new RowText(parts);
    }
}
