package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.workflow.Step;
import dev.genci.workflow.Uses;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the walks through the rows of one job find. */
final class Found {
    private static final List<String> FOLDERS = List.of(".nox");

    private final List<NoxRun> runs = new ArrayList<>();
    private final Map<Place, CacheUse> caches = new LinkedHashMap<>();
    private final Map<String, List<ShellCommand>> scripts = new HashMap<>();
    private final Set<Diagnostic> notes = new LinkedHashSet<>();
    private final Budget budget;

    Found(Budget budget) {
        this.budget = budget;
    }

    /** Counts a step or a command; whether there may be more. */
    boolean spend() {
        return budget.spend();
    }

    /** Whether something was left out. */
    boolean isCut() {
        return budget.isSpent();
    }

    /** The commands of a script. Every row has the same. */
    List<ShellCommand> commands(String script) {
        return scripts.computeIfAbsent(script, ShellReader::read);
    }

    /** Notes a run. */
    void run(NoxRun run) {
        runs.add(run);
    }

    /** Notes a cache of environments, if a step has one. */
    void cache(Step step, int index, Content scope) {
        CacheUse use = CacheUse.of(step, index, scope, FOLDERS);
        if (use != null) {
            caches.putIfAbsent(use.place(), use);
        }
    }

    /** Notes a script that is not there. */
    void missingScript(String path, YamlScalar from) {
        // Of other commands with a slash, such as venv/bin/activate, nobody expects that they run nox.
        boolean script = path.endsWith(".sh") || path.endsWith(".bash");
        String name = path.substring(path.lastIndexOf('/') + 1);
        if ((script || name.contains("nox")) && path.indexOf('$') < 0 && !path.startsWith("/")) {
            notes.add(Diagnostic.of(
                    RuleId.OUT_OF_REACH,
                    from.place(),
                    "the script " + path + " cannot be read, so what it runs is not known"));
        }
    }

    /** Notes an action of the repository that is not there. */
    void missingAction(Uses uses) {
        notes.add(Diagnostic.of(
                RuleId.OUT_OF_REACH,
                uses.place(),
                "the action " + uses.address() + " cannot be read, so what it runs is not known"));
    }

    /** Notes an action of another repository that may run nox, by its name. */
    void otherAction(Uses uses) {
        if (NoxAction.isNamed(uses)) {
            missingAction(uses);
        }
    }

    /** Adds a note. */
    void note(Diagnostic note) {
        notes.add(note);
    }

    List<NoxRun> runs() {
        return runs;
    }

    List<CacheUse> caches() {
        return List.copyOf(caches.values());
    }

    Set<Diagnostic> notes() {
        return notes;
    }
}
