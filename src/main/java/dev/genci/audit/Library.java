package dev.genci.audit;

import dev.genci.source.SourceFile;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Step;
import dev.genci.workflow.Workflow;
import dev.genci.workflow.WorkflowReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The actions, workflows and scripts that a workflow uses, each read once: every row uses them again. */
final class Library {
    private final Reach reach;
    private final Map<String, Optional<Action>> actions = new HashMap<>();
    private final Map<String, Optional<Workflow>> workflows = new HashMap<>();
    private final Map<List<Object>, Optional<Recipes.Found>> recipes = new HashMap<>();

    Library(Reach reach) {
        this.reach = reach;
    }

    /** A composite action. */
    record Action(Settings inputs, List<Step> steps) {}

    /**
     * The action in a folder; {@code null} where none can be read.
     *
     * @param path of the folder; empty for the top
     */
    @Nullable Action action(String path) {
        return actions.computeIfAbsent(path, each -> Optional.ofNullable(readAction(each)))
                .orElse(null);
    }

    private @Nullable Action readAction(String path) {
        String folder = path.isEmpty() ? "" : path + "/";
        SourceFile yml = reach.read(folder + "action.yml");
        SourceFile file = yml == null ? reach.read(folder + "action.yaml") : yml;
        Workflow read = file == null ? null : WorkflowReader.read(file).value();
        return read == null
                ? null
                : new Action(
                        read.settings().in("inputs"),
                        WorkflowReader.steps(read.settings().in("runs").get("steps")));
    }

    /** A workflow; {@code null} where it cannot be read. */
    @Nullable Workflow workflow(String path) {
        return workflows
                .computeIfAbsent(path, each -> {
                    SourceFile file = reach.read(each);
                    return Optional.ofNullable(
                            file == null ? null : WorkflowReader.read(file).value());
                })
                .orElse(null);
    }

    /** What {@code make} or {@code just} runs in a folder, if that may be nox; {@code null} for other programs. */
    Recipes.@Nullable Found recipe(String program, List<Argument> arguments, String folder) {
        return recipes.computeIfAbsent(
                        List.of(program, arguments, folder),
                        each -> Optional.ofNullable(Recipes.of(program, arguments, folder, this)))
                .orElse(null);
    }

    /** A script; {@code null} where it cannot be read. */
    @Nullable SourceFile script(String path) {
        return reach.read(path);
    }
}
