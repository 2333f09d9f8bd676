package dev.genci.takeover;

import dev.genci.data.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Texts of manifests to be. */
final class Text {
    private static final int BRIEF = 60;

    private Text() {}

    /** The text of a scalar; {@code null} for a list or a mapping. */
    static @Nullable String of(@Nullable Value value) {
        return value instanceof Value.Text text
                ? text.text()
                : value instanceof Value.Numeral number
                        ? number.text()
                        : value instanceof Value.Flag flag ? Boolean.toString(flag.value()) : null;
    }

    /** A value for a person to read. */
    static String shown(Value value) {
        String text = of(value);
        if (text != null) {
            return text;
        }
        List<String> parts = new ArrayList<>();
        if (value instanceof Value.Items items) {
            items.items().forEach(item -> parts.add(shown(item)));
        } else if (value instanceof Value.Fields fields) {
            fields.fields().forEach((key, inner) -> parts.add(key + ": " + shown(inner)));
        }
        return String.join(", ", parts);
    }

    /** As much of a text as fits into a sentence. */
    static String brief(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= BRIEF ? line : line.substring(0, BRIEF - 1).stripTrailing() + "…";
    }

    /** A purpose for several sessions. */
    static String sentence(Collection<String> names) {
        return "Run " + String.join(", ", names);
    }

    /** A name that is free, made an id: letters, digits, {@code -} and {@code _}. */
    static String id(String text, Set<String> taken) {
        String plain = text.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[^A-Za-z_]+|-+$", "");
        return free(plain.isEmpty() ? "job" : plain.length() > 45 ? plain.substring(0, 45) : plain, taken);
    }

    /** The name of a variable that is not taken. */
    static String variable(String name, Predicate<String> taken) {
        String free = name;
        for (int i = 2; taken.test(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    /** A name that nobody has, ignoring case; it is taken then. */
    static String free(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + "-" + i;
        }
        return free;
    }
}
