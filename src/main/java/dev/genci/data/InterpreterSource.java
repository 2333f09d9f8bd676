package dev.genci.data;

import org.jspecify.annotations.Nullable;

/** How a job gets its interpreters. */
public enum InterpreterSource {
    /** The action actions/setup-python. */
    SETUP_PYTHON("setup-python"),
    /** The action astral-sh/setup-uv. */
    UV("uv"),
    /** The runner's image. */
    SYSTEM("system"),
    /** Nothing is set up: {@code python} is what the image calls so. */
    NONE("none");

    private final String word;

    InterpreterSource(String word) {
        this.word = word;
    }

    /** As the manifest writes it. */
    public String word() {
        return word;
    }

    /** The source of a word in the manifest; {@code null} when there is none. */
    public static @Nullable InterpreterSource of(String word) {
        for (InterpreterSource source : values()) {
            if (source.word.equals(word)) {
                return source;
            }
        }
        return null;
    }
}
