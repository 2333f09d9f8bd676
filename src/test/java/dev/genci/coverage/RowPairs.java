package dev.genci.coverage;

import dev.genci.coverage.Pairs.Output;
import dev.genci.coverage.Pairs.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pairs for the items of {@code exclude} and {@code include}. */
final class RowPairs {
    private final Map<String, Pair> all = new LinkedHashMap<>();

    private RowPairs() {}

    static Map<String, Pair> own() {
        RowPairs pairs = new RowPairs();
        pairs.excluded("python", "{m: u}", "{m: u, python: \"3.12\"}");
        pairs.excluded("os.group", "{os: {labels: y}}", "{os: {group: g, labels: y}}");
        pairs.excluded("os.labels", "{os: {group: g}}", "{os: {group: g, labels: y}}");
        pairs.excluded("*", "{os: x}", "{os: x, m: u}");
        pairs.included("python", "m: u, posargs: [x]", "m: u, posargs: [x], python: \"3.12\"");
        pairs.included("os.group", "os: {labels: y}", "os: {group: g, labels: y}");
        pairs.included("os.labels", "os: {group: g}", "os: {group: g, labels: y}");
        pairs.included("runs-on.group", "runs-on: {labels: y}", "runs-on: {group: g, labels: y}");
        pairs.included("runs-on.labels", "runs-on: {group: g}", "runs-on: {group: g, labels: y}");
        pairs.included("posargs", "m: u, title: T", "m: u, title: T, posargs: [x]");
        pairs.included("env.*", "m: u, env: {}, title: T", "m: u, env: {A: x}, title: T");
        pairs.included("timeout-minutes", "m: u, title: T", "m: u, title: T, timeout-minutes: 5");
        pairs.included("allow-failure", "m: u, title: T", "m: u, title: T, allow-failure: true");
        pairs.included("title", "m: u, posargs: [x]", "m: u, posargs: [x], title: T");
        pairs.included("comment", "m: u, title: T", "m: u, title: T, comment: Why");
        pairs.container("container.", "container: {image: i");
        pairs.container("services.*.", "services: {s: {image: i");
        pairs.included("*", "posargs: [x]", "posargs: [x], m: u");
        return pairs.all;
    }

    private void excluded(String key, String before, String after) {
        String axes = "python: [\"3.12\", \"3.13\"], matrix: {m: [u, v]}, ";
        axes += "os: [x, {group: g}, {labels: y}, {group: g, labels: y}], exclude: [";
        put("exclude.[]." + key, axes + before, axes + after, "]");
    }

    private void included(String key, String before, String after) {
        String matrix = "matrix: {m: [u, v]}, include: [{";
        put("include.[]." + key, matrix + before, matrix + after, "}]");
    }

    private void container(String path, String start) {
        String end = start.startsWith("services") ? "}}" : "}";
        String before = "m: u, " + start;
        included(path + "image", before + end, before + "2" + end);
        included(path + "env.*", before + ", env: {}" + end, before + ", env: {A: x}" + end);
        included(path + "ports", before + end, before + ", ports: [80]" + end);
        included(path + "volumes", before + end, before + ", volumes: [a:/b]" + end);
        included(path + "options", before + end, before + ", options: --init" + end);
        for (String key : List.of("username", "password")) {
            String credentials = before + ", credentials: {username: a, password: b}" + end;
            included(path + "credentials." + key, credentials, credentials.replace(key + ": ", key + ": c"));
        }
    }

    private void put(String key, String before, String after, String end) {
        all.put("sessions.*." + key, new Pair(session(before + end), session(after + end), Output.WORKFLOW));
    }

    private static String session(String fields) {
        return "version: 1\ntargets: {github: g.yml}\ndefaults: {ci: true, parallel-safe: true}\nsessions: {a: {purpose: A, "
                + fields + "}, b: {purpose: B}}\n";
    }
}
