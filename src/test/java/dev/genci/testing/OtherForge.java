package dev.genci.testing;

import dev.genci.data.InterpreterSource;
import dev.genci.forge.BuiltInPin;
import dev.genci.forge.Feature;
import dev.genci.forge.Forge;
import dev.genci.forge.Limits;
import dev.genci.forge.Support;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A forge that nobody has: another one by its own name, in its own folder, and with some features taken otherwise.
 *
 * @param id also the name of its folder
 */
public record OtherForge(String id, Forge like, Map<Feature, Support> changed) implements Forge {
    @Override
    public String title() {
        return "The forge " + id;
    }

    @Override
    public List<String> folders() {
        return List.of("." + id + "/workflows");
    }

    @Override
    public String runner() {
        return like.runner();
    }

    @Override
    public Set<String> images() {
        return like.images();
    }

    @Override
    public Set<String> movedLabels() {
        return like.movedLabels();
    }

    @Override
    public InterpreterSource interpreters() {
        return like.interpreters();
    }

    @Override
    public boolean runsOnMachine() {
        return like.runsOnMachine();
    }

    @Override
    public boolean bringsNode() {
        return like.bringsNode();
    }

    @Override
    public String address(String action) {
        return like.address(action);
    }

    @Override
    public Map<String, BuiltInPin> pins() {
        return like.pins();
    }

    @Override
    public List<String> runIdentity() {
        return like.runIdentity();
    }

    @Override
    public boolean cancelsOlderPushes() {
        return like.cancelsOlderPushes();
    }

    @Override
    public Limits limits() {
        return like.limits();
    }

    @Override
    public Support support(Feature feature) {
        return changed.getOrDefault(feature, like.support(feature));
    }
}
