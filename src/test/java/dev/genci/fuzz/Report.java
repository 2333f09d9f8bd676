package dev.genci.fuzz;

import static dev.genci.fuzz.Oracle.expect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.genci.cli.GenCi;
import dev.genci.fuzz.Fault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What {@code lint --format json} says, held against the manifest that it is about. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Report() {}

    static void check(GenCi.Result lint, byte[] manifest) {
        JsonNode all;
        try {
            all = JSON.readTree(lint.out()).path("findings");
        } catch (JsonProcessingException e) {
            throw new Limited.Broken(Kind.SILENT, "lint gave no JSON: " + lint.out() + lint.err());
        }
        expect(all.isArray(), Kind.SILENT, () -> "lint gave no list: " + lint.out() + lint.err());
        boolean error = all.valueStream()
                .anyMatch(item -> item.path("severity").asText("").equals("error"));
        expect(error == (lint.exit() == 2), Kind.SILENT, () -> "lint ended with " + lint.exit() + ": " + lint.out());
        List<String> lines = lines(manifest);
        all.valueStream().forEach(item -> {
            checkPlace(item, lines);
            item.path("related").valueStream().forEach(related -> checkPlace(related, lines));
        });
    }

    /** As editors count them: a line ends in LF, CR LF or CR. */
    private static List<String> lines(byte[] manifest) {
        String text = new String(manifest, StandardCharsets.UTF_8);
        return List.of((text.startsWith("\ufeff") ? text.substring(1) : text).split("\r\n|\n|\r", -1));
    }

    /** One beyond the end of a line is where something is missing. */
    private static void checkPlace(JsonNode item, List<String> lines) {
        int line = item.path("line").asInt(0);
        int column = item.path("column").asInt(0);
        int length = item.path("length").asInt(0);
        boolean real = line >= 1 && line <= lines.size() && column >= 1 && length >= 1;
        if (real) {
            String text = lines.get(line - 1);
            int end = text.codePointCount(0, text.length()) + 1;
            real = column <= end && (column + length <= end || length == 1);
        }
        expect(real, Kind.PLACE, () -> "there is no such place: " + item);
        expect(!item.path("message").asText("").isBlank(), Kind.SILENT, () -> "no message: " + item);
    }
}
