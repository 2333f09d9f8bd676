package dev.genci.plan;

import dev.genci.analysis.Analysis;
import dev.genci.data.VenvFolder;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.Work;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sessions of a manifest, in CI or not, as nox lists them: what a workflow that somebody wrote may run. */
public final class KnownSessions {
    private final Map<String, NoxSession> sessions = new LinkedHashMap<>();
    private final Map<String, Double> seconds = new HashMap<>();
    private final Map<String, Set<String>> folders = new HashMap<>();
    private final Durations durations;

    /** Those of a manifest. */
    public KnownSessions(Analysis analysis, Durations durations) {
        this.durations = durations;
        analysis.work().forEach(work -> work.call().sessions().forEach(call -> add(work, call)));
    }

    private void add(Work work, NoxCall call) {
        List<String> tags = work.listing().tags().stream().map(Located::value).toList();
        Integer duration = work.call().list() == null ? work.listing().duration() : null;
        for (Invocation each : Invocation.of(work, call)) {
            Invocation.Version version = each.version();
            String python = version == null ? null : version.text();
            sessions.putIfAbsent(
                    each.selector(), new NoxSession(each.selector(), each.session(), "", python, call.hasVenv(), tags));
            folders.computeIfAbsent(each.selector(), selector -> new LinkedHashSet<>())
                    .add(VenvFolder.of(each.venv()));
            if (duration != null) {
                seconds.putIfAbsent(each.selector(), Double.valueOf(duration));
                seconds.putIfAbsent(each.venv(), Double.valueOf(duration));
            }
        }
    }

    /** All of them. */
    public NoxListing listing() {
        return new NoxListing(List.copyOf(sessions.values()));
    }

    /** The folders of its environments: several where nox gets the interpreter apart from the name. */
    Set<String> folders(String session) {
        return folders.getOrDefault(session, Set.of());
    }

    /** How long a session takes; {@code null} where nobody says so. */
    @Nullable Double seconds(String session) {
        Double measured = durations.measured(session);
        return measured == null ? seconds.get(session) : measured;
    }
}
