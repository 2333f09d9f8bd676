package dev.genci.yaml;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Turns the parser's errors, which use the terms of YAML's grammar, into messages. */
final class SyntaxMessages {
    private static final RuleId RULE = RuleId.YAML_SYNTAX;

    private SyntaxMessages() {}

    static Diagnostic of(SourceFile file, MarkedYamlEngineException e) {
        Place problem = place(file, e.getProblemMark().or(e::getContextMark));
        Place context = place(file, e.getContextMark().or(e::getProblemMark));
        String text = oneLine(e.getProblem());
        String during = oneLine(e.getContext());
        if (text.startsWith("mapping values are not allowed here")) {
            return error(problem, "a colon followed by a space is not allowed here")
                    .help("quote the text if the colon is part of it");
        }
        if (text.contains("\\t(TAB)")) {
            return error(problem, "a tab is not allowed here").help("indent with spaces: YAML does not allow tabs");
        }
        if (text.startsWith("found character '")) {
            return error(problem, "unquoted text cannot begin with " + text.charAt("found character '".length()))
                    .help("quote the text");
        }
        if (text.startsWith("expected ',' or '")) {
            char close = text.charAt("expected ',' or '".length());
            return error(problem, "a comma or " + close + " is missing before this")
                    .related(context, close == '}' ? "the brace is opened here" : "the bracket is opened here");
        }
        if (text.startsWith("expected <block end>")) {
            return error(problem, "this does not belong to the block above it")
                    .related(context, "the block begins here")
                    .help("check the indentation and the quotes");
        }
        if (text.startsWith("could not find expected ':'")) {
            return error(context, "a colon is missing after this key");
        }
        if (text.startsWith("found unexpected end of stream") && during.contains("quoted")) {
            return error(context, "the quote is not closed");
        }
        return error(problem, (during.isEmpty() ? "" : during + ": ") + text);
    }

    private static Diagnostic error(Place place, String message) {
        return Diagnostic.of(RULE, place, message);
    }

    private static Place place(SourceFile file, Optional<Mark> mark) {
        return mark.map(m -> place(file, m)).orElse(Place.start(file));
    }

    /** At the end of its line at the furthest: the parser counts a CR that ends the text as a column. */
    private static Place place(SourceFile file, Mark mark) {
        String line = file.line(mark.getLine() + 1);
        int column = Math.min(mark.getColumn(), line.codePointCount(0, line.length()));
        return new Place(file, mark.getLine() + 1, column + 1, 1);
    }

    static String oneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
