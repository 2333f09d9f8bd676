package dev.genci.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes bytes, whatever they mean. */
final class ByteMutations {
    /** What a decoder, a line counter or a scanner may stumble over. */
    private static final List<byte[]> ODD = List.of(
            new byte[] {0},
            new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, // a byte order mark
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, // half of a surrogate pair
            new byte[] {(byte) 0xc0, (byte) 0x80}, // an overlong NUL
            new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, // beyond Unicode
            new byte[] {(byte) 0xff, (byte) 0xfe},
            new byte[] {(byte) 0x80},
            text("\r"),
            text("\r\n"),
            text("\n"),
            text("\t"),
            text("\u0085"),
            text("\u2028"),
            text("\u00a0"),
            text("\ud83d\ude80"),
            text("\u0301"),
            text("\u007f"),
            text("\u001b"));

    private static final List<String> SIGNS = List.of(
            "{", "}", "[", "]", ":", ": ", ",", "- ", "#", " #", "&a ", "*a", "!t ", "|\n", ">\n", "'", "\"", "\\", "%",
            "@", "`", "? ", "<<: *a", "---\n", "...\n", "${{ ", " }}");

    private ByteMutations() {}

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(8) == 0 ? 200 : 8));
        return switch (random.nextInt(9)) {
            case 0 -> replaced(bytes, at, length, new byte[0]);
            case 1 -> replaced(bytes, at, 0, Seeds.pick(ODD, random));
            case 2 -> replaced(bytes, at, 0, text(Seeds.pick(SIGNS, random)));
            case 3 -> replaced(bytes, at, length, text(Seeds.pick(SIGNS, random)));
            case 4 -> replaced(bytes, at, Math.min(1, length), new byte[] {(byte) random.nextInt(256)});
            case 5 -> replaced(bytes, random.nextInt(bytes.length + 1), 0, piece(bytes, at, length));
            case 6 -> text(utf8(bytes).replace("\n", random.nextBoolean() ? "\r\n" : "\r"));
            case 7 -> random.nextInt(4) == 0 ? piece(bytes, 0, at) : repeated(bytes, at, length, random);
            default -> replaced(bytes, at, 0, text(Seeds.pick(Hostile.TEXTS, random)));
        };
    }

    private static byte[] repeated(byte[] bytes, int at, int length, Random random) {
        return replaced(
                bytes,
                at,
                0,
                utf8(piece(bytes, at, length)).repeat(1 + random.nextInt(300)).getBytes(StandardCharsets.UTF_8));
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] piece(byte[] bytes, int at, int length) {
        return Arrays.copyOfRange(bytes, at, at + length);
    }

    /** With other bytes for a stretch of it. */
    static byte[] replaced(byte[] bytes, int at, int length, byte[] other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(other);
        out.write(bytes, at + length, bytes.length - at - length);
        return out.toByteArray();
    }
}
