package dev.genci.init;

import dev.genci.emit.YamlText;
import dev.genci.noxfile.NoxListing;
import java.util.List;

/**
 * A manifest that says of a noxfile what nox lists, and asks in comments what it does not list.
 *
 * @param text of the manifest
 * @param entries how many sessions it has
 * @param nameless how many of them the noxfile does not describe
 */
public record FirstManifest(String text, int entries, int nameless) {
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
        Sketch sketch = Sketch.of(draft);
        out.append("  ").append(YamlText.string(draft.key(), false)).append(":\n");
        sketch.lines(4, 2).forEach(line -> out.append(line).append('\n'));
        return !draft.isNameless();
    }
}
