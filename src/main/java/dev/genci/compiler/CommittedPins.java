package dev.genci.compiler;

import dev.genci.data.ActionVersion;
import dev.genci.data.Pin;
import dev.genci.manifest.AllWorkflows;
import dev.genci.manifest.TargetSettings;
import dev.genci.source.SourceFile;
import dev.genci.workflow.Uses;
import dev.genci.workflow.Workflow;
import dev.genci.workflow.WorkflowReader;
import dev.genci.workspace.CommittedFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pins of a committed workflow: {@code owner/name@<40 hexadecimal digits> # v1.2.3} in the {@code uses} of a step,
 * whoever wrote them there. Text that looks like one in a script or another comment is not a pin.
 */
final class CommittedPins {
    private static final int SHA = 40;

    private CommittedPins() {}

    /** The workflows of ours whose pins are kept in that of a target: its own, then the forge's others. */
    static List<SourceFile> files(TargetSettings target, AllWorkflows all, CommittedFiles committed)
            throws IOException {
        List<String> paths = new ArrayList<>();
        paths.add(target.file().value());
        all.targets().stream()
                .filter(other -> other.id().equals(target.id()))
                .map(other -> other.file().value())
                .filter(path -> !paths.contains(path))
                .forEach(paths::add);
        List<SourceFile> files = new ArrayList<>();
        for (String path : paths) {
            String text = committed.readForPins(path);
            if (text != null && !text.isEmpty()) {
                files.add(new SourceFile(path, text));
            }
        }
        return files;
    }

    /** The pins of several files by {@code owner/name}; those of the first win. */
    static Map<String, Pin> of(List<SourceFile> files) {
        Map<String, Pin> pins = new LinkedHashMap<>();
        files.forEach(file -> of(file).forEach(pins::putIfAbsent));
        return pins;
    }

    /** The pins by {@code owner/name}; the highest version where there are several. None of what is no workflow. */
    static Map<String, Pin> of(SourceFile file) {
        Map<String, Pin> pins = new LinkedHashMap<>();
        Workflow workflow = WorkflowReader.read(file).value();
        if (workflow != null) {
            workflow.steps().forEach(step -> {
                Uses uses = step.uses();
                Pin pin = uses == null ? null : pin(uses);
                if (uses != null && pin != null) {
                    pins.merge(
                            uses.repository(),
                            pin,
                            (a, b) -> ActionVersion.compare(a.version(), b.version()) >= 0 ? a : b);
                }
            });
        }
        return pins;
    }

    private static @Nullable Pin pin(Uses uses) {
        String version = firstWord(uses.comment());
        boolean pinned = isSha(uses.ref()) && ActionVersion.isWellFormed(version);
        return pinned && uses.repository().contains("/") ? new Pin(uses.ref(), version) : null;
    }

    /** Only a space ends it: a character that other readers treat as the end of the line is part of the word. */
    private static String firstWord(String comment) {
        int space = comment.indexOf(' ');
        return space < 0 ? comment : comment.substring(0, space);
    }

    private static boolean isSha(String text) {
        return text.length() == SHA && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }
}
