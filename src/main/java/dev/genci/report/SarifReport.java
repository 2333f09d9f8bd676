package dev.genci.report;

import dev.genci.source.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Findings in SARIF 2.1.0 (OASIS), for code scanning and editors. A finding keeps its fingerprint when lines are added
 * above it, so that a dismissed one stays dismissed.
 */
public final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String FINGERPRINT = "genCi/v1";

    private final String version;
    private final UnaryOperator<String> help;

    /**
     * @param version of gen-ci
     * @param help the page of a rule, in Markdown, which is also good to read as it is
     */
    public SarifReport(String version, UnaryOperator<String> help) {
        this.version = version;
        this.help = help;
    }

    /** One result and one rule a line. Only rules that occur are listed. */
    public String print(List<Finding> findings) {
        Map<String, Finding> rules = new LinkedHashMap<>();
        findings.forEach(finding -> rules.putIfAbsent(finding.rule(), finding));
        List<String> order = List.copyOf(rules.keySet());
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<String> results = new ArrayList<>();
        for (Finding finding : findings) {
            results.add(result(finding, order.indexOf(finding.rule()), fingerprint(finding, seen)));
        }
        String driver = "{" + text("name", "gen-ci") + ", " + text("version", version) + ", \"rules\": "
                + list("        ", rules.values().stream().map(this::rule).toList()) + "}";
        return "{\n  " + text("$schema", SCHEMA) + ",\n  " + text("version", "2.1.0") + ",\n  \"runs\": [{\n"
                + "    \"tool\": {\"driver\": " + driver + "},\n"
                + "    \"columnKind\": \"unicodeCodePoints\",\n"
                + "    \"results\": " + list("      ", results) + "\n  }]\n}\n";
    }

    private String rule(Finding first) {
        String page = help.apply(first.rule());
        return "{" + text("id", first.rule()) + ", \"shortDescription\": {"
                + text("text", first.rule().replace('-', ' '))
                + "}, \"help\": {" + text("text", page.strip()) + ", " + text("markdown", page)
                + "}, \"defaultConfiguration\": {"
                + text("level", first.severity().word()) + "}}";
    }

    private static String result(Finding finding, int rule, String fingerprint) {
        List<String> related = new ArrayList<>();
        finding.related()
                .forEach(other -> related.add("{\"id\": " + related.size() + ", \"message\": {"
                        + text("text", other.message()) + "}, " + location(other.place()) + "}"));
        String advice = finding.help();
        return "{" + text("ruleId", finding.rule()) + ", \"ruleIndex\": " + rule + ", "
                + text("level", finding.severity().word()) + ", \"message\": {"
                + text("text", finding.message() + (advice == null ? "." : ". Help: " + advice))
                + "}, \"locations\": [{"
                + location(finding.place()) + "}]"
                + (related.isEmpty() ? "" : ", \"relatedLocations\": [" + String.join(", ", related) + "]")
                + ", \"partialFingerprints\": {" + text(FINGERPRINT, fingerprint) + "}}";
    }

    private static String location(Place place) {
        return "\"physicalLocation\": {\"artifactLocation\": {"
                + text("uri", uri(place.file().name()))
                + "}, \"region\": {\"startLine\": " + place.line() + ", \"startColumn\": " + place.column()
                + ", \"endColumn\": " + (place.column() + place.length()) + "}}";
    }

    /** A relative reference, with {@code %} in place of what a URI may not have. */
    private static String uri(String name) {
        try {
            String path = new URI(null, null, name.replace('\\', '/'), null).toASCIIString();
            return path.contains(":") && !path.startsWith("/") ? "./" + path : path;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** Of what the finding is and of the line it is in, not of where that is; equal ones are counted. */
    private static String fingerprint(Finding finding, Map<String, Integer> seen) {
        Place place = finding.place();
        String line = place.file().line(place.line()).strip();
        String all = String.join("\n", place.file().name(), finding.rule(), finding.message(), line);
        int count = seen.merge(all, 1, Integer::sum);
        return hash(all + "\n" + count);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String list(String margin, List<String> rows) {
        return rows.isEmpty() ? "[]" : "[\n" + margin + String.join(",\n" + margin, rows) + "]";
    }

    private static String text(String name, String value) {
        return JsonText.quoted(name) + ": " + JsonText.quoted(value);
    }
}
