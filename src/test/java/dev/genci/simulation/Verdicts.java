package dev.genci.simulation;

import java.util.Arrays;
import java.util.List;

/** What the scripts of status jobs say; the test of the scripts themselves runs them beside it. */
final class Verdicts {
    private Verdicts() {}

    /** Every result is a success, and there is one. */
    static Result all(String results) {
        List<String> words = words(results);
        return !words.isEmpty() && words.stream().allMatch("success"::equals) ? Result.SUCCESS : Result.FAILURE;
    }

    /** All of the first succeeded; the second may have been skipped. */
    static Result listed(String must, String maySkip) {
        boolean good = words(must).stream().allMatch(word -> word.endsWith("=success"))
                && words(maySkip).stream().allMatch(word -> word.endsWith("=success") || word.endsWith("=skipped"));
        return good ? Result.SUCCESS : Result.FAILURE;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }
}
