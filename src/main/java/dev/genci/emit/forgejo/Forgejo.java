package dev.genci.emit.forgejo;

import dev.genci.emit.Target;
import dev.genci.pipeline.Dialect;
import java.util.Set;

/**
 * Forgejo Actions, server 15 and 16. What it knows was read in its workflow schema and its server; limits are GitHub's,
 * so that both forges' workflows have the same jobs.
 */
public final class Forgejo implements Target {
    /** Where Forgejo keeps copies of GitHub's own actions, commit by commit. */
    private static final String MIRROR = "https://data.forgejo.org/";

    private static final String GITHUB = "https://github.com/";

    private static final Dialect DIALECT = new Dialect(
            false,
            false,
            false,
            false,
            Set.of("merge_group"),
            Set.of("schedule.timezone"),
            false,
            256,
            21_000,
            99,
            16 * 1024 * 1024,
            5);

    @Override
    public String id() {
        return "forgejo";
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    /** The full address: where a short one leads is a setting of each server. */
    @Override
    public String address(String action) {
        return (action.startsWith("actions/") ? MIRROR : GITHUB) + action;
    }
}
