package dev.genci.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** nox behind make and just is found, with the words that these give it. */
class RecipesTest {
    private static final Map<String, String> FILES =
            Map.of("Makefile", """
                    PYTHON ?= python3
                    NOX := $(PYTHON) -m nox
                    SESSIONS = unit

                    .PHONY: all lint
                    all: lint test # both
                    lint types:
                    	@echo start
                    	-$(NOX) -s lint
                    test: build
                    	for s in $(SESSIONS); do \\
                    	  $(NOX) -s $$s; done
                    build:
                    	make -C docs html
                    clean:
                    	rm -rf .nox
                    """, "docs/Makefile", "html:\n\tcd .. && nox -s docs\n", "justfile", """
                    set shell := ["bash", "-c"]
                    nox := "uv run nox"

                    [private]
                    run session *args:
                        {{nox}} -s {{session}} -- {{args}}

                    # Checks the code.
                    lint *args: fmt
                        @just run lint {{args}}

                    @fmt:
                        ruff format
                    """);

    private static AuditedJob job(String command) {
        Reach reach = path -> FILES.containsKey(path) ? new SourceFile(path, FILES.get(path)) : null;
        String text = "jobs: {a: {steps: [{run: '" + command + "'}]}}";
        Audit audit = Audit.of(List.of(new Audit.Source(new SourceFile("ci.yml", text), reach)), null);
        return audit.workflows().get(0).jobs().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "make lint | lint",
                "make | lint docs unit",
                "make -j2 test SESSIONS=\"a b\" | docs a b",
                "make -C docs html | docs",
                "make --no-print-directory types | lint",
                "just lint --fix | lint",
                "just run unit | unit",
            })
    void sessionsOfATarget(String command, String sessions) {
        assertThat(job(command).sessions()).containsExactlyInAnyOrder(sessions.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"make clean", "make other", "just fmt", "make -C src", "ninja lint"})
    void noSession(String command) {
        assertThat(job(command).kind()).isEqualTo(AuditedJob.Kind.NONE);
    }

    @Test
    void theFileIsSaid() {
        assertThat(job("make lint").commands()).extracting(NoxRun::via).containsExactly("script:Makefile");
    }

    @Test
    void aVariableOfVariablesHasAnEnd() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            text.append("V")
                    .append(i)
                    .append(" = ")
                    .append(("$(V" + (i + 1) + ") ").repeat(100))
                    .append('\n');
        }
        text.append("a:\n\tnox -s $(V0)\n").append("x ".repeat(100_000)).append('\n');
        Reach reach = path -> path.equals("Makefile") ? new SourceFile(path, text.toString()) : null;
        Audit audit = Audit.of(
                List.of(new Audit.Source(new SourceFile("ci.yml", "jobs: {a: {steps: [{run: make a}]}}"), reach)),
                null);
        assertThat(audit.workflows().get(0).jobs().get(0).kind()).isEqualTo(AuditedJob.Kind.RUN);
    }
}
