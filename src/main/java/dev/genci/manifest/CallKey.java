package dev.genci.manifest;

import dev.genci.data.ExpressionPlace;
import dev.genci.yaml.YamlMapping;

/** The keys of a call of nox that no step has. One row each: its name, and what its texts are. */
enum CallKey {
    /** The sessions. */
    NOX("nox", TextUse.PLAIN),
    /** The tags, in place of sessions. */
    TAG("tag", TextUse.PLAIN),
    /** What follows {@code --}; it travels in variables of the step. */
    POSARGS("posargs", TextUse.data(ExpressionPlace.STEP_ENV)),
    /** How nox gets the interpreter. */
    PYTHON_BY("python-by", TextUse.FREE),
    /** How many of the sessions run at the same time. */
    PARALLEL("parallel", TextUse.FREE),
    /** Whether nothing but the environment is made. */
    INSTALL_ONLY("install-only", TextUse.FREE),
    /** Whether nothing is installed. */
    NO_INSTALL("no-install", TextUse.FREE);

    private final String key;
    private final TextUse texts;

    CallKey(String key, TextUse texts) {
        this.key = key;
        this.texts = texts;
    }

    /** As the manifest writes it. */
    String key() {
        return key;
    }

    /** Whether an item calls nox; any other is a step. */
    static boolean isCall(YamlMapping item) {
        return item.get(NOX.key) != null || item.get(TAG.key) != null;
    }

    /** What the texts of a key of an item are; those of a step, too. */
    static TextUse texts(String name) {
        for (CallKey key : values()) {
            if (key.key.equals(name)) {
                return key.texts;
            }
        }
        StepKey ofStep = StepKey.of(name);
        return ofStep == null ? TextUse.FREE : ofStep.texts();
    }
}
