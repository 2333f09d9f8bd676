package dev.genci.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.source.SourceFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in front of a command does not hide it, whatever options it has. */
class WrapperTest {
    private static AuditedJob job(String script) {
        String text =
                "jobs:\n  a:\n    steps:\n      - run: |\n          " + script.replace("\n", "\n          ") + "\n";
        Audit audit = Audit.of(List.of(new Audit.Source(new SourceFile("ci.yml", text), path -> null)), null);
        return audit.workflows().get(0).jobs().get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env -u NOXSESSION nox -s lint",
                "env -i --unset=A -C docs -- B=1 nox -s lint",
                "/usr/bin/env nox -s lint",
                "command nox -s lint",
                "command -p -- nox -s lint",
                "exec nox -s lint",
                "exec -a name nox -s lint",
                "time nox -s lint",
                "time -p nox -s lint",
                "/usr/bin/time -f '%e' -o log nox -s lint",
                "nohup nice -n 5 ionice -c 2 -n 0 nox -s lint",
                "sudo -Eu ci -- env A=1 nox -s lint",
                "sudo --user=ci nox -s lint",
                "doas -u ci nox -s lint",
                "stdbuf -oL -e 0 nox -s lint",
                "xvfb-run --server-args '-screen 0 800x600x24' --auto-servernum nox -s lint",
                "gtimeout --signal INT 10m nox -s lint",
                "taskset -c 0-3 setsid nox -s lint",
                "flock -w 9 lock nox -s lint",
                "arch -x86_64 nox -s lint",
                "setarch x86_64 -R nox -s lint",
                "pyenv exec nox -s lint",
                "bash -ec 'nox -s lint'",
                "bash -lc -- 'nox -s lint'",
                "bash -o pipefail -c \"nox -s lint\"",
                "su - ci -c 'nox -s lint'",
                "script -q -e -c 'nox -s lint' /dev/null",
                "eval nox -s lint",
                "uv run --only-group dev noxfile.py -s lint",
                "pipx run noxfile.py -s lint",
                "python -X dev noxfile.py -s lint",
                "./noxfile.py -s lint",
                "export NOXSESSION=docs; env -u NOXSESSION nox -s lint",
            })
    void oneSession(String script) {
        assertThat(job(script).sessions()).containsExactly("lint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ruff check noxfile.py",
                "python other.py noxfile.py",
                "command -v nox",
                "if ! command -V nox; then pip install nox; fi",
                "exec > log",
                "env -u",
                "env",
                "taskset -p 12 nox",
                "bash -c",
                "su ci",
            })
    void noSession(String script) {
        assertThat(job(script).kind()).isEqualTo(AuditedJob.Kind.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"env -u NOXSESSION nox", "env --unset NOXSESSION nox", "env -uNOXSESSION nox"})
    void aVariableThatEnvTakesAwaySelectsNothing(String script) {
        AuditedJob job = job("export NOXSESSION=docs\n" + script);
        assertThat(job.sessions()).isEmpty();
        assertThat(job.byDefault()).isTrue();
    }
}
