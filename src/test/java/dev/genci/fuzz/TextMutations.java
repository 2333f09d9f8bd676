package dev.genci.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes tokens and lines: what comes out is often still YAML. */
final class TextMutations {
    private final Seeds seeds;
    private final Random random;

    TextMutations(Seeds seeds, Random random) {
        this.seeds = seeds;
        this.random = random;
    }

    String token(String text) {
        List<String> tokens = new ArrayList<>(Seeds.tokens(text));
        tokens.add("");
        int at = random.nextInt(tokens.size());
        int other = random.nextInt(tokens.size());
        switch (random.nextInt(6)) {
            case 0 -> tokens.set(at, seeds.token(random));
            case 1 -> tokens.set(at, "");
            case 2 -> tokens.add(at, seeds.token(random));
            case 3 -> Collections.swap(tokens, at, other);
            case 4 -> tokens.set(at, tokens.get(other));
            default -> tokens.set(at, ManifestText.quoted(Seeds.pick(Hostile.TEXTS, random)));
        }
        return String.join("", tokens);
    }

    String line(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.add("");
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(7)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(other));
            case 2 -> Collections.swap(lines, at, other);
            case 3 -> lines.add(at, seeds.line(random));
            case 4 -> lines.set(at, " ".repeat(1 + random.nextInt(3)) + lines.get(at));
            case 5 -> lines.set(at, lines.get(at).stripLeading());
            default -> lines.addAll(at, Collections.nCopies(random.nextInt(40), lines.get(other)));
        }
        return String.join("\n", lines);
    }
}
