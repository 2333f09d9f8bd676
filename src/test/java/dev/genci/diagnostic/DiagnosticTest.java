package dev.genci.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said about a manifest, before anybody prints it. */
class DiagnosticTest {
    private static final SourceFile FILE = new SourceFile("s.yaml", "version: 1\n");

    private static Place place(int line, int column, int length) {
        return new Place(FILE, line, column, length);
    }

    @Test
    void theyAreSortedAsPeopleRead() {
        Diagnostic first = Diagnostic.of(RuleId.UNKNOWN_KEY, place(1, 1, 1), "x");
        Diagnostic second = Diagnostic.of(RuleId.CACHE_KEY, place(1, 2, 1), "x");
        Diagnostic third = Diagnostic.of(RuleId.CACHE_KEY, place(2, 1, 1), "x");
        Diagnostic fourth = Diagnostic.of(RuleId.CACHE_KEY, place(2, 1, 1), "y");
        Diagnostic fifth = Diagnostic.of(RuleId.UNKNOWN_KEY, place(2, 1, 1), "a");
        assertThat(Diagnostic.sorted(List.of(fifth, fourth, third, second, first, third)))
                .containsExactly(first, second, third, fourth, fifth);
        Place elsewhere = new Place(new SourceFile("a.yaml", ""), 9, 9, 1);
        assertThat(elsewhere.compareTo(first.place())).isNegative();
    }

    @Test
    void whatAnAliasStandsForIsReportedWhereItIsWrongAndSaysWhereItIsWritten() {
        Place anchored = place(1, 10, 3);
        Place alias = anchored.behind(place(2, 5, 2));
        Place outer = alias.behind(place(3, 7, 4));
        assertThat(outer.written()).isEqualTo(anchored);
        Diagnostic here = Diagnostic.of(RuleId.UNKNOWN_NEED, alias, "x");
        assertThat(Diagnostic.sorted(List.of(here)))
                .containsExactly(here.related(anchored, "the alias stands for what is written here"));
        Diagnostic there = Diagnostic.of(RuleId.UNKNOWN_NEED, anchored, "x");
        assertThat(Diagnostic.sorted(List.of(here, there))).containsExactly(there);
        Diagnostic other = Diagnostic.of(RuleId.UNKNOWN_NEED, anchored, "y");
        assertThat(Diagnostic.sorted(List.of(here, other))).hasSize(2);
    }

    @Test
    void theNearestWordIsSuggested() {
        List<String> words = List.of("build", "docs_lint", "tests", "test_fast");
        assertThat(Suggestion.didYouMean("biuld", words)).isEqualTo("did you mean \"build\"?");
        assertThat(Suggestion.nearest("DOCS-lint", words)).isEqualTo("docs_lint");
        assertThat(Suggestion.nearest("test", words)).isIn("tests", "test_fast");
        assertThat(Suggestion.nearest("teste", words)).isEqualTo("tests");
        assertThat(Suggestion.nearest("deploy", words)).isNull();
        assertThat(Suggestion.nearest("x", words)).isNull();
        assertThat(Suggestion.nearest("b".repeat(65), List.of("b".repeat(65)))).isNull();
        assertThat(Suggestion.didYouMean("zzz", words)).isNull();
    }

    @Test
    void anOutcomeKnowsItsErrors() {
        Diagnostic note = Diagnostic.of(RuleId.LEFT_OUT, place(1, 1, 1), "x");
        Diagnostic error = Diagnostic.of(RuleId.LIMITS, place(1, 1, 1), "x");
        Outcome<String> outcome = Outcome.of("v", List.of(note));
        assertThat(outcome.hasErrors()).isFalse();
        assertThat(outcome.after(List.of(error)).hasErrors()).isTrue();
        assertThat(outcome.after(List.of(error)).diagnostics()).containsExactly(error, note);
        assertThat(Outcome.<String>failed(List.of(error)).value()).isNull();
    }

    @Test
    void suggestionsAreWorkedOutForTheFirstTwentyThatAreReported() {
        List<Diagnostic> unknown = IntStream.rangeClosed(1, 30)
                .mapToObj(line -> Diagnostic.of(RuleId.UNKNOWN_NEED, place(line, 1, 1), "x")
                        .help("see the list")
                        .suggest("biuld", List.of("build")))
                .toList();
        List<Diagnostic> sorted = Diagnostic.sorted(unknown);
        assertThat(sorted.subList(0, 20)).extracting(Diagnostic::help).containsOnly("did you mean \"build\"?");
        assertThat(sorted.subList(20, 30)).extracting(Diagnostic::help).containsOnly("see the list");
        Diagnostic far = Diagnostic.of(RuleId.UNKNOWN_NEED, place(1, 1, 1), "x")
                .help("see the list")
                .suggest("deploy", List.of("build"));
        assertThat(Diagnostic.sorted(List.of(far)).get(0).help()).isEqualTo("see the list");
    }

    @Test
    void whatDiffersInItsSuggestionAloneIsTwo() {
        Collection<String> words = List.of("build");
        Diagnostic one = Diagnostic.of(RuleId.UNKNOWN_NEED, place(1, 1, 1), "x").suggest("a", words);
        assertThat(one)
                .isEqualTo(
                        Diagnostic.of(RuleId.UNKNOWN_NEED, place(1, 1, 1), "x").suggest("a", words));
        assertThat(one)
                .isNotEqualTo(
                        Diagnostic.of(RuleId.UNKNOWN_NEED, place(1, 1, 1), "x").suggest("b", words));
        assertThat(Diagnostic.sorted(List.of(one, one))).hasSize(1);
    }
}
