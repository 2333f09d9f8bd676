package dev.genci.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.analysis.rule.Rule;
import dev.genci.analysis.rule.Rules;
import dev.genci.diagnostic.RuleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is forgotten: a case and a page for every rule, nothing that grows too long, nothing that nobody looks at. */
class HygieneTest {
    private static final int LONGEST = 300;

    private static final Pattern REPORTED =
            Pattern.compile("(?m)^[^ ].*: (?:error|warning|note): .* \\[([a-z0-9-]+)]$");
    /** Up to a colon: what follows lists keys. */
    private static final Pattern HEADING = Pattern.compile("(?m)^##+ ([^:\n]*)");

    private static final Pattern SECTION = Pattern.compile("(?m)^## (.*)$");

    @Test
    void everyRuleHasACase() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String kind : List.of("err", "audit")) {
            Case.all(kind).forEach(one -> named.add(one.name().split("--", 2)[0]));
        }
        assertThat(named).isEqualTo(rules());
    }

    @Test
    void everyRuleHasASectionInAlphabeticalOrder() throws IOException {
        List<String> sections = all(SECTION, Files.readString(Path.of("docs/diagnostics.md")));
        // The list in its order: a section that is missing, unknown or in the wrong place is a line of the difference.
        SameText.check("the sections of docs/diagnostics.md", String.join("\n", rules()), String.join("\n", sections));
    }

    @Test
    void theListOfRulesIsInAlphabeticalOrderToo() {
        assertThat(Stream.of(RuleId.values()).map(RuleId::id)).isSorted();
    }

    @Test
    void everyRuleOfTheAnalysisIsAskedOnce() {
        assertThat(Rules.ALL.stream().map(Rule::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleThatIsReportedIsKnown() throws IOException {
        Set<String> reported = new TreeSet<>();
        for (String kind : List.of("err", "audit")) {
            for (Case one : Case.all(kind)) {
                reported.addAll(all(REPORTED, Files.readString(one.folder().resolve("expected.txt"))));
            }
        }
        assertThat(reported).isEqualTo(rules());
    }

    @Test
    void noFileIsTooLong() throws IOException {
        for (Path file : files("src", ".java")) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(LONGEST);
        }
        for (Path file : files("templates", ".ftl")) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(LONGEST);
        }
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        Set<Path> packages = new TreeSet<>();
        files("src/main/java", ".java").forEach(file -> packages.add(file.getParent()));
        assertThat(packages).allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                .exists());
    }

    @Test
    void everyCaseIsOne() throws IOException {
        assertThat(Case.ROOT.toFile().list()).containsExactlyInAnyOrder("ok", "err", "audit", "cli");
        for (String kind : List.of("ok", "err")) {
            assertThat(Case.all(kind)).allSatisfy(one -> assertThat(one.folder().resolve("sessions.yaml"))
                    .isRegularFile());
        }
        assertThat(Case.all("audit"))
                .allMatch(one -> Files.isRegularFile(one.folder().resolve("workflow.yml"))
                        || Files.isDirectory(one.folder().resolve(".github/workflows")));
        assertThat(Case.all("cli"))
                .allSatisfy(one -> assertThat(one.folder().resolve("args")).isRegularFile());
        assertThat(Stream.of("ok", "err", "audit", "cli").flatMap(kind -> Case.all(kind).stream()))
                .allSatisfy(one -> assertThat(one.name()).matches("[a-z0-9]+(--?[a-z0-9]+)*"));
    }

    @Test
    void everyTopicIsAHeadingOfTheManual() throws IOException {
        // Whole projects, compared with what their people wrote by hand, are no topic.
        Set<String> headings = new TreeSet<>(Set.of("projects"));
        for (String page : List.of("docs/manifest.md", "docs/workflow.md")) {
            all(HEADING, Files.readString(Path.of(page)))
                    .forEach(heading ->
                            headings.add(heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")));
        }
        assertThat(Case.all("ok"))
                .extracting(one -> Case.ROOT
                        .resolve("ok")
                        .relativize(one.folder())
                        .getName(0)
                        .toString())
                .isSubsetOf(headings);
    }

    private static Set<String> rules() {
        return Stream.of(RuleId.values()).map(RuleId::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the groups of a pattern find in a text. */
    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .flatMap(match -> Stream.iterate(1, group -> group + 1)
                        .limit(match.groupCount())
                        .map(match::group))
                .filter(group -> group != null)
                .toList();
    }

    private static List<Path> files(String folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
