package dev.genci.cli;

import dev.genci.source.SourceFile;
import dev.genci.workspace.RegularFile;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import dev.genci.yaml.YamlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person can run whose gen-ci is that of a hook of pre-commit: it need not be on the {@code PATH}, so the command is
 * the hook that writes, if the project has it.
 */
final class PreCommit {
    private static final String CONFIGURATION = ".pre-commit-config.yaml";
    private static final String WRITING = "gen-ci";
    private static final String MANUAL = "manual";

    private PreCommit() {}

    /** Whether this process is a hook. pre-commit documents the variable. */
    static boolean runs(Console console) {
        return !console.env().getOrDefault("PRE_COMMIT", "").isEmpty();
    }

    /**
     * The command that runs the writing hook; {@code null} if the project has none.
     *
     * @param folder in the project; the configuration is there or above
     */
    static @Nullable String writing(Path folder) {
        YamlNode hook = hook(configuration(folder));
        if (hook == null) {
            return null;
        }
        List<String> stages = texts(field(hook, "stages"));
        String stage = stages.isEmpty() || stages.contains(MANUAL) ? MANUAL : stages.get(0);
        return command(stage);
    }

    /** The same for a project that adds the hook as the manual says. */
    static String suggested() {
        return command(MANUAL);
    }

    private static String command(String stage) {
        return "pre-commit run " + WRITING + " --hook-stage" + Arguments.word(stage) + " --all-files";
    }

    private static @Nullable YamlNode configuration(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            Path file = at.resolve(CONFIGURATION);
            if (Files.exists(file)) {
                return read(file);
            }
        }
        return null;
    }

    /** Not the place to complain about it: pre-commit does. */
    private static @Nullable YamlNode read(Path file) {
        try {
            SourceFile source = new SourceFile(CONFIGURATION, RegularFile.readText(CONFIGURATION, file));
            YamlTree tree = YamlReader.readShared(source).value();
            return tree == null ? null : tree.root();
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable YamlNode hook(@Nullable YamlNode configuration) {
        for (YamlNode repository : items(field(configuration, "repos"))) {
            for (YamlNode hook : items(field(repository, "hooks"))) {
                if (field(hook, "id") instanceof YamlScalar id && id.text().equals(WRITING)) {
                    return hook;
                }
            }
        }
        return null;
    }

    private static List<String> texts(@Nullable YamlNode list) {
        return items(list).stream()
                .filter(YamlScalar.class::isInstance)
                .map(item -> ((YamlScalar) item).text())
                .toList();
    }

    private static List<YamlNode> items(@Nullable YamlNode node) {
        return node instanceof YamlSequence list ? list.items() : List.of();
    }

    private static @Nullable YamlNode field(@Nullable YamlNode node, String key) {
        return node instanceof YamlMapping mapping ? mapping.get(key) : null;
    }
}
