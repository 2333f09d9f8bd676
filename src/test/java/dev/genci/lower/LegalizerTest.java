package dev.genci.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.forge.Feature;
import dev.genci.forge.Forge;
import dev.genci.forge.Forges;
import dev.genci.forge.Support;
import dev.genci.manifest.TargetSettings;
import dev.genci.pipeline.Concurrency;
import dev.genci.pipeline.Pipeline;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.testing.OtherForge;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every feature is left out or refused where a forge says so, whichever forge that will be. */
class LegalizerTest {
    private static final SourceFile MANIFEST = new SourceFile("sessions.yaml", """
            version: 1
            run-name: A run
            on: {push: , merge_group: , workflow_run: {workflows: W}, repository_dispatch: , workflow_call: {secrets: {S: {}}}, schedule: [{cron: "0 4 * * 1", timezone: Europe/Paris}]}
            concurrency: {group: one}
            defaults: {ci: true, parallel-safe: true}
            jobs:
              j: {if: failure(), concurrency: j, strategy: {matrix: {n: [1]}, max-parallel: 1}, continue-on-error: true, steps: [{run: x}]}
            sessions:
              a: {purpose: A, python: ["3.12", "3.13"], runs-on: {group: large}, fail-fast: true, after: [{run: x, continue-on-error: "${{ vars.A == 'x' }}"}], artifacts: {upload: {path: x, compression-level: 0}}}
              db: {purpose: B, parallel-safe: false, environment: store, permissions: {id-token: write}}
              db2: {purpose: C, parallel-safe: false, container: {image: x, ports: [80]}}
            """);

    /** What a manifest can ask for by a word of its own, with how often this one does. */
    private static final Map<Feature, Integer> ASKED = Map.ofEntries(
            Map.entry(Feature.MERGE_GROUP, 1),
            Map.entry(Feature.WORKFLOW_RUN, 1),
            Map.entry(Feature.REPOSITORY_DISPATCH, 1),
            Map.entry(Feature.CALL_SECRETS, 1),
            Map.entry(Feature.SCHEDULE_TIMEZONE, 1),
            Map.entry(Feature.CONCURRENCY, 1),
            Map.entry(Feature.RUN_NAME, 1),
            Map.entry(Feature.ENVIRONMENT, 1),
            Map.entry(Feature.PERMISSIONS, 1),
            Map.entry(Feature.JOB_CONCURRENCY, 1),
            Map.entry(Feature.MAX_PARALLEL, 1),
            Map.entry(Feature.FAIL_FAST, 1),
            Map.entry(Feature.CONTAINER_PORTS, 1),
            Map.entry(Feature.COMPRESSION_LEVEL, 1),
            Map.entry(Feature.FAILURE_IN_JOB_IF, 1),
            Map.entry(Feature.JOB_CONTINUE_ON_ERROR, 1),
            Map.entry(Feature.RUNNER_GROUPS, 1),
            Map.entry(Feature.STEP_CONTINUE_ON_ERROR_EXPRESSION, 1));

    /** GitHub, but for one feature. */
    private static Forge lacking(Feature feature, Support.Level level) {
        return new OtherForge(
                "lacking", Forges.of("github"), Map.of(feature, new Support(level, "it lacks it", "made up")));
    }

    private static Outcome<Pipeline> lower(Forge forge) {
        return lower(forge, MANIFEST);
    }

    private static Outcome<Pipeline> lower(Forge forge, SourceFile manifest) {
        List<Analysis> analysis = new Compiler().analyze(manifest).value();
        assertThat(analysis).isNotNull();
        return Lowering.lower(analysis.get(0), TargetSettings.defaults(forge, Place.start(manifest)), null);
    }

    private static String text(@Nullable Pipeline pipeline) {
        assertThat(pipeline).isNotNull();
        return pipeline.toString();
    }

    @Test
    void whatIsIgnoredIsLeftOutAndSaid() {
        String whole = text(lower(Forges.of("github")).value());
        for (Feature feature : Feature.values()) {
            if (!feature.isOptional()) {
                continue;
            }
            Outcome<Pipeline> lowered = lower(lacking(feature, Support.Level.IGNORED));
            assertThat(lowered.diagnostics().stream().map(Diagnostic::message))
                    .as(feature.toString())
                    .hasSize(ASKED.getOrDefault(feature, 0))
                    .allMatch(message -> message.equals(
                            "the target \"lacking\" does not support " + feature.title() + ": it is left out"));
            assertThat(text(lowered.value())).as(feature.toString()).isNotEqualTo(whole);
        }
    }

    @Test
    void whatIsRefusedIsAnError() {
        ASKED.keySet().forEach(feature -> {
            Outcome<Pipeline> lowered = lower(lacking(feature, Support.Level.REFUSED));
            assertThat(lowered.value()).isNull();
            assertThat(lowered.diagnostics().stream().map(Diagnostic::message))
                    .containsExactly("the target \"lacking\" " + feature.refusal());
        });
    }

    @Test
    void anEventIsNotLeftOutWhereThereIsNoOther() {
        SourceFile manifest = new SourceFile("sessions.yaml", """
                version: 1
                on: merge_group
                defaults: {ci: true, parallel-safe: true}
                sessions: {a: {purpose: A}}
                """);
        Outcome<Pipeline> without = lower(lacking(Feature.MERGE_GROUP, Support.Level.IGNORED), manifest);
        assertThat(without.value()).isNull();
        assertThat(without.diagnostics().stream().map(Diagnostic::message))
                .containsExactly(
                        "the target \"lacking\" does not support the event \"merge_group\", and has no other event to run on");
        // It is about the event: with it, the only one may lack something else.
        Outcome<Pipeline> other = lower(lacking(Feature.PERMISSIONS, Support.Level.IGNORED), manifest);
        assertThat(other.diagnostics()).isEmpty();
        assertThat(other.value()).isNotNull();
        assertThat(other.value().triggers().fields()).containsOnlyKeys("merge_group");
    }

    @Test
    void withoutConcurrencyNothingCancelsTheRunsOfPullRequests() {
        SourceFile manifest = new SourceFile("sessions.yaml", """
                version: 1
                defaults: {ci: true, parallel-safe: true}
                sessions: {a: {purpose: A}}
                """);
        Pipeline whole = lower(Forges.of("github"), manifest).value();
        assertThat(whole).isNotNull();
        assertThat(whole.concurrency()).isNotNull();
        assertThat(whole.concurrency().reason()).isEqualTo(Concurrency.Reason.CANCELS_SUPERSEDED);
        Pipeline without = lower(lacking(Feature.CONCURRENCY, Support.Level.IGNORED), manifest)
                .value();
        assertThat(without).isNotNull();
        assertThat(without.concurrency()).isNull();
    }

    @Test
    void whatIsKnownFromAVersionOnIsWritten() {
        String whole = text(lower(Forges.of("github")).value());
        for (Feature feature : Feature.values()) {
            Outcome<Pipeline> lowered = lower(lacking(feature, Support.Level.FROM));
            assertThat(lowered.diagnostics()).isEmpty();
            assertThat(text(lowered.value())).isEqualTo(whole);
        }
    }
}
