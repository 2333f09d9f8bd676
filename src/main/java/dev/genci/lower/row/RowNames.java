package dev.genci.lower.row;

import dev.genci.data.Value;
import dev.genci.expression.RowReferences;
import dev.genci.lower.row.RowText.Part;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Parameters;
import dev.genci.manifest.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of an invocation, with the fields of the row that they contain. */
final class RowNames {
    private final Invocation invocation;
    private final RowText session;
    private final List<Part> name;

    /** @param python the interpreter that is set up; absent where there is none */
    RowNames(Invocation invocation, @Nullable String python) {
        this.invocation = invocation;
        Invocation.Version version = invocation.version();
        List<Part> inName = version != null && version.inName() ? version(version, python) : List.of();
        List<Part> inSelector = version != null && version.inSelector() ? inName : List.of();
        this.session = new RowText(parts(new Part.Fixed(invocation.session()), inSelector));
        Part whole = new Part.Field(KnownField.SESSION, session);
        boolean same = invocation.entry().equals(invocation.session());
        if (same && inName.size() == inSelector.size()) {
            name = List.of(whole);
        } else {
            // Only a name that begins with the whole of nox's name is made of it.
            boolean begins = same && invocation.parameters().isEmpty();
            name = parts(begins ? whole : new Part.Fixed(invocation.entry()), inName);
        }
    }

    private List<Part> parts(Part first, List<Part> version) {
        List<Part> parts = new ArrayList<>(List.of(first));
        parts.addAll(version);
        parts.addAll(parameters());
        return parts;
    }

    private List<Part> parameters() {
        List<Part> parts = new ArrayList<>();
        String text = invocation.parameters();
        int done = 0;
        for (Parameters.Parameter parameter : invocation.listed()) {
            // After the parenthesis.
            int start = 1 + parameter.start();
            RowField field = RowField.read(parameter.name());
            if (parameter.plain() && field instanceof RowField.Parameter) {
                parts.add(new Part.Fixed(text.substring(done, start)));
                parts.add(new Part.Field(field, new RowText(List.of(new Part.Fixed(parameter.value())))));
                done = start + parameter.value().length();
            }
        }
        parts.add(new Part.Fixed(text.substring(done)));
        return parts;
    }

    private static List<Part> version(Invocation.Version version, @Nullable String python) {
        Part text = new Part.Fixed(version.text());
        boolean isField = version.text().equals(python);
        return List.of(
                new Part.Fixed("-"), isField ? new Part.Field(KnownField.PYTHON, new RowText(List.of(text))) : text);
    }

    /** The argument of {@code nox -s}. */
    RowText session() {
        return session;
    }

    /** The name where the session has one runner. */
    RowText name() {
        return new RowText(with(List.of()));
    }

    /** The name with what is in parentheses: the values of the manifest's own axes, and others. */
    private List<Part> with(List<Part> last) {
        List<Part> parts = new ArrayList<>(name);
        String before = " (";
        for (Map.Entry<String, String> axis : invocation.own().entrySet()) {
            parts.add(new Part.Fixed(before));
            RowText value = new RowText(List.of(new Part.Fixed(axis.getValue())));
            parts.add(new Part.Field(RowField.read(axis.getKey()), value));
            before = ", ";
        }
        if (!last.isEmpty()) {
            parts.add(new Part.Fixed(before));
            parts.addAll(last);
        }
        if (parts.size() > name.size()) {
            parts.add(new Part.Fixed(")"));
        }
        return parts;
    }

    /**
     * A title that the manifest gives.
     *
     * @param name of the row
     * @param values of the row by what manifests call them, all that the title reads
     */
    RowText title(String text, RowText name, Map<String, String> values) {
        List<Part> parts = new ArrayList<>();
        for (RowReferences.Part part : RowReferences.parts(text)) {
            if (!part.isField()) {
                parts.add(new Part.Fixed(part.text()));
                continue;
            }
            RowField field = RowField.read(part.text());
            RowText value = field == KnownField.NAME
                    ? name
                    : field == KnownField.SESSION
                            ? session
                            : new RowText(List.of(new Part.Fixed(String.valueOf(values.get(part.text())))));
            parts.add(new Part.Field(field, value));
        }
        return new RowText(parts);
    }

    /** The name with a word for the runner that no field has. */
    RowText nameWith(String runner) {
        return new RowText(with(List.of(new Part.Fixed(runner))));
    }

    /** The name where it has several. */
    RowText nameOn(Runner runner) {
        RowText word = new RowText(List.of(new Part.Fixed(runner.word())));
        return new RowText(with(
                RunsOn.value(runner) instanceof Value.Text
                        ? List.of(new Part.Field(KnownField.OS, word))
                        : word.parts()));
    }
}
