package dev.genci.audit;

import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression yields. */
sealed interface Content {
    /** What only a run knows. */
    record Unknown() implements Content {}

    /** {@code null}. */
    record Nothing() implements Content {}

    /** A text. */
    record Text(String text) implements Content {}

    /** A number. */
    record Numeral(double value) implements Content {}

    /** True or false. */
    record Truth(boolean value) implements Content {}

    /** A list or a mapping of the file. Not taken apart before somebody asks: its aliases may stand for millions of values. */
    record Tree(YamlNode node) implements Content {}

    /**
     * A context.
     *
     * @param complete whether what is not there does not exist
     */
    record Context(Map<String, Content> values, boolean complete) implements Content {}

    /** That of a value in the file. */
    static Content of(@Nullable YamlNode node) {
        if (node instanceof YamlMapping || node instanceof YamlSequence) {
            return new Tree(node);
        }
        return node instanceof YamlScalar scalar ? of(scalar) : new Nothing();
    }

    private static Content of(YamlScalar scalar) {
        if (!scalar.plain() || scalar.type() == ScalarType.STRING) {
            return new Text(scalar.text());
        }
        return switch (scalar.type()) {
            case NULL -> new Nothing();
            case BOOLEAN -> new Truth(scalar.text().toLowerCase(Locale.ROOT).equals("true"));
            default -> number(scalar.text());
        };
    }

    private static Content number(String text) {
        double value = toNumber(text);
        return Double.isNaN(value) ? new Text(text) : new Numeral(value);
    }

    /** The number that a text is, {@code NaN} if it is none. */
    static double toNumber(String text) {
        String trimmed = text.strip();
        try {
            if (trimmed.startsWith("0x") || trimmed.startsWith("0o")) {
                return Long.parseLong(trimmed.substring(2), trimmed.charAt(1) == 'x' ? 16 : 8);
            }
            boolean letters = trimmed.chars().anyMatch(c -> Character.isLetter(c) && c != 'e' && c != 'E');
            return trimmed.isEmpty() ? 0 : letters ? Double.NaN : Double.parseDouble(trimmed);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Whether it is known. */
    default boolean isKnown() {
        return !(this instanceof Unknown);
    }

    /** As a condition: {@code null} where it is not known. */
    default @Nullable Boolean truth() {
        if (this instanceof Unknown) {
            return null;
        }
        return !(this instanceof Nothing
                || this instanceof Truth truth && !truth.value()
                || this instanceof Text text && text.text().isEmpty()
                || this instanceof Numeral number && (number.value() == 0 || Double.isNaN(number.value())));
    }

    /** As the forges write it into a text; {@code null} where that is not known. */
    default @Nullable String text() {
        if (this instanceof Text text) {
            return text.text();
        }
        if (this instanceof Truth truth) {
            return Boolean.toString(truth.value());
        }
        if (this instanceof Numeral number) {
            double value = number.value();
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            return whole ? Long.toString((long) value) : Double.toString(value);
        }
        return this instanceof Nothing ? "" : null;
    }

    /** As a number, for comparisons of different types. */
    default double number() {
        if (this instanceof Numeral number) {
            return number.value();
        }
        String text = text();
        if (this instanceof Truth truth) {
            return truth.value() ? 1 : 0;
        }
        return text == null ? Double.NaN : toNumber(text);
    }

    /** What a name or an index leads to. */
    default Content at(Content key) {
        String name = key.text();
        if (this instanceof Unknown || name == null) {
            return new Unknown();
        }
        if (this instanceof Context context) {
            for (Map.Entry<String, Content> entry : context.values().entrySet()) {
                if (entry.getKey().equalsIgnoreCase(name)) {
                    return entry.getValue();
                }
            }
            return context.complete() ? new Nothing() : new Unknown();
        }
        if (this instanceof Tree tree && tree.node() instanceof YamlMapping mapping) {
            return of(mapping.get(name));
        }
        if (this instanceof Tree tree && tree.node() instanceof YamlSequence list) {
            double index = key.number();
            return index >= 0 && index < list.items().size() ? of(list.items().get((int) index)) : new Nothing();
        }
        return new Nothing();
    }

    /** Whether both are equal, as the forges compare: texts without case, different types as numbers. */
    default Content equal(Content other) {
        if (!isKnown() || !other.isKnown() || this instanceof Tree || other instanceof Tree) {
            return new Unknown();
        }
        if (this instanceof Text one && other instanceof Text two) {
            return new Truth(one.text().equalsIgnoreCase(two.text()));
        }
        return new Truth(getClass() == other.getClass() ? equals(other) : number() == other.number());
    }
}
