package dev.genci.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.genci.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
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
                "env -uX nox -s lint",
                "sudo -uci nox -s lint",
                "flock lock -c 'nox -s lint'",
                "flock -c 'nox -s lint' lock",
                "bash -euo pipefail -c 'nox -s lint'",
                "bash --norc +x -c 'nox -s \"$1\"' name lint",
                "runuser -u ci -- nox -s lint",
                "gosu ci nox -s lint",
                "sudo su -c 'nox -s lint' ci",
                "cmd /c nox -s lint",
                "pwsh -NoProfile -Command \"nox -s lint\"",
                "iex 'nox -s lint'",
                ".venv\\Scripts\\nox.exe -s lint",
                "$(which nox) -s lint",
                "\"$(command -v nox)\" -s lint",
                "${NOX:-nox} -s lint",
                "$NOX -s lint",
                "pipx run 'nox~=2025.0' -s lint",
                "docker run --rm -v \"$PWD:/w\" -w /w image nox -s lint",
                "docker compose run --rm app nox -s lint",
                "docker run image bash -c 'true && nox -s lint'",
                "ssh host 'true && nox -s lint'",
                "mise exec -- nox -s lint",
                "nix develop --command nox -s lint",
                "retry --times 3 -- nox -s lint",
                "parallel nox -s ::: lint",
                "trap 'nox -s lint' EXIT",
                "bash <<END\nnox -s lint\nEND",
                "docker exec -i box sh -e <<END\nnox -s lint\nEND",
                "cat <<END | bash -s\nnox -s lint\nEND",
                "bash <<< 'nox -s lint'",
                "(cd docs && true); nox -s lint",
                "pushd docs; popd; nox -s lint",
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
                "docker pull nox",
                "docker run --name nox image",
                "git commit -m 'nox -s lint'",
                "echo nox -s lint > bash",
                "other nox",
                "pip install nox -r requirements.txt",
                "notify 'lint with nox failed'",
                "bash run.sh -c 'nox -s lint'",
                "bash run.sh <<END\nnox -s lint\nEND",
                "cat > run.sh <<END\nnox -s lint\nEND",
            })
    void noSession(String script) {
        assertThat(job(script).kind()).isEqualTo(AuditedJob.Kind.NONE);
    }

    @Test
    void whatFollowsTheFileOfAShellBelongsToTheScript() {
        String text = "jobs: {a: {steps: [{run: bash -o pipefail ci/run -c lint}]}}";
        Reach reach = path -> path.equals("ci/run") ? new SourceFile(path, "#!/bin/bash\nnox $1 -s $2") : null;
        Audit audit = Audit.of(List.of(new Audit.Source(new SourceFile("ci.yml", text), reach)), null);
        assertThat(audit.workflows().get(0).jobs().get(0).commands())
                .extracting(NoxRun::via, NoxRun::sessions)
                .containsExactly(tuple("script:ci/run", List.of(new Argument("lint", true))));
    }

    @Test
    void whatAProgramAddsIsNotKnown() {
        assertThat(job("cat list | xargs nox -s").unresolved()).containsExactly("(what xargs adds)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker run image nox", "docker compose run --rm app nox", "mise exec -- nox"})
    void noxMayBeTheLastWord(String script) {
        assertThat(job(script).byDefault()).isTrue();
    }

    @Test
    void whatAProgramStartsIsSaid() {
        assertThat(job("docker run image nox -s lint").commands())
                .extracting(NoxRun::via)
                .containsExactly("program:docker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env -u NOXSESSION nox", "env --unset NOXSESSION nox", "env -uNOXSESSION nox"})
    void aVariableThatEnvTakesAwaySelectsNothing(String script) {
        AuditedJob job = job("export NOXSESSION=docs\n" + script);
        assertThat(job.sessions()).isEmpty();
        assertThat(job.byDefault()).isTrue();
    }
}
