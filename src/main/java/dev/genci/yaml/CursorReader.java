package dev.genci.yaml;

import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.yaml.Cursor.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Finds out what a cursor is in, in a text that need not be right behind it: a mark is put where the cursor is, and the parser's
 * events tell how deep that was. What is missing there is tried out: the colon of a key, the end of quotes.
 */
public final class CursorReader {
    private static final List<String> MISSING = List.of("", ": ", "\"", "'");

    private final SourceFile file;
    private final String mark;
    private final int offset;
    private final Deque<Open> open = new ArrayDeque<>();
    /** Whether the word seems to go on in the next line, as a key of a block does as long as it has no colon. */
    private boolean goesOn;

    /** A collection that has begun. */
    private static final class Open {
        private final Step step;
        private final boolean mapping;
        private final boolean flow;
        private final Set<String> words = new LinkedHashSet<>();
        private @Nullable String key;

        Open(Step step, CollectionStartEvent start) {
            this.step = step;
            this.mapping = start instanceof MappingStartEvent;
            this.flow = start.isFlow();
        }

        boolean awaitsKey() {
            return mapping && key == null;
        }

        /** The step to what comes next, if that is no key. */
        Step next() {
            return mapping ? new Step(key) : Step.ITEM;
        }

        void got(String word) {
            if (!word.isEmpty() && (!mapping || key == null)) {
                words.add(word);
            }
            key = awaitsKey() ? word : null;
        }
    }

    private CursorReader(SourceFile file, String mark, int offset) {
        this.file = file;
        this.mark = mark;
        this.offset = offset;
    }

    /**
     * What is there.
     *
     * @param offset of the cursor in the text, in UTF-16 units
     * @return {@code null} in a comment, in a block of text, and after a mistake in the text before it
     */
    public static @Nullable Cursor at(SourceFile file, int offset) {
        String text = file.text();
        char mark = '\ue000';
        while (text.indexOf(mark) >= 0) {
            mark++;
        }
        Cursor first = null;
        for (String missing : text.length() > YamlReader.LONGEST ? List.<String>of() : MISSING) {
            CursorReader reader = new CursorReader(file, String.valueOf(mark), offset);
            Cursor found = reader.find(text.substring(0, offset) + mark + missing + text.substring(offset));
            if (found != null && !reader.goesOn) {
                return found;
            }
            first = first == null ? found : first;
        }
        return first;
    }

    private @Nullable Cursor find(String marked) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        Iterator<Event> events = new Parse(settings).parseString(marked).iterator();
        try {
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof ScalarEvent scalar && scalar.getValue().contains(mark)) {
                    return isBlock(scalar) ? null : cursor(scalar, events);
                }
                read(event);
            }
        } catch (YamlEngineException | IllegalArgumentException e) {
            return null; // a mistake before the cursor, or something is missing at it
        }
        return null;
    }

    private static boolean isBlock(ScalarEvent scalar) {
        return scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
    }

    private void read(Event event) {
        Open around = open.peek();
        if (event instanceof CollectionStartEvent start) {
            Step step = around == null ? Step.ITEM : around.next();
            if (around != null) {
                around.got("");
            }
            open.push(new Open(step, start));
        } else if (event instanceof CollectionEndEvent) {
            open.pop();
        } else if (around != null && event instanceof ScalarEvent scalar) {
            around.got(scalar.getValue());
        } else if (around != null && event instanceof AliasEvent) {
            around.got("");
        }
    }

    private Cursor cursor(ScalarEvent scalar, Iterator<Event> events) {
        Open around = open.peek();
        boolean isKey = around != null && around.awaitsKey();
        List<Step> path = new ArrayList<>();
        open.descendingIterator().forEachRemaining(each -> path.add(each.step));
        if (around != null) {
            path.remove(0); // the step to the root
            if (!isKey) {
                path.add(around.next());
            }
        }
        String value = scalar.getValue();
        int at = value.indexOf(mark);
        Place here = new SourceFile("", file.text().substring(0, offset)).end();
        String rest = value.substring(at + 1);
        boolean flow = around != null && around.flow;
        goesOn = !flow
                && !scalar.getStartMark()
                        .map(Mark::getLine)
                        .equals(scalar.getEndMark().map(Mark::getLine));
        boolean onward = file.text().startsWith(rest, offset);
        return new Cursor(
                path,
                isKey,
                scalar.getScalarStyle() == ScalarStyle.PLAIN,
                flow,
                around == null || around.mapping && !isKey ? Set.of() : neighbours(around, events),
                here.line(),
                Math.max(1, here.column() - value.codePointCount(0, at)),
                here.column() + (onward ? rest.codePointCount(0, rest.length()) : 0));
    }

    /** Those before the cursor, and those after it as far as the text is right. */
    private Set<String> neighbours(Open around, Iterator<Event> events) {
        try {
            around.got("");
            while (open.contains(around) && events.hasNext()) {
                read(events.next());
            }
        } catch (YamlEngineException | IllegalArgumentException e) {
            return around.words;
        }
        return around.words;
    }
}
