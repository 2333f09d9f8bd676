package dev.genci.table;

import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.Reference;
import dev.genci.noxfile.NoxListing;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the sessions of a manifest as a Markdown table, a row each, in the manifest's order. */
public final class SessionTable {
    /** The default columns. */
    public static final List<String> DEFAULT_COLUMNS =
            List.of("session", "file", "purpose", "parallel-safe", "ci", "notes");

    /** The column that needs a listing of nox. */
    public static final String FROM_NOXFILE = "from-noxfile";

    private static final NoxListing NOTHING = new NoxListing(List.of());

    private record Column(String title, Function<Entry, String> cell) {}

    private static final Map<String, Column> COLUMNS = Map.of(
            "session", new Column("Session", Entry::name),
            "file", new Column("File", entry -> text(entry.listing().file())),
            "purpose", new Column("Purpose", entry -> entry.listing().purpose().value()),
            "parallel-safe",
                    new Column("Parallel-safe", entry -> answer(entry.listing().parallelSafe())),
            "ci", new Column("CI/CD", entry -> answer(entry.listing().ci())),
            "notes", new Column("Notes", entry -> text(entry.listing().notes())),
            "tags", new Column("Tags", entry -> words(entry.listing().tags())),
            "needs", new Column("Needs", entry -> references(entry.needs())),
            "rows", new Column("Rows", SessionRows::number),
            "duration", new Column("Duration", entry -> duration(entry.listing().duration())));

    private static Column fromNoxfile(NoxListing listing) {
        return new Column("In the noxfile", entry -> SessionRows.listed(entry, listing));
    }

    private SessionTable() {}

    /** All columns. */
    public static List<String> columns() {
        return Stream.concat(COLUMNS.keySet().stream(), Stream.of(FROM_NOXFILE))
                .sorted()
                .toList();
    }

    /**
     * The table, without an empty line before or after it.
     *
     * @param columns each one of {@link #columns()}
     * @param listing what nox lists; {@code null} where no column needs it
     */
    public static String markdown(Manifest manifest, List<String> columns, @Nullable NoxListing listing) {
        List<Column> shown = columns.stream()
                .map(name -> {
                    Column column = name.equals(FROM_NOXFILE)
                            ? fromNoxfile(listing == null ? NOTHING : listing)
                            : COLUMNS.get(name);
                    if (column == null) {
                        throw new IllegalArgumentException("no column " + name);
                    }
                    return column;
                })
                .toList();
        StringBuilder out = new StringBuilder();
        line(out, shown.stream().map(Column::title).toList());
        line(out, shown.stream().map(column -> "---").toList());
        for (Entry entry : manifest.entries().values()) {
            line(out, shown.stream().map(column -> column.cell().apply(entry)).toList());
        }
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append(cells.stream().map(SessionTable::escape).collect(Collectors.joining(" | ", "| ", " |")));
        out.append('\n');
    }

    /** On one line, without an end of its cell, and without a beginning of a comment or of HTML. */
    private static String escape(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' || c == '|' || c == '<' && opens(line, i)) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    private static boolean opens(String line, int bracket) {
        char next = bracket + 1 < line.length() ? line.charAt(bracket + 1) : ' ';
        return Character.isLetter(next) || "!/?".indexOf(next) >= 0;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String words(List<Located<String>> words) {
        return words.stream().map(Located::value).collect(Collectors.joining(", "));
    }

    private static String references(List<Located<Reference>> references) {
        return references.stream().map(each -> each.value().word()).collect(Collectors.joining(", "));
    }

    private static String answer(@Nullable Located<Boolean> flag) {
        return flag == null ? "" : flag.value() ? "Yes" : "No";
    }

    private static String duration(@Nullable Integer seconds) {
        if (seconds == null) {
            return "";
        }
        String hours = seconds >= 3600 ? seconds / 3600 + "h" : "";
        String minutes = seconds % 3600 >= 60 ? seconds % 3600 / 60 + "m" : "";
        String rest = seconds % 60 > 0 || seconds == 0 ? seconds % 60 + "s" : "";
        return hours + minutes + rest;
    }
}
