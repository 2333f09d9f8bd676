package dev.genci.audit;

import dev.genci.source.Place;
import dev.genci.workflow.Step;
import dev.genci.workflow.Uses;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A step that restores or saves a cache of nox's environments.
 *
 * @param place of the action
 * @param step of the job, counted from 0
 * @param key as it is written; absent where there is none
 * @param prefixes with {@code restore-keys}, as they are written
 * @param restores false for one that only saves
 */
record CacheUse(Place place, int step, @Nullable YamlScalar key, String prefixes, boolean restores) {

    /**
     * That of a step; {@code null} where it caches something else or nothing.
     *
     * @param folders of environments, such as {@code .nox}
     */
    static @Nullable CacheUse of(Step step, int index, Content scope, List<String> folders) {
        Uses uses = step.uses();
        if (uses == null || !isCache(uses.address())) {
            return null;
        }
        String written = step.settings().in("with").text("path");
        String known = Template.text(written, scope);
        for (String path : paths(known == null ? written : known)) {
            if (folders.stream().anyMatch(folder -> holds(path, folder))) {
                return new CacheUse(
                        uses.place(),
                        index,
                        step.settings().in("with").scalar("key"),
                        step.settings().in("with").text("restore-keys"),
                        !uses.address().endsWith("/save"));
            }
        }
        return null;
    }

    /** {@code actions/cache}, what is compatible with it, and their parts that only restore or save. */
    private static boolean isCache(String address) {
        String name = address.toLowerCase(Locale.ROOT);
        return !name.startsWith("./") && name.contains("cache");
    }

    private static List<String> paths(String text) {
        List<String> paths = new ArrayList<>();
        for (String line : text.split("[\n,]", -1)) {
            String path = line.strip().replace('\\', '/').replace("\"", "").replace("'", "");
            path = path.replaceFirst("^(\\$\\{\\{ *github\\.workspace *}}|\\$GITHUB_WORKSPACE|\\.|\\*\\*)/", "");
            paths.add(path.replaceFirst("/+(\\*\\*?)?$", ""));
        }
        return paths;
    }

    /** Whether a path is a folder of environments or one of them. nox and noxfiles keep other things there, too, under names with a dot. */
    private static boolean holds(String path, String folder) {
        return path.equals(folder)
                || path.endsWith("/" + folder)
                || path.startsWith(folder + "/") && !path.startsWith(folder + "/.");
    }
}
