package dev.genci.manifest;

import com.networknt.schema.Error;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import dev.genci.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a tree against the schema, and reports each mistake at the word that causes it.
 *
 * <p>Owns the rules {@code unknown-key}, {@code missing-key}, {@code wrong-type}, {@code version-not-quoted} and {@code
 * invalid-value}.
 */
public final class SchemaChecker {
    private final YamlTree tree;
    private final SchemaMessages messages;
    private final Set<YamlNode> rejected = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private SchemaChecker(YamlTree tree, SessionsSchema schema) {
        this.tree = tree;
        this.messages = new SchemaMessages(schema);
    }

    /** Always a value: what is wrong is marked in it. */
    public static Outcome<CheckedTree> check(YamlTree tree, SessionsSchema schema) {
        SchemaChecker checker = new SchemaChecker(tree, schema);
        schema.errors(JsonTree.of(tree.root())).forEach(checker::report);
        checker.checkNames();
        return Outcome.of(new CheckedTree(tree, checker.rejected), checker.diagnostics);
    }

    /** Names are texts, as values are; for the schema every key is one. */
    private void checkNames() {
        if (tree.root() instanceof YamlMapping root && root.get("sessions") instanceof YamlMapping sessions) {
            sessions.entries().values().stream()
                    .map(YamlEntry::key)
                    .filter(name -> name.type() != ScalarType.STRING && !rejected.contains(name))
                    .forEach(name -> diagnostics.add(TypeMessages.notText(RuleId.WRONG_TYPE, name, name.place())));
        }
    }

    /**
     * A node.
     *
     * @param entry its key, or that of the list that it is in
     * @param inList whether it is an item of a list
     */
    record Spot(YamlNode node, @Nullable YamlEntry entry, boolean inList) {}

    private void report(Error error) {
        Spot spot = find(error.getInstanceLocation().toString());
        switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(error, spot);
            case "required" -> diagnostics.add(messages.missing(error, place(spot)));
            default -> {
                // A name that is wrong is reported at the place of its value.
                boolean name = error.getEvaluationPath().toString().contains("/propertyNames");
                YamlEntry entry = name ? entry(error, spot) : null;
                if (entry != null) {
                    rejected.add(entry.key());
                    diagnostics.add(messages.name(error, entry.key()));
                } else {
                    rejected.add(spot.node());
                    diagnostics.add(
                            error.getKeyword().equals("type") && spot.inList() && spot.node() instanceof YamlSequence
                                    ? TypeMessages.listInList(spot.node())
                                    : messages.value(
                                            error,
                                            spot.node(),
                                            isNothing(spot)
                                                    ? place(spot)
                                                    : spot.node().place()));
                }
            }
        }
    }

    private void unknownKey(Error error, Spot spot) {
        YamlEntry entry =
                spot.node() instanceof YamlMapping mapping ? mapping.entries().get(error.getProperty()) : null;
        if (entry != null) {
            rejected.add(entry.value());
            diagnostics.add(messages.unknownKey(error, (YamlMapping) spot.node(), entry));
        }
    }

    private static @Nullable YamlEntry entry(Error error, Spot spot) {
        if (!(spot.node() instanceof YamlMapping mapping)) {
            return spot.entry();
        }
        String property = error.getProperty();
        if (property != null && mapping.entries().containsKey(property)) {
            return mapping.entries().get(property);
        }
        String name =
                error.getInstanceNode() == null ? "" : error.getInstanceNode().asText("");
        return mapping.entries().get(name);
    }

    /** Whether there is nothing to point at. */
    private static boolean isNothing(Spot spot) {
        return spot.node() instanceof YamlScalar scalar && scalar.text().isEmpty() && scalar.plain();
    }

    /** The place of a mapping in messages: its key. */
    private Place place(Spot spot) {
        return spot.entry() == null
                ? Place.start(tree.file())
                : spot.entry().key().place();
    }

    /** The node at a JSON pointer; the root's is empty. */
    private Spot find(String pointer) {
        Spot spot = new Spot(tree.root(), null, false);
        if (!pointer.isEmpty()) {
            for (String part : pointer.substring(1).split("/", -1)) {
                spot = step(spot, part.replace("~1", "/").replace("~0", "~"));
            }
        }
        return spot;
    }

    private static Spot step(Spot from, String part) {
        if (from.node() instanceof YamlMapping mapping) {
            YamlEntry entry = mapping.entries().get(part);
            return entry == null ? from : new Spot(entry.value(), entry, false);
        }
        if (from.node() instanceof YamlSequence list && part.matches("[0-9]+")) {
            return new Spot(list.items().get(Integer.parseInt(part)), from.entry(), true);
        }
        return from;
    }
}
