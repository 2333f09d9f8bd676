package dev.genci.init;

import dev.genci.emit.YamlText;
import dev.genci.manifest.Reference;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A manifest that says of a noxfile what nox lists, and asks in comments what it does not list.
 *
 * @param text of the manifest
 * @param entries how many sessions it has
 * @param nameless how many of them the noxfile does not describe
 */
public record FirstManifest(String text, int entries, int nameless) {
    private static final int WIDTH = 120;
    private static final String HEAD = """
            # A first manifest, made by gen-ci init from what nox lists. Its comments ask what nox does not say.
            version: 1

            # Which forge? Without this line it is GitHub alone.
            # targets: { github: .github/workflows/ci.yml, forgejo: .forgejo/workflows/ci.yml }

            defaults:
              # Which sessions does CI not run, such as servers and releases? Write ci: false in each.
              ci: true
              # Which sessions use something that only one may use at a time? Write parallel-safe: false in each.
              parallel-safe: true

            # Which sessions must wait for others? Write needs: [NAME] in each. Without, all start at once.
            sessions:
            """;

    /** Makes it. */
    public static FirstManifest of(NoxListing listing) {
        StringBuilder out = new StringBuilder(HEAD);
        List<Draft> drafts = Draft.of(listing.byName());
        int nameless = 0;
        for (Draft draft : drafts) {
            nameless += entry(draft, out) ? 0 : 1;
        }
        return new FirstManifest(out.toString(), drafts.size(), nameless);
    }

    /** Adds an entry; false where the noxfile does not describe it. */
    private static boolean entry(Draft draft, StringBuilder out) {
        NoxSession session = draft.first();
        String description = session.description().strip().replaceAll("\\s+", " ");
        out.append("  ").append(YamlText.string(draft.key(), false)).append(":\n");
        if (description.isEmpty()) {
            field("purpose", YamlText.string("Run nox -s " + session.name(), false) + " # What is it for?", out);
        } else {
            field("purpose", YamlText.string(description, false), out);
        }
        if (!draft.key().equals(session.name())) {
            field("session", YamlText.string(session.name(), false), out);
        }
        if (!draft.isFound()) {
            field("ci", "false # CI has no interpreter of that name: how does setup-python call it?", out);
        }
        if (!draft.pythons().isEmpty()) {
            list("python", draft.pythons(), "    ", out);
        } else if (session.python() != null) {
            field("python", YamlText.string(session.python(), false), out);
        } else if (!session.hasVenv()) {
            field("venv-backend", "none", out);
        }
        parameters(draft.parameters(), out);
        Set<String> tags = new LinkedHashSet<>();
        draft.sessions().forEach(each -> tags.addAll(each.tags()));
        tags.removeIf(tag -> new Reference.Tag(tag).isReserved());
        if (!tags.isEmpty()) {
            list("tags", tags, "    ", out);
        }
        return !description.isEmpty();
    }

    private static void parameters(List<String> parameters, StringBuilder out) {
        Map<String, Set<String>> axes = Folding.axes(parameters);
        if (!axes.isEmpty()) {
            out.append("    parametrize:\n");
            axes.forEach((name, values) -> list(name, values, "      ", out));
        } else if (!parameters.isEmpty()) {
            list("parametrize", parameters, "    ", out);
        }
    }

    private static void field(String key, String value, StringBuilder out) {
        out.append("    ").append(key).append(": ").append(value).append('\n');
    }

    /** A list on one line, or where that gets too long on one line each. */
    private static void list(String key, Collection<String> values, String indent, StringBuilder out) {
        List<String> items = new ArrayList<>();
        values.forEach(value -> items.add(YamlText.string(value, true)));
        String line = indent + key + ": " + items.stream().collect(Collectors.joining(", ", "[", "]"));
        if (line.length() <= WIDTH) {
            out.append(line).append('\n');
            return;
        }
        out.append(indent).append(key).append(":\n");
        values.forEach(value -> out.append(indent)
                .append("  - ")
                .append(YamlText.string(value, false))
                .append('\n'));
    }
}
