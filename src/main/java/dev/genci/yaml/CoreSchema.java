package dev.genci.yaml;

import java.math.BigInteger;

/** Decides what a plain scalar is, by the core schema of YAML 1.2. Without regular expressions: it runs at every start. */
public final class CoreSchema {
    /** What begins everything that is not text. */
    private static final String OTHERS = "~nNtTfF.+-0123456789";

    private CoreSchema() {}

    /** The type of a plain scalar. */
    public static ScalarType typeOf(String text) {
        if (!text.isEmpty() && OTHERS.indexOf(text.charAt(0)) < 0) {
            return ScalarType.STRING;
        }
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> ScalarType.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> ScalarType.BOOLEAN;
            case ".nan", ".NaN", ".NAN" -> ScalarType.FLOAT;
            default -> numberOrText(text);
        };
    }

    /** The value of a plain scalar that is an {@link ScalarType#INTEGER}. */
    public static BigInteger integer(String text) {
        if (text.startsWith("0o")) {
            return new BigInteger(text.substring(2), 8);
        }
        return text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
    }

    private static ScalarType numberOrText(String text) {
        if (text.startsWith("0o") && all(text, 2, "01234567")
                || text.startsWith("0x") && all(text, 2, "0123456789abcdefABCDEF")) {
            return ScalarType.INTEGER;
        }
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        String unsigned = text.substring(start);
        if (unsigned.equals(".inf") || unsigned.equals(".Inf") || unsigned.equals(".INF")) {
            return ScalarType.FLOAT;
        }
        if (all(text, start, "0123456789")) {
            return ScalarType.INTEGER;
        }
        return isFloat(unsigned) ? ScalarType.FLOAT : ScalarType.STRING;
    }

    /** {@code ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?} */
    private static boolean isFloat(String text) {
        int whole = digits(text, 0);
        int at = whole;
        if (at < text.length() && text.charAt(at) == '.') {
            at = digits(text, at + 1);
            if (whole == 0 && at == 1) {
                return false;
            }
        } else if (whole == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = at + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '-' || text.charAt(exponent) == '+')) {
                exponent++;
            }
            at = digits(text, exponent);
            return at > exponent && at == text.length();
        }
        return at == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean all(String text, int from, String allowed) {
        for (int i = from; i < text.length(); i++) {
            if (allowed.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return from < text.length();
    }
}
