package dev.genci.audit;

import dev.genci.data.Pin;
import dev.genci.edit.Plain;
import dev.genci.forge.BuiltInPins;
import dev.genci.forge.Forges;
import dev.genci.workflow.Step;
import dev.genci.workflow.Uses;
import dev.genci.yaml.ScalarType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A step that caches environments of nox, pinned as gen-ci pins it.
 *
 * @param address of the action, without a version
 * @param named whether it gets a name, as its neighbours have
 * @param paths of the folders
 */
record CacheStep(String address, boolean named, List<String> paths, String key) {
    private static final String ACTION = "actions/cache";
    private static final String NAME = "Cache .nox";

    /** As the workflow addresses other actions of the same owner: in full, or by name. */
    static String address(List<Step> steps) {
        for (Step step : steps) {
            Uses uses = step.uses();
            int name = uses == null ? -1 : uses.address().indexOf("actions/");
            if (uses != null
                    && name > 0
                    && uses.address().startsWith("https://")
                    && uses.address().charAt(name - 1) == '/') {
                return uses.address().substring(0, name) + ACTION;
            }
        }
        return ACTION;
    }

    private static Pin pin() {
        return Objects.requireNonNull(BuiltInPins.pin(ACTION, Forges.ALL.get(0)), ACTION);
    }

    private String uses() {
        return address + "@" + pin().sha();
    }

    /** The version, as a comment behind the commit. */
    String comment() {
        return " # " + pin().version();
    }

    /** Its lines, indented from 0. */
    List<String> block() {
        List<String> text = new ArrayList<>();
        if (named) {
            text.add("name: " + NAME);
        }
        text.add("uses: " + uses() + comment());
        text.add("with:");
        if (paths.size() == 1) {
            text.add("  path: " + paths.get(0));
        } else {
            text.add("  path: |-");
            paths.forEach(path -> text.add("    " + path));
        }
        text.add("  key: " + key);
        return text;
    }

    /** The same in braces. */
    String flow() {
        String name = named ? "name: " + NAME + ", " : "";
        return "{" + name + "uses: " + quoted(uses()) + ", with: {path: " + quoted(String.join("\\n", paths))
                + ", key: " + quoted(key) + "}}";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** What it says. */
    Map<String, Object> plain() {
        Map<String, Object> with = new LinkedHashMap<>();
        with.put("path", text(String.join("\n", paths)));
        with.put("key", text(key));
        Map<String, Object> step = new LinkedHashMap<>();
        if (named) {
            step.put("name", text(NAME));
        }
        step.put("uses", text(uses()));
        step.put("with", with);
        return step;
    }

    private static String text(String text) {
        return Plain.scalar(ScalarType.STRING, text);
    }
}
