package dev.genci.yaml;

import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Where the nodes of a document end in its text: for edits. A block ends with what is last in it. */
public final class Extents {
    private final Map<String, Place> ends = new HashMap<>();

    private Extents() {}

    /** A collection that has begun. */
    private record Open(String key, boolean flow) {}

    /** Those of a text that {@link YamlReader} has read without an error. */
    public static Extents of(SourceFile file) {
        Extents extents = new Extents();
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(YamlReader.LONGEST).build();
        Deque<Open> open = new ArrayDeque<>();
        Place last = Place.start(file);
        for (Event event : new Parse(settings).parseString(file.text())) {
            if (event instanceof CollectionStartEvent start) {
                open.push(new Open(key(start, file), start.isFlow()));
            } else if (event instanceof CollectionEndEvent) {
                Open ended = open.pop();
                last = ended.flow() ? place(event.getEndMark().orElse(null), file) : last;
                extents.ends.put(ended.key(), last);
            } else if (event instanceof NodeEvent) {
                last = place(event.getEndMark().orElse(null), file);
                extents.ends.put(key(event, file), last);
            }
        }
        return extents;
    }

    /** After the last character of a node; of an alias, after its name. */
    public Place end(YamlNode node) {
        Place place = node.place();
        if (place.anchored() != null) {
            return new Place(place.file(), place.line(), place.column() + place.length(), 1);
        }
        Place end = ends.get(key(node instanceof YamlScalar, place));
        return end == null ? place : end;
    }

    private static String key(Event event, SourceFile file) {
        return key(event instanceof ScalarEvent, place(event.getStartMark().orElse(null), file));
    }

    /** A block begins where its first key does. */
    private static String key(boolean scalar, Place place) {
        return (scalar ? "s" : "c") + place.line() + ":" + place.column();
    }

    private static Place place(@Nullable Mark mark, SourceFile file) {
        return mark == null ? Place.start(file) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1, 1);
    }
}
