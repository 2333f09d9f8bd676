package dev.genci.compiler;

import dev.genci.manifest.AllWorkflows;
import dev.genci.manifest.TargetSettings;
import dev.genci.source.SourceFile;
import dev.genci.workspace.CommittedFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The workflows of ours that are there. Each file is read once, though several targets need it. */
final class CommittedWorkflows {
    private final CommittedFiles files;
    private final Map<String, @Nullable CommittedWorkflow> byPath = new HashMap<>();

    CommittedWorkflows(CommittedFiles files) {
        this.files = files;
    }

    /**
     * Those whose pins are kept in the workflow of a target: its own, then the forge's others.
     *
     * @throws IOException when one is there and cannot be read
     */
    List<CommittedWorkflow> of(TargetSettings target, AllWorkflows all) throws IOException {
        Set<String> paths = new LinkedHashSet<>();
        paths.add(target.file().value());
        for (TargetSettings other : all.targets()) {
            if (other.id().equals(target.id())) {
                paths.add(other.file().value());
            }
        }
        List<CommittedWorkflow> found = new ArrayList<>();
        for (String path : paths) {
            if (!byPath.containsKey(path)) {
                byPath.put(path, committed(path));
            }
            CommittedWorkflow workflow = byPath.get(path);
            if (workflow != null) {
                found.add(workflow);
            }
        }
        return found;
    }

    private @Nullable CommittedWorkflow committed(String path) throws IOException {
        String text = files.readForPins(path);
        return text == null || text.isEmpty() ? null : new CommittedWorkflow(new SourceFile(path, text));
    }
}
