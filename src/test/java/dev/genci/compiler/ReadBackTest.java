package dev.genci.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.genci.data.Pin;
import dev.genci.emit.Pins;
import dev.genci.emit.TemplateFiles;
import dev.genci.emit.WorkflowWriter;
import dev.genci.emit.WrittenWorkflow;
import dev.genci.forge.Forges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static WrittenWorkflow write(TemplateFiles files) {
        return new WorkflowWriter(files)
                .write(FullPipeline.of(), PINS, Forges.of("github"), true, "sessions.yaml", "gen-ci -w");
    }

    private static void check(TemplateFiles files) {
        WrittenWorkflow written = write(files);
        ReadBack.check("ci.yml", ReadBack.read("ci.yml", written.text()), written, FullPipeline.of());
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
                "steps/run-nox.ftl | continue-on-error:[=mayFail] | continue-on-error: \"true\"",
                "steps/run-nox.ftl | <#if mayFail??> | <#if mayFail?? && posargs>",
                "steps/warn.ftl | shell: bash | shell: sh",
                "steps/decide.ftl | <@yaml>[=maySkip]</@yaml> | nobody",
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
