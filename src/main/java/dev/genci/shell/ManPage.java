package dev.genci.shell;

import dev.genci.shell.CommandLineModel.Command;
import dev.genci.shell.CommandLineModel.Kind;
import dev.genci.shell.CommandLineModel.Option;
import java.util.List;
import java.util.stream.Collectors;

/** The page for {@code man}, in the macros that every man knows. */
public final class ManPage {
    private static final String PROGRAM = "gen-ci";

    private ManPage() {}

    /** The page. It has no date: two builds of one version are the same. */
    public static String text(CommandLineModel line, String version) {
        StringBuilder page = new StringBuilder();
        page.append(".TH GEN-CI 1 \"\" \"gen\\-ci ").append(text(version)).append("\"\n");
        page.append(".SH NAME\n")
                .append(text(PROGRAM + " - "))
                .append(lower(line.program().description()));
        page.append(".SH SYNOPSIS\n.B gen-ci\n.RI [ options ] \" \" [ MANIFEST ]\n.br\n");
        page.append(".B gen-ci\n.I verb\n.RI [ options ] \" \" [ argument ]\n");
        page.append(".SH DESCRIPTION\n").append(sentence(line.program().description()));
        page.append("Without a verb, it does what\n.B generate\ndoes.\n");
        for (Command verb : line.verbs()) {
            page.append(".TP\n.B ").append(text(verb.name())).append('\n').append(sentence(verb.description()));
        }
        page.append(".SH OPTIONS\n");
        options(page, line.program().options());
        for (Command verb : line.verbs()) {
            page.append(".SS gen\\-ci ").append(text(verb.name()));
            if (verb.argument().kind() != Kind.NOTHING) {
                page.append(" [").append(text(verb.argument().label())).append(']');
            }
            page.append('\n').append(sentence(verb.description()));
            List<Option> own = verb.options().stream()
                    .filter(option -> !line.program().options().contains(option))
                    .toList();
            options(page, own);
        }
        page.append(".SH NOTES\n.nf\n");
        line.program().footer().forEach(one -> page.append(literal(one)).append('\n'));
        return page.append(".fi\n").toString();
    }

    private static void options(StringBuilder page, List<Option> options) {
        for (Option option : options) {
            page.append(".TP\n.B ")
                    .append(option.names().stream().map(ManPage::text).collect(Collectors.joining("\\fR, \\fB")))
                    .append(value(option))
                    .append('\n')
                    .append(sentence(option.description()));
        }
    }

    private static String value(Option option) {
        if (option.value().kind() == Kind.NOTHING) {
            return "";
        }
        String last = option.names().get(option.names().size() - 1);
        String label = "\\fI" + text(option.value().label()) + "\\fR";
        if (option.attached()) {
            return "\\fR[=" + label + "]";
        }
        return "\\fR" + (last.startsWith("--") ? "=" : " ") + label;
    }

    private static String lower(String sentence) {
        String text = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return text(Character.toLowerCase(text.charAt(0)) + text.substring(1)) + "\n";
    }

    private static String sentence(String text) {
        return literal(text) + "\n";
    }

    /** A line of its own: one that begins with a dot or a quote would be a macro. */
    private static String literal(String line) {
        String text = text(line);
        return text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text;
    }

    private static String text(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    }
}
