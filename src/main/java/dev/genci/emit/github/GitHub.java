package dev.genci.emit.github;

import dev.genci.emit.Target;
import dev.genci.pipeline.Dialect;
import java.util.Set;

/** GitHub Actions. Limits from its documentation, "Actions limits" and "Workflow syntax". */
public final class GitHub implements Target {
    private static final Dialect DIALECT =
            new Dialect(true, true, true, true, Set.of(), Set.of(), true, 256, 21_000, 99, 1024 * 1024, 0);

    @Override
    public String id() {
        return "github";
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public String address(String action) {
        return action;
    }
}
