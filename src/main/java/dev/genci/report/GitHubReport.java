package dev.genci.report;

import dev.genci.diagnostic.Severity;
import dev.genci.source.Place;
import java.util.List;

/**
 * Findings as commands to the runner of GitHub Actions, which shows them beside the line. It reads each line of a step's
 * output that begins with {@code ::}, so texts are escaped as its toolkit does, and nothing else is printed.
 */
public final class GitHubReport {
    private GitHubReport() {}

    /** A line for each. */
    public static String print(List<Finding> findings) {
        StringBuilder out = new StringBuilder();
        for (Finding finding : findings) {
            Place place = finding.place();
            out.append("::").append(command(finding.severity()));
            out.append(" file=").append(property(place.file().name()));
            out.append(",line=").append(place.line());
            out.append(",col=").append(place.column());
            out.append(",endColumn=").append(place.column() + place.length());
            out.append(",title=").append(property(finding.rule()));
            String help = finding.help();
            out.append("::").append(data(finding.message() + (help == null ? "" : "\n" + help)));
            out.append('\n');
        }
        return out.toString();
    }

    private static String command(Severity severity) {
        return severity == Severity.NOTE ? "notice" : severity.word();
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
