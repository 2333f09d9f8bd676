"""What is printed: one line for each expectation, tables of jobs and times."""


class Report:
    """Counts expectations, and keeps what is to be printed until `show`: several runs go on at once."""

    def __init__(self):
        self.passed, self.failed, self.lines = 0, [], []

    def expect(self, text, holds, detail=""):
        """One expectation; `detail` tells of a failure, as a text or as something that gives it."""
        self.say(f"{'ok' if holds else 'NOT OK'}: {text}")
        if holds:
            self.passed += 1
        else:
            self.failed.append(text)
            for line in (detail() if callable(detail) else detail).splitlines():
                self.say(f"    | {line}")

    def say(self, text=""):
        self.lines.append(text)

    def show(self):
        print("\n".join(self.lines), flush=True)

    def table(self, head, rows):
        widths = [max(len(line[column]) for line in [head, *rows]) for column in range(len(head))]
        for line in [head, *rows]:
            self.say("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def jobs_table(report, title, run):
    report.say(f"\n{title}")
    lines = [
        (row.name, row.result, row.cached or "-", f"{row.set_up:.1f}" if row.session else "-", f"{row.seconds:.1f}")
        for row in run.rows
        if row.played
    ]
    report.table(("job", "result", "cache", "set-up s", "all s"), lines)
    not_played = [
        job
        for job, result in run.results.items()
        if result in ("skipped", "cancelled") and not any(row.job == job and row.played for row in run.rows)
    ]
    for job in not_played:
        report.say(f"{job}: {run.results[job]}")
    report.say()


def log_of(rows):
    """The last lines of some rows' logs, for a failure: of those that did not succeed, if there are such."""
    rows = [row for row in rows if row.result != "success"] or rows
    return lambda: "\n".join(
        f"{row.name} ({row.result}, cache {row.cached}) {line['step']}: {line['text']}"
        for row in rows
        for line in row.lines()[-12:]
    )
