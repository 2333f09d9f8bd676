package dev.genci.lower.group;

import dev.genci.lower.template.PassedTemplate;
import dev.genci.manifest.PassedJob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that the manifest writes.
 *
 * @param number in the manifest
 */
public record ScheduledJob(int number, PassedJob entry, PassedTemplate template, Standing standing)
        implements Scheduled {
    @Override
    public String name() {
        return entry.name();
    }

    @Override
    public @Nullable String condition() {
        return template.condition();
    }

    @Override
    public List<String> paths() {
        return List.of();
    }

    @Override
    public boolean isExclusive() {
        return false;
    }

    @Override
    public boolean asksStatus() {
        return template.asksStatus();
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public List<ScheduledJob> parts(boolean chained) {
        return List.of(this);
    }
}
