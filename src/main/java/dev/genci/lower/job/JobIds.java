package dev.genci.lower.job;

import dev.genci.analysis.References;
import dev.genci.data.JobId;
import dev.genci.lower.group.Schedule;
import dev.genci.lower.group.Scheduled;
import dev.genci.lower.group.SessionRows;
import dev.genci.manifest.FinalJob;
import dev.genci.manifest.Helper;
import dev.genci.manifest.Located;
import dev.genci.manifest.Work;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names jobs. Ids that differ in case only count as the same. */
public final class JobIds {
    private static final int LONGEST_JOINED = 60;
    /** Both forges refuse ids of 100 characters. */
    private static final int LONGEST = 90;

    /** Tags by the set of sessions in CI that have them, in the order of the manifest. */
    private final Map<BitSet, List<String>> tags = new HashMap<>();

    private final Set<String> taken = new HashSet<>();
    private final Set<String> reserved = new HashSet<>();

    /** What jobs are called, where the manifest says so. */
    private final Set<String> titles = new HashSet<>();

    /** Of the jobs of a workflow with this final job, if it has one. */
    public JobIds(References references, @Nullable FinalJob finalJob) {
        BitSet running = references.running();
        references.tags().forEach((tag, tagged) -> {
            BitSet sessions = (BitSet) tagged.clone();
            sessions.and(running);
            tags.computeIfAbsent(sessions, key -> new ArrayList<>()).add(tag);
        });
        if (finalJob != null) {
            reserved.add(key(JobId.of(finalJob.name().value())));
            addTitle(finalJob.title());
        }
        references.entries().stream()
                .filter(entry -> entry.inCi() && !(entry instanceof Helper))
                .forEach(entry -> {
                    reserved.add(key(JobId.of(entry.name())));
                    addTitle(entry.title());
                    if (entry instanceof Work work) {
                        reserved.add(key(work.sharedJob()));
                        reserved.add(key(work.sharedJob() + JobId.ALLOWED_TO_FAIL));
                    }
                });
    }

    private void addTitle(@Nullable Located<String> title) {
        if (title != null) {
            titles.add(title.value());
        }
    }

    /** The id of a job that a person named. */
    public String named(String name) {
        return free(List.of(cut(JobId.of(name))));
    }

    /**
     * The id, and the name, of a job that runs nothing of the manifest: it gives way to those of the manifest.
     *
     * @param schedule whose rows have names, too
     */
    public String own(String name, Schedule schedule) {
        Set<String> names = new HashSet<>();
        for (Scheduled each : schedule.order()) {
            if (each instanceof SessionRows session) {
                session.rows().forEach(row -> names.add(row.title().text()));
            }
        }
        String id = name;
        int number = 2;
        while (reserved.contains(key(id)) || titles.contains(id) || names.contains(id) || !taken.add(key(id))) {
            id = name + "-" + number++;
        }
        return id;
    }

    /** The id of a job of several sessions. */
    String joined(List<SessionRows> rows) {
        List<String> candidates = new ArrayList<>();
        BitSet sessions = new BitSet();
        rows.forEach(own -> sessions.set(own.number()));
        tags.getOrDefault(sessions, List.of()).forEach(tag -> candidates.add(cut(JobId.of(tag))));
        Map<String, Integer> seen = new HashMap<>();
        // Parts of one session have its name.
        List<String> names = rows.stream()
                .filter(own -> !Integer.valueOf(own.number()).equals(seen.put(own.name(), own.number())))
                .map(own -> JobId.of(own.name()))
                .toList();
        String joined = String.join("-", names);
        if (joined.length() <= LONGEST_JOINED) {
            candidates.add(joined);
        }
        candidates.add(cut(names.get(0)) + "-and-" + (names.size() - 1) + "-more");
        candidates.removeIf(candidate -> reserved.contains(key(candidate)));
        return free(candidates.isEmpty() ? List.of(joined + "-2") : candidates);
    }

    /** The first candidate that is not taken, else the last one with a number. */
    private String free(List<String> candidates) {
        for (String candidate : candidates) {
            if (taken.add(key(candidate))) {
                return candidate;
            }
        }
        String last = candidates.get(candidates.size() - 1);
        int number = 2;
        while (!taken.add(key(last + "-" + number))) {
            number++;
        }
        return last + "-" + number;
    }

    private static String cut(String id) {
        return id.substring(0, Math.min(LONGEST, id.length()));
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
