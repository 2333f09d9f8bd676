package dev.genci.yaml;

/** The types of YAML 1.2's core schema (section 10.3 of the specification). */
public enum ScalarType {
    /** Text. */
    STRING("text"),
    /** A whole number: decimal, {@code 0o} or {@code 0x}. */
    INTEGER("a number"),
    /** A number with a point or an exponent, {@code .inf}, {@code .nan}. */
    FLOAT("a number"),
    /** {@code true} or {@code false}, in three spellings each. */
    BOOLEAN("true or false"),
    /** {@code null}, {@code ~} or nothing at all. */
    NULL("no value");

    private final String words;

    ScalarType(String words) {
        this.words = words;
    }

    /** Its name in messages. */
    public String words() {
        return words;
    }
}
