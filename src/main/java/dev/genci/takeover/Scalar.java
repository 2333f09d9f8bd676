package dev.genci.takeover;

import dev.genci.data.Value;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlScalar;

/** Scalars of workflows as values of a manifest. */
final class Scalar {
    private Scalar() {}

    /** A number that is a version, such as 3.10, is a text: where a manifest takes texts it would be another number. */
    static Value of(YamlScalar scalar) {
        if (!scalar.plain() || scalar.type() == ScalarType.STRING || scalar.type() == ScalarType.FLOAT) {
            return Value.of(scalar.text());
        }
        return switch (scalar.type()) {
            case NULL -> new Value.Nothing();
            case BOOLEAN -> Value.of(Boolean.parseBoolean(scalar.text()));
            default ->
                scalar.text().matches("0|[1-9]\\d{0,14}|-[1-9]\\d{0,14}")
                        ? new Value.Numeral(scalar.text())
                        : Value.of(scalar.text());
        };
    }
}
