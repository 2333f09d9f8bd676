package dev.genci.fuzz;

import dev.genci.golden.Case;
import dev.genci.testing.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What mutations begin with, and take pieces from: the manifests of the golden cases and of the samples. */
final class Seeds {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+|\\s+|.", Pattern.DOTALL);

    private final List<byte[]> right = new ArrayList<>();
    private final List<byte[]> wrong = new ArrayList<>();
    private final List<String> workflows = new ArrayList<>();
    private final List<String> tokens;
    private final List<String> lines;
    private final List<String> keys;
    private final Map<String, List<Object>> values = new HashMap<>();

    private Seeds(List<Path> folders) throws IOException {
        Set<String> allTokens = new LinkedHashSet<>();
        Set<String> allLines = new LinkedHashSet<>();
        for (Path file : files(folders, "sessions.yaml")) {
            byte[] bytes = Files.readAllBytes(file);
            (file.startsWith(Case.ROOT.resolve("err")) ? wrong : right).add(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            allTokens.addAll(tokens(text));
            allLines.addAll(text.lines().toList());
            collect("", parsed(text));
        }
        for (Path file : files(folders, "ci.yml")) {
            workflows.add(Files.readString(file));
        }
        tokens = List.copyOf(allTokens);
        lines = List.copyOf(allLines);
        keys = values.keySet().stream().sorted().toList();
    }

    /** Those of this repository. */
    static Seeds ofRepository() {
        try {
            return new Seeds(List.of(Case.ROOT, Path.of("samples")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(List<Path> folders, String name) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.endsWith(name)).sorted().forEach(all::add);
            }
        }
        return all;
    }

    /** The data that a text is; {@code null} when it is none, or has no end. */
    static Object parsed(String text) {
        try {
            Object data = Yaml.map(text);
            ManifestText.flow(data);
            return data;
        } catch (RuntimeException | StackOverflowError e) {
            return null; // many cases are about just that
        }
    }

    /** The words, spaces and signs of a text. */
    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private void collect(String key, Object value) {
        values.computeIfAbsent(key, name -> new ArrayList<>()).add(value);
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, child) -> collect(String.valueOf(name), child));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> collect(key, item));
        }
    }

    /** Mostly one that is right: what is wrong already stays so under most mutations. */
    byte[] manifest(Random random) {
        return random.nextInt(6) == 0 ? pick(wrong, random) : pick(right, random);
    }

    String workflow(Random random) {
        return pick(workflows, random);
    }

    String token(Random random) {
        return pick(tokens, random);
    }

    String line(Random random) {
        return pick(lines, random);
    }

    String key(Random random) {
        return pick(keys, random);
    }

    /** A value that a key has somewhere. */
    Object value(String key, Random random) {
        return pick(values.getOrDefault(key, values.get("")), random);
    }

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
