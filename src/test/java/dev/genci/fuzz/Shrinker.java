package dev.genci.fuzz;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Makes an input smaller for as long as it keeps its fault. */
final class Shrinker {
    private static final byte[] NOTHING = {};

    private final Check keeps;
    private final Instant end;

    /** Whether an input still has the fault. */
    interface Check {
        boolean has(byte[] input) throws Exception;
    }

    /** @param time after which the smallest one so far has to do */
    Shrinker(Check keeps, Duration time) {
        this.keeps = keeps;
        this.end = Instant.now().plus(time);
    }

    /** First large pieces go, then small ones; lines before bytes, because they are more likely to go alone. */
    byte[] shrink(byte[] input) throws Exception {
        byte[] smallest = input;
        for (byte[] before = null;
                !Arrays.equals(before, smallest) && Instant.now().isBefore(end); ) {
            before = smallest;
            smallest = withoutBytes(withoutLines(smallest));
        }
        return smallest;
    }

    private byte[] withoutLines(byte[] input) throws Exception {
        byte[] smallest = input;
        int from = 0;
        while (from < smallest.length && Instant.now().isBefore(end)) {
            int to = from;
            while (to < smallest.length && smallest[to] != '\n') {
                to++;
            }
            byte[] candidate =
                    ByteMutations.replaced(smallest, from, Math.min(to + 1, smallest.length) - from, NOTHING);
            if (keeps.has(candidate)) {
                smallest = candidate;
            } else {
                from = to + 1;
            }
        }
        return smallest;
    }

    private byte[] withoutBytes(byte[] input) throws Exception {
        byte[] smallest = input;
        for (int size = Math.max(1, input.length / 2); size >= 1; size /= 2) {
            int at = 0;
            while (at + size <= smallest.length && Instant.now().isBefore(end)) {
                byte[] candidate = ByteMutations.replaced(smallest, at, size, NOTHING);
                if (keeps.has(candidate)) {
                    smallest = candidate;
                } else {
                    at += size;
                }
            }
        }
        return smallest;
    }
}
