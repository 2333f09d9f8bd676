package dev.genci.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.analysis.Analysis;
import dev.genci.data.ExpressionPlace;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.manifest.ExpressionText;
import dev.genci.manifest.Located;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.TextUse;
import dev.genci.source.Place;
import dev.genci.testing.Manifests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Places that no key of the manifest has reached yet; those that one reaches are golden cases. */
class BadExpressionTest {
    private static List<String> messages(ExpressionPlace place) {
        Manifest manifest = Manifests.manifest(Manifests.withFlags("sessions: {a: {purpose: A}}\n"));
        ExpressionText text = new ExpressionText(
                new Located<>("${{ steps.database.outputs.port }}", Place.start(manifest.file())),
                TextUse.Kind.DATA,
                place,
                null,
                null);
        Manifest with = new Manifest(
                manifest.file(),
                manifest.workflow(),
                manifest.all(),
                manifest.targets(),
                manifest.defaultKeys(),
                manifest.nox(),
                manifest.pins(),
                manifest.strictPins(),
                manifest.selfCheck(),
                List.of(text),
                manifest.entries(),
                manifest.jobs());
        List<Diagnostic> reported = new ArrayList<>();
        new BadExpression().check(Analysis.of(with), reported::add);
        return reported.stream().map(Diagnostic::message).toList();
    }

    /** GitHub knows the context there: its containers start after it is filled, and before any step has run. */
    @ParameterizedTest
    @EnumSource(
            value = ExpressionPlace.class,
            names = {"SERVICES_ENV", "CONTAINER_ENV"})
    void noStepHasRunWhenAJobStarts(ExpressionPlace place) {
        assertThat(messages(place)).containsExactly("no earlier step has the id \"database\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = ExpressionPlace.class,
            names = {"ENVIRONMENT_URL", "JOB_OUTPUTS"})
    void whatComesAfterTheStepsKnowsThem(ExpressionPlace place) {
        assertThat(messages(place)).isEmpty();
    }
}
