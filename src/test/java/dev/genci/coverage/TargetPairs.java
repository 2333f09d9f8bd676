package dev.genci.coverage;

import dev.genci.coverage.Pairs.Output;
import dev.genci.coverage.Pairs.Pair;
import dev.genci.forge.Forges;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pairs of the keys below {@code targets}. */
final class TargetPairs {
    private static final String FLAGS = "defaults: {ci: true, parallel-safe: true}\n";
    private static final String SESSIONS = FLAGS + "sessions: {a: {purpose: A}, b: {purpose: B, needs: [a]}}\n";

    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    private TargetPairs() {}

    static Map<String, Pair> all() {
        TargetPairs all = new TargetPairs();
        Forges.ids().forEach(all::add);
        return all.pairs;
    }

    private void add(String target) {
        for (String key : new String[] {"file: other.yml", "python-setup: system", "cache: false", "anchors: false"}) {
            String name = key.substring(0, key.indexOf(':'));
            pair(target, name, "", key, SESSIONS, Output.WORKFLOW);
        }
        String labels = FLAGS.replace("}", ", runs-on: x}") + "sessions: {a: {purpose: A}}\n";
        pair(target, "runs-on.*", "runs-on: {x: own}", "runs-on: {x: other}", labels, Output.WORKFLOW);
        // Where there is no choice it is an error.
        Output output = Forges.of(target).choosesArtifacts() ? Output.WORKFLOW : Output.LINT;
        String pin = "pins: {forgejo/upload-artifact: \"0123456789012345678901234567890123456780 # v4.0.0\"}\n";
        String upload = "sessions: {a: {purpose: A, artifacts: {upload: {path: x/*}}}}\n";
        pair(target, "artifacts", "", "artifacts: v4", pin + FLAGS + upload, output);
    }

    private void pair(String target, String key, String before, String after, String rest, Output output) {
        String start = "version: 1\ntargets: {" + target + ": {";
        String end = "}}\n" + rest;
        pairs.put("targets." + target + "." + key, new Pair(start + before + end, start + after + end, output));
    }
}
