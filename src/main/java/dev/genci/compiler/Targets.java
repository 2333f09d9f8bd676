package dev.genci.compiler;

import dev.genci.emit.Target;
import dev.genci.emit.forgejo.Forgejo;
import dev.genci.emit.github.GitHub;
import java.util.List;

/** The forges. */
public final class Targets {
    /** All of them. */
    public static final List<Target> ALL = List.of(new GitHub(), new Forgejo());

    private Targets() {}

    /**
     * The target of a name.
     *
     * @throws IllegalArgumentException when there is none; the schema lets no other name pass
     */
    public static Target of(String id) {
        return ALL.stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target " + id));
    }
}
