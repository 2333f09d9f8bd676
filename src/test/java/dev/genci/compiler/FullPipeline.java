package dev.genci.compiler;

import dev.genci.data.InterpreterSource;
import dev.genci.data.Refresh;
import dev.genci.data.SessionPart;
import dev.genci.data.Value;
import dev.genci.pipeline.ArtifactStep;
import dev.genci.pipeline.CacheEntry;
import dev.genci.pipeline.CheckWorkflows;
import dev.genci.pipeline.Concurrency;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.FindChanges;
import dev.genci.pipeline.Interpreter;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.LogStep;
import dev.genci.pipeline.Matrix;
import dev.genci.pipeline.MayFail;
import dev.genci.pipeline.NoxOptions;
import dev.genci.pipeline.Pipeline;
import dev.genci.pipeline.Step;
import dev.genci.pipeline.Unless;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A workflow in which every template says everything that it can. */
final class FullPipeline {
    private FullPipeline() {}

    private static final Value.Fields FIELDS = Value.fields()
            .with("runs-on", Value.of("ubuntu-24.04"))
            .with("timeout-minutes", Value.of(30))
            .with("permissions", Value.fields().with("contents", Value.of("read")));

    private static Job job(String id, Matrix matrix, Value.Fields fields, int steps) {
        List<String> needs = id.equals("first") ? List.of() : List.of("first");
        Condition condition = id.equals("first") ? new Condition.OnSuccess() : new Condition.When(null, "github.actor");
        return new Job(
                id, List.of("Purpose of " + id), Value.of("The " + id), needs, condition, matrix, fields, steps, null);
    }

    static Pipeline of() {
        Interpreter setUp = new Interpreter(InterpreterSource.SETUP_PYTHON, false, "3.12");
        Interpreter uv = new Interpreter(InterpreterSource.UV, false, "3.13");
        Interpreter system = new Interpreter(InterpreterSource.SYSTEM, false, "3.11");
        CacheEntry cache = new CacheEntry(
                "./.nox",
                List.of("./tools", "~/more"),
                true,
                true,
                List.of("a*.txt"),
                true,
                "7",
                "debian",
                true,
                true,
                "virtualenv",
                Refresh.WEEKLY,
                true,
                null,
                true,
                true);
        CacheEntry daily = new CacheEntry(
                "tox",
                List.of(),
                true,
                false,
                List.of("b*.txt"),
                false,
                "8",
                null,
                false,
                false,
                "conda",
                Refresh.DAILY,
                false,
                "all-0a1b",
                false,
                false);
        NoxOptions own = new NoxOptions(
                "uv run nox", "mamba", List.of("-x", "y $z"), true, true, true, "report.json", "bash", "a/b c");
        List<Step> steps = List.of(
                new Step.CheckOut(Value.fields().with("persist-credentials", Value.of(false))),
                new Step.SetUpPython(InterpreterSource.SETUP_PYTHON, "a.toml", "3.12", true, true, false),
                new Step.SetUpOtherPython(InterpreterSource.SETUP_PYTHON, "3.12", List.of("3.9", "pypy3.10"), false),
                new Step.Describe(setUp, null, Refresh.WEEKLY, true, "image:${{ a }}", true, true, "bash"),
                new Step.RestoreCache(cache, true, true, true, false),
                new Step.RestoreCache(cache, true, true, true, true),
                new Step.InstallNox(setUp, "1.2", List.of("p", "q $r"), false, "bash -el {0}"),
                new Step.RunNox(
                        own, Value.fields().with("A", Value.of("b")), false, List.of("${{ a }}"), MayFail.ALWAYS, 17));
        NoxOptions plain = new NoxOptions("nox", null, List.of(), false, false, false, null, null, null);
        List<Step> others = List.of(
                new Step.SetUpPython(InterpreterSource.UV, null, "3.13", false, false, false),
                new Step.SetUpPython(InterpreterSource.UV, "a b/.python-version", null, false, false, false),
                new Step.Describe(
                        new Interpreter(InterpreterSource.UV, true, null),
                        "c d/.python-version",
                        Refresh.NEVER,
                        false,
                        null,
                        false,
                        false,
                        null),
                new Step.SetUpOtherPython(InterpreterSource.UV, "3.13", List.of(), true),
                new Step.SetUpPython(InterpreterSource.SYSTEM, null, "3.11", false, false, true),
                new Step.Describe(system, null, Refresh.DAILY, false, null, false, false, null),
                new Step.RestoreCache(daily, false, true, false, false),
                new Step.InstallNox(uv, "1.3", List.of(), true, null),
                new Step.RunNox(plain, Value.fields(), true, List.of(), MayFail.NEVER, null),
                new Step.SaveCache("tox", List.of("./kept", "/opt/b"), true, Set.of(Unless.TAG), true, false, false),
                new Step.SaveCache(null, List.of(), false, Set.of(), false, true, true));
        List<Step> command = List.of(
                steps.get(0), // shared with the first job
                new Step.RunCommand("make", new MayFail(true, List.of("3.15", "3.14t")), 18, "sh", "b c"),
                new Step.CallNox(
                        "Run it",
                        "always()",
                        Value.fields().with("A", Value.of("b")),
                        own,
                        SessionPart.RUN,
                        false,
                        List.of("a b", "c(d='e')"),
                        true,
                        List.of("f", "${{ a }}")),
                new Step.CallNox(
                        "Run by tag",
                        null,
                        Value.fields(),
                        own,
                        SessionPart.INSTALL,
                        true,
                        List.of("a", "b'c"),
                        false,
                        List.of()),
                new LogStep.FindTemporary(true),
                new LogStep.ShowReport(MayFail.ALWAYS, true),
                new LogStep.UploadLog("ci-logs-a", true, true, false, true, 9, true),
                new Step.Warn(true),
                new ArtifactStep.Upload("data", Value.fields().with("path", Value.of("a\n.from-here\n")), "always()"),
                new ArtifactStep.Download("tests", Value.fields().with("name", Value.of("data")), true),
                new ArtifactStep.PutBack(true),
                new FindChanges("a b/** !b/c\nd *\n", true),
                new CheckWorkflows("1.2.3", "a'b $c.yaml", true, true),
                new Step.Custom(Value.fields().with("name", Value.of("Own")).with("run", Value.of("a\nb\n"))));
        List<Step> decide = List.of(new Step.Decide(List.of("third"), true));
        Value.Fields strategy = FIELDS.with("strategy", Value.fields().with("fail-fast", Value.of(false)))
                .with("env", Value.fields().with("A", Value.of("${{ matrix.os }}")));
        Matrix axes = new Matrix.Axes(Map.of("os", List.of(Value.of("a"), Value.of("b"))), List.of());
        Matrix rows = new Matrix.Rows(List.of(Map.of("os", Value.of("a")), Map.of("os", Value.of("b"))));
        return new Pipeline(
                "CI",
                Value.of("A run"),
                Value.fields().with("push", new Value.Nothing()),
                Value.fields(),
                new Concurrency(Value.of("group"), Concurrency.Reason.ASKED),
                Value.fields().with("E", Value.of("1")),
                List.of(
                        job("first", rows, strategy, 0),
                        job("second", axes, strategy, 0),
                        job("third", new Matrix.None(), FIELDS, 1),
                        job("fourth", new Matrix.None(), FIELDS, 2),
                        new Job(
                                "calls",
                                List.of(),
                                Value.of("calls"),
                                List.of(),
                                new Condition.OnSuccess(),
                                new Matrix.None(),
                                Value.fields().with("with", Value.fields().with("a", Value.of("b"))),
                                4,
                                "./x.yml"),
                        job("last", new Matrix.None(), FIELDS, 3)),
                true,
                List.of(steps, others, command, decide, List.of()));
    }
}
