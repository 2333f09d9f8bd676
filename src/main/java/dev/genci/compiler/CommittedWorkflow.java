package dev.genci.compiler;

import dev.genci.diagnostic.Outcome;
import dev.genci.source.SourceFile;
import dev.genci.workflow.Workflow;
import dev.genci.workflow.WorkflowReader;
import dev.genci.yaml.YamlTree;
import org.jspecify.annotations.Nullable;

/** A workflow that is there. It is parsed when first needed, by whichever thread needs it first. */
final class CommittedWorkflow {
    private final SourceFile file;
    private final Deferred<Outcome<Workflow>> read;

    CommittedWorkflow(SourceFile file) {
        this.file = file;
        read = new Deferred<>(() -> WorkflowReader.read(file));
    }

    /** {@code null} when it is no YAML document within the limits. */
    @Nullable Workflow workflow() {
        return read.get().value();
    }

    /** The tree of a text, if it is this file's; {@code null} if it is another text, or no YAML document. */
    @Nullable YamlTree treeOf(String text) {
        Workflow workflow = file.text().equals(text) ? workflow() : null;
        return workflow == null ? null : workflow.tree();
    }
}
