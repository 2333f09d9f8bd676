"""Mistakes that a workflow could hold, each with the rule that must find it.

(rule, job, old, new): in the part of `example.yaml`'s GitHub workflow that is this job, or in its head where the job is
`None`, the first `old` becomes `new`. Where `old` is empty, `new` is put at the end of the job.
"""

KEY = "${{ steps.venv.outputs."
DOUBLE = """
  again:
    name: types
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions: { contents: read }
    env: { NOX_SESSION: types, NOX_PYTHON: "3.12", NOX_RUNNER: ubuntu-24.04 }
    steps: *nox
"""

MUTATIONS = [
    # what stands around the jobs
    ("name", None, "name: CI", "name: Other"),
    ("triggers", None, "branches: [main]", "branches: [main, next]"),
    ("triggers", None, "  pull_request:\n", ""),
    ("permissions", None, "permissions: {}", "permissions: { contents: read }"),
    ("concurrency", None, "|| github.run_id", "|| github.ref"),
    ("concurrency", None, "|| github.run_id", "|| github.sha"),
    ("concurrency", None, "ci-${{ github.event.pull_request.number || github.run_id }}", "CI-${{ github.sha }}-${{ github.ref }}"),
    ("concurrency", None, "ci-${{", "${{ github.workflow }}-${{"),
    ("concurrency", None, "github.event_name == 'pull_request'", "true"),
    ("env", None, "permissions: {}", "permissions: {}\nenv: { A: b }"),
    ("name", None, "name: CI", "name: CI\nrun-name: x"),
    ("unasked", None, "name: CI", "name: CI\ndefaults: {}"),
    # rows
    ("row-missing", "tests", 'python: ["3.12", "3.13"]', 'python: ["3.12"]'),
    ("row-unasked", "tests", 'python: ["3.12", "3.13"]', 'python: ["3.12", "3.13", "3.14"]'),
    ("row-twice", "old", "", DOUBLE),
    ("row-twice", "tests", 'python: ["3.12", "3.13"]', 'python: ["3.12", "3.13", "3.12"]'),
    ("row-missing", "db", "name: db", "name: data"),
    ("runner", "lint", "ubuntu-24.04", "ubuntu-22.04"),
    ("selector", "types-retype", "NOX_SESSION: types", "NOX_SESSION: lint"),
    ("selector", "tests", "NOX_SESSION: tests-${{ matrix.python }}", "NOX_SESSION: tests"),
    ("posargs", "lint", "-- --fix", "-- --other"),
    ("posargs", "lint", "-- --fix", "-- --fix more"),
    ("posargs", "lint", " -- --fix", ""),
    ("options", "types-retype", "--reuse-venv=yes ", ""),
    ("options", "types-retype", "--reuse-venv=yes ", "--reuse-venv=yes --no-install "),
    ("options", "old", '--force-python "$NOX_PYTHON" ', ""),
    ("call", "types-retype", 'run: nox --reuse-venv=yes -s "$NOX_SESSION"', "run: pytest"),
    ("call", "image", "run: docker build .", "run: docker build . --quiet"),
    ("python", "types-retype", 'NOX_PYTHON: "3.12"', 'NOX_PYTHON: "3.11"'),
    ("python", "old", 'python-version: "3.13"', 'python-version: "3.7"'),
    ("python-setup", "types-retype", "actions/setup-python@", "astral-sh/setup-uv@"),
    ("install", "types-retype", "nox==2026.10.20", "nox"),
    ("install", "types-retype", "nox==2026.10.20", "nox==2026.10.20 more"),
    ("checkout", "wheels", "fetch-depth: 0, ", ""),
    ("checkout", "lint", "with: { persist", "with: { fetch-depth: 0, persist"),
    ("before", "image", "- run: docker login", "- run: docker logout"),
    ("after", "image", "      - run: docker push\n", ""),
    ("step-order", "image", "      - run: docker login\n      - name: Run the command\n        run: docker build .\n",
     "      - name: Run the command\n        run: docker build .\n      - run: docker login\n"),
    ("env", "tests", "COVERAGE_CORE: sysmon", "COVERAGE_CORE: pytrace"),
    ("env", "tests", 'DJANGO: "4.10"', "DJANGO: 4.10"),
    ("env", "tests", ".data-${{ matrix.python }}", ".data-3.13"),
    ("after", "tests", "if: matrix.python == '3.13'", "if: matrix.python != '3.13'"),
    ("after", "tests", "if: matrix.python == '3.13'", "if: always()"),
    ("timeout", "lint", "timeout-minutes: 30", "timeout-minutes: 300"),
    ("timeout", "future", "timeout-minutes: 18", "timeout-minutes: 20"),
    ("timeout", "db", "    timeout-minutes: 30\n", ""),
    ("allow-failure", "future", "        continue-on-error: true\n", ""),
    ("allow-failure", "types-retype", "      - name: Run nox\n", "      - name: Run nox\n        continue-on-error: true\n"),
    ("permissions", "lint", "contents: read", "contents: write"),
    ("step", "types-retype", "      - name: Install nox\n", "      - uses: actions/setup-node@" + "0" * 40 + " # v1\n"
     "      - name: Install nox\n"),
    ("step", "types-retype", "      - name: Run nox\n", "      - name: Run nox\n        if: github.ref == 'x'\n"),
    ("step", "types-retype", "      - name: Install nox\n", "      - name: Install nox\n        continue-on-error: true\n"),
    ("step-id", "types-retype", "      - name: Install nox\n", "      - name: Install nox\n        id: venv\n"),
    ("shell", "wheels", "        shell: bash\n        run: nox", "        run: nox"),
    ("warning", "future", "steps.session.outcome == 'failure'", "steps.session.outcome == 'success'"),
    ("matrix", "tests", 'python: ["3.12", "3.13"]', f"python: {[*range(257)]}"),
    # order
    ("order-missing", "tests", "    needs: [lint]\n", ""),
    ("order-too-much", "types-retype", "name: ${{ matrix.name }}\n", "name: ${{ matrix.name }}\n    needs: [lint]\n"),
    ("order-missing", "image", "needs: [lint, types-retype]", "needs: [types-retype]"),
    ("overlap", "db", "needs: [lint, migrate]", "needs: [lint]"),
    ("order-too-much", "nightly", "needs: [tests]", "needs: [tests, check]"),
    ("unreadable", "image", "    steps:\n", "    stages:\n"),
    ("unrunnable", "lint", "name: Lint it\n", "name: Lint it\n    needs: [tests]\n"),
    # caches
    ("cache-missing", "old", "uses: actions/cache@", "uses: actions/cache/save@"),
    ("cache-os", "types-retype", "${{ runner.os }}-", ""),
    ("cache-architecture", "types-retype", "${{ runner.arch }}-", ""),
    ("cache-interpreter", "types-retype", KEY + "interpreter }}-", ""),
    ("cache-interpreter", "old", '"$INTERPRETER" -', "python -"),
    ("cache-interpreter", "types-retype", 'str(sysconfig.get_config_var("EXT_SUFFIX"))', '"any"'),
    ("cache-session", "types-retype", KEY + "session }}-", ""),
    ("cache-refresh", "types-retype", KEY + "week }}-", ""),
    ("cache-image", "types-retype", "${{ env.NOX_RUNNER }}-", ""),
    ("cache-hash", "types-retype", "}}-${{ hashFiles('pyproject.toml', 'noxfile.py') }}", "}}"),
    ("cache-hash", "types-retype", "session }}-${{ hashFiles('pyproject.toml', ", "session }}-${{ hashFiles("),
    ("cache-epoch", "types-retype", "key: nox-1-", "key: nox-2-"),
    ("cache-key", "types-retype", "key: nox-1-", "key: nox-1-,"),
    ("cache-split", "types-retype", KEY + "week }}", KEY + "week }}-${{ matrix.name }}"),
    ("cache-unasked", "image", "      - run: docker push\n", "      - uses: actions/cache@" + "0" * 40 + " # v1\n"
     "      - run: docker push\n"),
    ("cache-mixed", "types-retype", KEY + "session }}", "all"),
    ("cache-path", "types-retype", "${{ github.workspace }}/.nox", ".nox"),
    ("cache-when", "types-retype", "hashFiles('pyproject.toml', 'noxfile.py') != '' && ", ""),
    ("cache-when", "types-retype", " && github.event_name != 'schedule'", ""),
    ("cache-save", "future", "steps.session.outcome == 'success' && ", ""),
    ("cache-save", "future", "actions/cache/restore@", "actions/cache@"),
    ("cache-fallback", "types-retype", "          key: nox-1", "          restore-keys: nox-1-\n          key: nox-1"),
    # status jobs and the final job
    ("final-needs", "ci-ok", "      - types-retype\n", ""),
    ("status-needs", "check", "needs: [lint, tests]", "needs: [tests]"),
    ("status-if", "ci-ok", "    if: ${{ always() }}\n", ""),
    ("status-if", "check", "always()", "!cancelled()"),
    ("status-script", "check", "success; done", "success || :; done"),
    ("status-script", "check", '"$result" = success', '"$result" != failure'),
    ("status-script", "check", '          test -n "$RESULTS"\n', ""),
    ("status-script", "ci-ok", "*=success) ;;", "*=success | *=cancelled) ;;"),
    ("status-script", "ci-ok", 'test -z "$bad"', "true"),
    ("status-log", "check", '$4 != "success"', '$4 == "failure"'),
    ("status-log", "check", 'print job', 'print'),
    ("status-log", "ci-ok", 'bad=1; echo "$job"', "bad=1"),
    ("status-step", "check", "        run: |", "        continue-on-error: true\n        run: |"),
    ("verdict", "ci-ok", "            old=${{ needs.old.result }}\n", ""),
    ("verdict", "ci-ok", "old=${{ needs.old.result }}", "old=${{ needs.lint.result }}"),
    ("verdict", "ci-ok", "          MAY_SKIP: |\n            nightly=", "            nightly="),
    ("verdict", "ci-ok", "            check=${{ needs.check.result }}\n          MAY_SKIP: |\n",
     "          MAY_SKIP: |\n            check=${{ needs.check.result }}\n"),
    ("status-missing", "check", "name: The checks", "name: check"),
    ("row-missing", "lint", "name: Lint it", "name: lint"),
    ("row-unasked", "tests", "name: Tests on ${{ matrix.python }}", "name: tests-${{ matrix.python }}"),
    ("runner", "ci-ok", "runs-on: ubuntu-24.04", "runs-on: ubuntu-22.04"),
    # plays
    ("runs-not", "db", "!cancelled() && needs.lint", "needs.lint"),
    ("runs-wrongly", "db", " && needs.lint.result == 'success'", ""),
    ("runs-wrongly", "db", "!cancelled() &&", "always() &&"),
    ("runs-wrongly", "nightly", "github.event_name == 'schedule'", "always() && github.event_name == 'schedule'"),
    ("runs-wrongly", "nightly", "github.event_name == 'schedule'", "github.event_name == 'push'"),
    ("runs-not", "tests", "needs: [lint]", "if: ${{ failure() }}\n    needs: [lint]"),
    # what no workflow may lack
    ("pin", "lint", "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7"),
    ("pin", "lint", " # v7.0.1", ""),
    ("pin", "types-retype", "@3d3c42e5", "@ffffffff"),
    ("host", "lint", "actions/checkout@", "https://github.com/actions/checkout@"),
    ("credentials", "types-retype", "persist-credentials: false", "persist-credentials: true"),
    ("script", "types-retype", '-s "$NOX_SESSION"', "-s '${{ matrix.session }}'"),
    ("fail-fast", "tests", "fail-fast: true", "fail-fast: false"),
    ("fail-fast", "types-retype", "fail-fast: false", "fail-fast: true"),
    ("permissions", "nightly", "{ contents: read, checks: write }", "{ checks: write }"),
    ("passed", "nightly", "environment: night", "environment: day"),
    ("unasked", "types-retype", "name: ${{ matrix.name }}\n", "name: ${{ matrix.name }}\n    continue-on-error: false\n"),
]

# What takes several steps to do wrong.
DOUBLE_MUTATIONS = [
    ("sharing", ("types-retype", "name: [types, retype]", "name: [retype]"), ("old", "", DOUBLE),
     ("image", "needs: [lint, ", "needs: [lint, again, "), ("ci-ok", "      - old\n", "      - old\n      - again\n")),
    ("job", ("extras", "  extras:\n", "  extra-more:\n"), ("ci-ok", "      - extras\n", "      - extra-more\n")),
    ("job", ("extras-allowed-to-fail", "  extras-allowed-to-fail:\n", "  hopes:\n"),
     ("ci-ok", "      - extras-allowed-to-fail\n", "      - hopes\n")),
    ("id", ("old", "  old:\n", "  0ld:\n"), ("ci-ok", "      - old\n", "      - 0ld\n")),
]
