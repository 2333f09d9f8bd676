package dev.genci.yaml;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the tree from the parser's events. */
final class TreeBuilder {
    /** Levels of nesting; a manifest has seven. Also what keeps the recursion here within the stack. */
    static final int DEEPEST = 100;
    /** The number of nodes with all aliases expanded: stops alias bombs. */
    static final int MOST_NODES = 2_000_000;

    private static final String CORE_TAG = "tag:yaml.org,2002:";

    private final SourceFile file;
    private final Iterator<Event> events;
    private final List<Diagnostic> diagnostics;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final AliasesAre aliases;
    private long nodes;
    /** The deepest level since a node that has an anchor. */
    private int deepest;

    /** A finished anchor: its node, how many nodes that is, and how many levels are below it. */
    private record Anchored(YamlNode node, long size, int height) {}

    /** What an alias becomes. */
    enum AliasesAre {
        /** Nodes that are where the alias is: for messages. */
        NODES_OF_THEIR_OWN,
        /** The very node of the anchor. */
        SHARED,
        /** The same, in a text of our own, whose many aliases are no bomb. */
        SHARED_WITHOUT_LIMIT
    }

    TreeBuilder(SourceFile file, Iterator<Event> events, AliasesAre aliases, List<Diagnostic> diagnostics) {
        this.file = file;
        this.events = events;
        this.aliases = aliases;
        this.diagnostics = diagnostics;
    }

    /** Ends the reading: what follows could not be understood. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Diagnostic diagnostic;

        Refused(Diagnostic diagnostic) {
            super(diagnostic.message(), null, false, false);
            this.diagnostic = diagnostic;
        }

        Diagnostic diagnostic() {
            return diagnostic;
        }
    }

    /** The root of the only document. */
    YamlNode document() {
        events.next(); // the stream's start
        Event start = events.next();
        if (start.getEventId() != Event.ID.DocumentStart) {
            throw refused(RuleId.YAML_SYNTAX, Place.start(file), "the file is empty");
        }
        YamlNode root = node(events.next(), 0);
        events.next(); // the document's end
        Event next = events.next();
        if (next.getEventId() != Event.ID.StreamEnd) {
            throw refused(RuleId.YAML_SYNTAX, place(next), "only one document is allowed in a file");
        }
        return root;
    }

    private YamlNode node(Event event, int depth) {
        descend(depth, event);
        if (event instanceof AliasEvent alias) {
            return alias(alias, depth);
        }
        long before = nodes;
        int deepestBefore = deepest;
        deepest = depth;
        count(1, event);
        YamlNode node = event instanceof ScalarEvent scalar
                ? scalar(scalar)
                : event instanceof SequenceStartEvent start
                        ? sequence(start, depth)
                        : mapping((MappingStartEvent) event, depth);
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        if (anchor.isPresent()) {
            anchors.put(anchor.get().getValue(), new Anchored(node, nodes - before, deepest - depth));
        }
        deepest = Math.max(deepest, deepestBefore);
        return node;
    }

    /** With all aliases expanded: else a chain of anchors could be as deep as it is long. */
    private void descend(int depth, Event event) {
        if (depth > DEEPEST) {
            throw refused(RuleId.LIMITS, place(event), "more than " + DEEPEST + " levels of nesting");
        }
        deepest = Math.max(deepest, depth);
    }

    private YamlNode alias(AliasEvent event, int depth) {
        String name = event.getAlias().getValue();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw refused(RuleId.YAML_SYNTAX, place(event), "the alias \"*" + name + "\" has no anchor before it");
        }
        count(anchored.size(), event);
        descend(depth + anchored.height(), event);
        return aliases == AliasesAre.NODES_OF_THEIR_OWN
                ? new Aliased(place(event)).copy(anchored.node())
                : anchored.node();
    }

    private void count(long more, Event event) {
        nodes += more;
        if (nodes > MOST_NODES && aliases != AliasesAre.SHARED_WITHOUT_LIMIT) {
            throw refused(
                    RuleId.LIMITS, place(event), "aliases make the document larger than " + MOST_NODES + " nodes");
        }
    }

    private YamlScalar scalar(ScalarEvent event) {
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        String text = event.getValue();
        if (event.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw refused(
                    RuleId.YAML_SYNTAX,
                    place(event),
                    "an escape here is half of a surrogate pair, which is not a character");
        }
        String tag = event.getTag().orElse("");
        ScalarType type =
                switch (tag) {
                    case "" -> plain ? CoreSchema.typeOf(text) : ScalarType.STRING;
                    case "!", CORE_TAG + "str" -> ScalarType.STRING;
                    default -> throw unknownTag(tag, event);
                };
        return new YamlScalar(place(event), text, type, plain);
    }

    private YamlSequence sequence(SequenceStartEvent start, int depth) {
        checkTag(start, "seq");
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new YamlSequence(place(start), start.isFlow(), items);
    }

    private YamlMapping mapping(MappingStartEvent start, int depth) {
        checkTag(start, "map");
        Map<String, YamlMapping.YamlEntry> entries = new LinkedHashMap<>();
        List<YamlMapping> merged = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlNode key = node(event, depth + 1);
            YamlNode value = node(events.next(), depth + 1);
            if (!(key instanceof YamlScalar name)) {
                diagnostics.add(
                        Diagnostic.of(RuleId.YAML_SYNTAX, key.place(), "a key must be text, not " + key.kind()));
            } else if (name.plain() && name.text().equals("<<")) {
                merge(value, merged);
            } else {
                add(entries, new YamlMapping.YamlEntry(name, value));
            }
        }
        for (YamlMapping other : merged) {
            other.entries().forEach(entries::putIfAbsent);
        }
        return new YamlMapping(place(start), start.isFlow(), entries);
    }

    private void add(Map<String, YamlMapping.YamlEntry> entries, YamlMapping.YamlEntry entry) {
        YamlMapping.YamlEntry first = entries.putIfAbsent(entry.key().text(), entry);
        if (first != null) {
            diagnostics.add(Diagnostic.of(
                            RuleId.DUPLICATE_KEY,
                            entry.key().place(),
                            "the key \"" + entry.key().text() + "\" is a duplicate")
                    .related(first.key().place(), "the first one is here"));
        }
    }

    /** A merge key has a mapping or a list of mappings; earlier ones win. */
    private void merge(YamlNode value, List<YamlMapping> merged) {
        if (value instanceof YamlMapping mapping) {
            merged.add(mapping);
        } else if (value instanceof YamlSequence list
                && list.items().stream().allMatch(item -> item instanceof YamlMapping)) {
            list.items().forEach(item -> merged.add((YamlMapping) item));
        } else {
            diagnostics.add(Diagnostic.of(
                    RuleId.YAML_SYNTAX,
                    value.place(),
                    "a merge key takes a mapping or a list of mappings, not " + value.kind()));
        }
    }

    private void checkTag(CollectionStartEvent start, String own) {
        String tag = start.getTag().orElse("");
        if (!tag.isEmpty() && !tag.equals("!") && !tag.equals(CORE_TAG + own)) {
            throw unknownTag(tag, start);
        }
    }

    private Refused unknownTag(String tag, Event event) {
        return refused(RuleId.YAML_SYNTAX, place(event), "the tag \"" + tag + "\" is not known here");
    }

    private Refused refused(RuleId rule, Place place, String message) {
        return new Refused(Diagnostic.of(rule, place, message));
    }

    private Place place(Event event) {
        @Nullable Mark start = event.getStartMark().orElse(null);
        @Nullable Mark end = event.getEndMark().orElse(null);
        if (start == null || end == null) {
            return Place.start(file);
        }
        int line = start.getLine() + 1;
        int column = start.getColumn() + 1;
        int length = end.getLine() == start.getLine()
                ? end.getColumn() - start.getColumn()
                : file.line(line).codePointCount(0, file.line(line).length()) - start.getColumn();
        return new Place(file, line, column, Math.max(1, event instanceof CollectionStartEvent ? 1 : length));
    }
}
