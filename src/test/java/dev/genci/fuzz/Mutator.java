package dev.genci.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

/** Makes manifests from numbers: the same on every machine. */
final class Mutator {
    private static final String WORKFLOW = ".github/workflows/ci.yml";
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int LARGEST = 2_000_000;

    private final Seeds seeds;

    Mutator(Seeds seeds) {
        this.seeds = seeds;
    }

    byte[] manifest(long seed) {
        return manifest(new Random(seed * MIX));
    }

    /** The workflows that are there already, perhaps none. */
    Map<String, String> committed(long seed) {
        Random random = new Random(seed * MIX + 1);
        if (random.nextInt(4) > 0) {
            return Map.of();
        }
        String workflow = seeds.workflow(random);
        TextMutations texts = new TextMutations(seeds, random);
        return Map.of(WORKFLOW, random.nextBoolean() ? workflow : texts.line(texts.token(workflow)));
    }

    private byte[] manifest(Random random) {
        byte[] bytes = seeds.manifest(random);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int times = 1 + random.nextInt(1 + random.nextInt(1 + random.nextInt(6)));
        return switch (random.nextInt(8)) {
            case 0, 1 -> bytes(bytes, times, random);
            case 2, 3 -> texts(text, times, random);
            case 4 -> bytes(trees(text, times, random), 1, random);
            default -> trees(text, times, random);
        };
    }

    private static byte[] bytes(byte[] bytes, int times, Random random) {
        byte[] mutated = bytes;
        for (int i = 0; i < times && mutated.length < LARGEST; i++) {
            mutated = ByteMutations.mutate(mutated, random);
        }
        return mutated;
    }

    private byte[] texts(String text, int times, Random random) {
        TextMutations texts = new TextMutations(seeds, random);
        String mutated = text;
        for (int i = 0; i < times; i++) {
            mutated = random.nextBoolean() ? texts.line(mutated) : texts.token(mutated);
        }
        return mutated.getBytes(StandardCharsets.UTF_8);
    }

    /** A text that is no data is mutated as a text. */
    private byte[] trees(String text, int times, Random random) {
        Object tree = Seeds.parsed(text);
        if (tree == null) {
            return texts(text, times, random);
        }
        TreeMutations trees = new TreeMutations(seeds, random);
        for (int i = 0; i < times; i++) {
            tree = trees.mutate(tree);
        }
        String written = random.nextBoolean() ? ManifestText.block(tree) : ManifestText.flow(tree) + "\n";
        return written.getBytes(StandardCharsets.UTF_8);
    }
}
