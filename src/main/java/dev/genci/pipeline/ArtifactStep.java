package dev.genci.pipeline;

import dev.genci.data.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps that bring files from job to job. */
public final class ArtifactStep {
    private ArtifactStep() {}

    /**
     * Uploads an artifact.
     *
     * @param name of the artifact, different in each row
     * @param inputs the others of the action
     * @param condition when; absent: after a success
     */
    public record Upload(
            String name, Value.Fields inputs, @Nullable String condition) implements Step {
        /** A path beside another one that matches nothing, so that the workspace is what both have in common. */
        public static final String NOTHING = ".from-here";

        /** The input that says how much the files are compressed. */
        public static final String COMPRESSION = "compression-level";

        /** The same without an input. */
        public Upload without(String input) {
            return new Upload(name, inputs.without(input), condition);
        }

        /** Whether folders are kept from the workspace on, by {@link #NOTHING}. */
        public boolean keepsFolders() {
            return inputs.fields().get("path") instanceof Value.Text path
                    && path.text().endsWith("\n" + NOTHING + "\n");
        }

        @Override
        public List<@Nullable Object> parts() {
            return Arrays.asList(name, inputs, condition);
        }
    }

    /**
     * Downloads artifacts.
     *
     * @param from for people: whose
     * @param inputs of the action
     * @param mayLack whether it is no failure if the artifact is not there
     */
    public record Download(String from, Value.Fields inputs, boolean mayLack) implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return List.of(from, inputs, mayLack);
        }
    }

    /**
     * Puts downloaded files to where they were, from a folder in which they can be told from others; fails if there are none.
     */
    public record PutBack(boolean bash) implements Step {
        /** The folder, relative to the workspace. */
        public static final String FOLDER = ".downloaded";

        @Override
        public List<@Nullable Object> parts() {
            return List.of(bash);
        }
    }
}
