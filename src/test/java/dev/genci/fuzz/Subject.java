package dev.genci.fuzz;

import dev.genci.cli.GenCi;
import java.nio.file.Path;
import java.util.List;

/** What is tried: gen-ci, or something that has a bug on purpose. */
interface Subject {
    /** Runs arguments in a folder. */
    GenCi.Result run(Path folder, List<String> args) throws Exception;

    /** gen-ci, within this process. */
    static GenCi.Result genCi(Path folder, List<String> args) {
        return GenCi.run(folder, new byte[0], args);
    }
}
