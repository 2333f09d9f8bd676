package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.source.SourceFile;

/** Comments that silence a finding: {@code # gen-ci: ignore[RULE] reason}, on its line or on the line before. */
final class Ignored {
    private Ignored() {}

    /** Whether a finding is silenced. Without a reason nothing is. */
    static boolean is(Diagnostic diagnostic) {
        SourceFile file = diagnostic.place().file();
        int line = diagnostic.place().line();
        String mark = "gen-ci: ignore[" + diagnostic.rule().id() + "]";
        return hasReason(file.line(line), mark)
                || file.line(line - 1).strip().startsWith("#") && hasReason(file.line(line - 1), mark);
    }

    private static boolean hasReason(String line, String mark) {
        int comment = line.indexOf('#');
        int at = comment < 0 ? -1 : line.indexOf(mark, comment);
        return at >= 0 && !line.substring(at + mark.length()).isBlank();
    }
}
