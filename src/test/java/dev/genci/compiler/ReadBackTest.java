package dev.genci.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.genci.data.InterpreterSource;
import dev.genci.data.Pin;
import dev.genci.data.Refresh;
import dev.genci.data.Value;
import dev.genci.emit.Pins;
import dev.genci.emit.TemplateFiles;
import dev.genci.emit.WorkflowWriter;
import dev.genci.emit.WrittenWorkflow;
import dev.genci.forge.Forges;
import dev.genci.pipeline.CacheEntry;
import dev.genci.pipeline.Concurrency;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.Interpreter;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Matrix;
import dev.genci.pipeline.NoxOptions;
import dev.genci.pipeline.Pipeline;
import dev.genci.pipeline.Step;
import dev.genci.pipeline.Unless;
import dev.genci.pipeline.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A template that drops or bends what it was told does not pass: faults are planted in the templates. */
class ReadBackTest {
    private static final Path FOLDER = Path.of("templates");
    private static final Pattern INTERPOLATION = Pattern.compile("\\[=[^]]*]");

    private static final Pins PINS = new Pins(Map.of(
            "actions/checkout", new Pin("c".repeat(40), "v1"),
            "actions/setup-python", new Pin("d".repeat(40), "v2"),
            "actions/cache", new Pin("e".repeat(40), "v3"),
            "actions/upload-artifact", new Pin("a".repeat(40), "v5"),
            "actions/download-artifact", new Pin("b".repeat(40), "v6"),
            "astral-sh/setup-uv", new Pin("f".repeat(40), "v4")));

    private static final Value.Fields FIELDS = Value.fields()
            .with("runs-on", Value.of("ubuntu-24.04"))
            .with("timeout-minutes", Value.of(30))
            .with("permissions", Value.fields().with("contents", Value.of("read")));

    private static Job job(String id, Matrix matrix, Value.Fields fields, int steps) {
        List<String> needs = id.equals("first") ? List.of() : List.of("first");
        Condition condition = id.equals("first") ? new Condition.OnSuccess() : new Condition.When("github.actor");
        return new Job(
                id, List.of("Purpose of " + id), Value.of("The " + id), needs, condition, matrix, fields, steps, null);
    }

    /** A workflow in which every template says everything that it can. */
    private static Pipeline pipeline() {
        Interpreter setUp = new Interpreter(InterpreterSource.SETUP_PYTHON, false, "3.12");
        Interpreter uv = new Interpreter(InterpreterSource.UV, false, "3.13");
        Interpreter system = new Interpreter(InterpreterSource.SYSTEM, false, "3.11");
        CacheEntry cache = new CacheEntry(
                "./.nox",
                List.of("a*.txt"),
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
                List.of("b*.txt"),
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
        NoxOptions own = new NoxOptions("uv run nox", "mamba", List.of("-x", "y $z"), true, true, "bash", "a/b c");
        List<Step> steps = List.of(
                new Step.CheckOut(Value.fields().with("persist-credentials", Value.of(false))),
                new Step.SetUpPython(InterpreterSource.SETUP_PYTHON, "a.toml", "3.12", true, true, false),
                new Step.SetUpOtherPython(InterpreterSource.SETUP_PYTHON, "3.12", List.of("3.9", "pypy3.10"), false),
                new Step.Describe(setUp, false, Refresh.WEEKLY, true, "image:${{ a }}", true, true, "bash"),
                new Step.RestoreCache(cache, true, true, true),
                new Step.InstallNox(setUp, "1.2", List.of("p", "q $r"), false, "bash -el {0}"),
                new Step.RunNox(own, Value.fields().with("A", Value.of("b")), false, List.of("${{ a }}"), true, 17));
        NoxOptions plain = new NoxOptions("nox", null, List.of(), false, false, null, null);
        List<Step> others = List.of(
                new Step.SetUpPython(InterpreterSource.UV, null, "3.13", false, false, false),
                new Step.SetUpOtherPython(InterpreterSource.UV, "3.13", List.of(), true),
                new Step.SetUpPython(InterpreterSource.SYSTEM, null, "3.11", false, false, true),
                new Step.Describe(system, false, Refresh.DAILY, false, null, false, false, null),
                new Step.RestoreCache(daily, false, true, false),
                new Step.InstallNox(uv, "1.3", List.of(), true, null),
                new Step.RunNox(plain, Value.fields(), true, List.of(), false, null),
                new Step.SaveCache("tox", true, Set.of(Unless.TAG), true));
        List<Step> command = List.of(
                steps.get(0), // shared with the first job
                new Step.RunCommand("make", true, 18, "sh", "b c"),
                new Step.CallNox(
                        "Run it",
                        "always()",
                        Value.fields().with("A", Value.of("b")),
                        own,
                        true,
                        List.of("a b", "c(d='e')"),
                        true,
                        List.of("f", "${{ a }}")),
                new Step.Warn(true),
                new Step.Upload("data", Value.fields().with("path", Value.of("a\n.from-here\n")), "always()"),
                new Step.Download("tests", Value.fields().with("name", Value.of("data")), true),
                new Step.PutBack("tests", true),
                new Step.Custom(Value.fields().with("name", Value.of("Own")).with("run", Value.of("a\nb\n"))));
        List<Step> decide =
                List.of(new Step.Decide(new Verdict.Listed(List.of("first", "second"), List.of("third")), true));
        Value.Fields strategy = FIELDS.with("strategy", Value.fields().with("fail-fast", Value.of(false)))
                .with("env", Value.fields().with("A", Value.of("${{ matrix.os }}")));
        Matrix axes = new Matrix.Axes(Map.of("os", List.of(Value.of("a"), Value.of("b"))));
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
                List.of(steps, others, command, decide, List.of()));
    }

    private static WrittenWorkflow write(TemplateFiles files) {
        return new WorkflowWriter(files).write(pipeline(), PINS, Forges.of("github"), "sessions.yaml", "gen-ci -w");
    }

    private static void check(TemplateFiles files) {
        ReadBack.check("ci.yml", ReadBack.read("ci.yml", write(files).text()), write(files), pipeline());
    }

    /** The templates with a change in one of them. */
    private static TemplateFiles with(String path, String text) {
        return file -> file.equals(path) ? text : TemplateFiles.PACKED.text(file);
    }

    private static boolean passes(TemplateFiles files) {
        try {
            check(files);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Test
    void whatTheTemplatesWriteIsWhatIsMeant() {
        assertThatCode(() -> check(TemplateFiles.PACKED)).doesNotThrowAnyException();
    }

    /** Every place where a value is put, in every template: left out, then with another value. */
    @Test
    void noValueIsDroppedOrBent() throws IOException {
        List<String> missed = new ArrayList<>();
        int planted = 0;
        for (String path : templates()) {
            String text = TemplateFiles.PACKED.text(path);
            Matcher place = INTERPOLATION.matcher(text);
            while (place.find()) {
                if (isForm(text, place)) {
                    continue;
                }
                for (String other : List.of("", "bent")) {
                    planted++;
                    String changed = text.substring(0, place.start()) + other + text.substring(place.end());
                    if (passes(with(path, changed))) {
                        missed.add(path + ": " + place.group() + " as \"" + other + '"');
                    }
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(planted).isGreaterThan(80);
    }

    /** Comments and names are for people, scripts are the form itself. */
    private static boolean isForm(String text, Matcher place) {
        String line = text.substring(text.lastIndexOf('\n', place.start()) + 1, place.end());
        return line.strip().startsWith("#")
                || line.startsWith("- name:")
                || place.group().contains("comments")
                || place.group().contains("script(");
    }

    private static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString())
                    .filter(path -> path.endsWith(".ftl"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void noStepIsLostOrAdded() throws IOException {
        for (String path : templates()) {
            if (path.startsWith("steps/")) {
                String text = TemplateFiles.PACKED.text(path);
                String declaration = text.substring(0, text.indexOf('\n') + 1);
                assertThat(passes(with(path, declaration))).as(path).isFalse();
                assertThat(passes(with(path, text + "- run: more\n"))).as(path).isFalse();
            }
        }
    }

    @Test
    void noStepTakesThePlaceOfAnother() throws IOException {
        for (String one : templates()) {
            for (String other : templates()) {
                if (one.startsWith("steps/") && other.startsWith("steps/") && !one.equals(other)) {
                    String text = TemplateFiles.PACKED.text(one);
                    String declaration = text.substring(0, text.indexOf('\n') + 1);
                    assertThat(passes(with(one, declaration + TemplateFiles.PACKED.text(other))))
                            .as("%s in place of %s", other, one)
                            .isFalse();
                }
            }
        }
    }

    /** What stands in a job or at the top and is not meant, and what is meant and does not stand there. */
    @ParameterizedTest
    @ValueSource(strings = {"if:", "needs:", "name:", "matrix:", "strategy:", "include:", "      [=line]", "steps:"})
    void noLineOfAJobIsLost(String line) {
        String text = TemplateFiles.PACKED.text("job.ftl");
        String changed = text.replaceFirst("(?m)^.*" + Pattern.quote(line) + ".*\n", "");
        assertThat(changed).isNotEqualTo(text);
        assertThat(passes(with("job.ftl", changed))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "job.ftl | steps: | container: x",
                "workflow.ftl | jobs: | defaults: x",
                "workflow.ftl | <#list jobs as job> | <#list jobs[1..] as job>",
                "job.ftl | <#list field.rows as row> | <#list field.rows[1..] as row>",
                "job.ftl | <#list field.axes as axis> | <#list field.axes + field.axes as axis>",
                "job.ftl | <#if condition??> | <#if alias??>",
                "job.ftl | if:[=condition] | if: true",
                "steps/run-nox.ftl | continue-on-error: true | continue-on-error: \"true\"",
                "steps/run-nox.ftl | <#if mayFail> | <#if mayFail && !bash>",
                "steps/warn.ftl | shell: bash | shell: sh",
                "steps/decide.ftl | <#list must as job> | <#list must[1..] as job>",
                "steps/check-out.ftl | uses: | x:"
            })
    void nothingElseIsLostOrAddedOrBent(String path, String from, String to) {
        String text = TemplateFiles.PACKED.text(path);
        String changed = to.contains(from) || from.endsWith(":") && to.endsWith(" x")
                ? text.replace(from, to + "\n" + (path.equals("job.ftl") ? "    " : "") + from)
                : text.replace(from, to);
        assertThat(changed).isNotEqualTo(text);
        assertThat(passes(with(path, changed))).isFalse();
    }
}
