package dev.genci.analysis;

import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.Meta;
import dev.genci.manifest.PassedJob;
import dev.genci.manifest.Reference;
import dev.genci.manifest.Work;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the items of {@code needs} and {@code members} mean. Entries are numbered in the manifest's order, so that
 * sets of them are bit sets and every listing keeps that order.
 */
public final class References {
    private final List<Entry> entries;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, BitSet> tags = new LinkedHashMap<>();
    private final BitSet all = new BitSet();
    private final BitSet ci = new BitSet();
    private final BitSet running = new BitSet();
    private final BitSet outsideFinal = new BitSet();
    private final BitSet afterFinal = new BitSet();
    private final BitSet behindFinal = new BitSet();
    private final @Nullable String finalJob;
    private final Map<String, String> finalJobs;
    private final BitSet scheduled = new BitSet();
    private final Map<Integer, BitSet> members = new HashMap<>();

    /** Collects the sessions and the jobs of a manifest. */
    public References(Manifest manifest) {
        this.finalJob = manifest.workflow().finalJobName();
        this.finalJobs = manifest.all().finalJobs();
        this.entries = new ArrayList<>(manifest.entries().values());
        this.entries.addAll(manifest.jobs().values());
        for (int number = 0; number < entries.size(); number++) {
            Entry entry = entries.get(number);
            // A job of a session's name is reported; the name means the session.
            numbers.putIfAbsent(entry.name(), number);
            scheduled.set(number, entry.inCi() && (entry instanceof PassedJob || entry instanceof Work));
            if (entry instanceof Work work) {
                outsideFinal.set(number, finalJob != null && work.job().outsideFinal() != null);
                all.set(number);
                ci.set(number, entry.inSomeWorkflow() && !outsideFinal.get(number));
                running.set(number, entry.inCi());
                for (Located<String> tag : entry.listing().tags()) {
                    tags.computeIfAbsent(tag.value(), name -> new BitSet()).set(number);
                }
            }
        }
        for (int number = 0; number < entries.size(); number++) {
            if (entries.get(number) instanceof Meta) {
                members.put(number, closure(number));
            }
        }
        markBehindFinal();
    }

    /** A job says nowhere that the final job does not look at it: whatever waits for that one, it cannot look at. */
    private void markBehindFinal() {
        for (int number = scheduled.nextSetBit(0); number >= 0; number = scheduled.nextSetBit(number + 1)) {
            Entry entry = entries.get(number);
            boolean mayWait = entry instanceof PassedJob || outsideFinal.get(number);
            afterFinal.set(number, mayWait && entry.needs().stream().anyMatch(word -> isFinalJob(word.value())));
        }
        behindFinal.or(afterFinal);
        BitSet more = behindFinal;
        while (!more.isEmpty()) {
            more = new BitSet();
            for (int number = scheduled.nextSetBit(0); number >= 0; number = scheduled.nextSetBit(number + 1)) {
                boolean mayWait = entries.get(number) instanceof PassedJob || outsideFinal.get(number);
                more.set(
                        number,
                        mayWait && !behindFinal.get(number) && needs(number).intersects(behindFinal));
            }
            behindFinal.or(more);
        }
        behindFinal.stream()
                .filter(number -> entries.get(number) instanceof PassedJob)
                .forEach(outsideFinal::set);
    }

    /** All entries. */
    public List<Entry> entries() {
        return entries;
    }

    /** The entry of a number. */
    public Entry entry(int number) {
        return entries.get(number);
    }

    /** The session or command of a number. */
    public Work work(int number) {
        return (Work) entries.get(number);
    }

    /** The names of all entries, in the manifest's order: the same set whenever it is asked for. */
    public Set<String> names() {
        return numbers.keySet();
    }

    /** The number of an entry. */
    public @Nullable Integer number(String name) {
        return numbers.get(name);
    }

    /** The sessions that give rows. */
    public BitSet running() {
        return (BitSet) running.clone();
    }

    /** The sessions that give rows, and the jobs: whatever waits, and is waited for. */
    public BitSet scheduled() {
        return (BitSet) scheduled.clone();
    }

    /**
     * Whether a word in the needs of an entry means the final job, which has to end first, and not the members of the meta-session
     * of that name.
     */
    public boolean isGate(int number, Reference word) {
        return afterFinal.get(number) && isFinalJob(word);
    }

    /** Whether a reference names the final job of this workflow. It may name a meta-session, too, which is that job. */
    public boolean isFinalJob(Reference reference) {
        return finalJob != null && reference.isName(finalJob);
    }

    /** Whether a reference names the final job of one of the workflows. */
    public boolean isSomeFinalJob(Reference reference) {
        return reference instanceof Reference.Name name && finalJobs.containsValue(name.name());
    }

    /** What needs the final job by its name, and may. Do not change the result. */
    public BitSet afterFinal() {
        return afterFinal;
    }

    /** That, and what waits for it. Do not change the result. */
    public BitSet behindFinal() {
        return behindFinal;
    }

    /** The sessions and jobs at which the final job does not look. Do not change the result. */
    public BitSet outsideFinal() {
        return outsideFinal;
    }

    /** The tags that sessions have, in the order of their first mention, each with its sessions. */
    public Map<String, BitSet> tags() {
        return tags;
    }

    /** Whether a reference names something: an entry, a tag somebody has, or one of the reserved tags. */
    public boolean known(Reference reference) {
        return reference instanceof Reference.Tag tag
                ? tag.isReserved() || tags.containsKey(tag.tag())
                : numbers.containsKey(reference.word());
    }

    /**
     * The sessions or the job that a reference means, in this workflow, in another, or outside CI; never metas or helpers.
     * Empty if it is unknown.
     */
    public BitSet find(Reference reference) {
        if (reference instanceof Reference.Tag tag) {
            return (BitSet) tagged(tag).clone();
        }
        Integer number = numbers.get(reference.word());
        if (number == null) {
            return new BitSet();
        }
        if (entries.get(number) instanceof Meta) {
            return (BitSet) members(number).clone();
        }
        BitSet one = new BitSet();
        one.set(number, all.get(number) || entries.get(number) instanceof PassedJob);
        return one;
    }

    private BitSet tagged(Reference.Tag tag) {
        return tag.isAll() ? allOfFinal() : tag.isCi() ? ci : tags.getOrDefault(tag.tag(), new BitSet());
    }

    private BitSet allOfFinal() {
        BitSet found = (BitSet) all.clone();
        found.andNot(outsideFinal);
        return found;
    }

    /** Those of them that are in this workflow. */
    public BitSet standsFor(Reference reference) {
        BitSet found = find(reference);
        found.and(scheduled);
        return found;
    }

    /** What a session or a job waits for directly: what its references mean, except itself. */
    public BitSet needs(int number) {
        return others(number, entry(number).waitsFor());
    }

    /** What it waits for because of one of its words. */
    public BitSet needs(int number, Located<Reference> word) {
        return others(number, List.of(word));
    }

    /** Those of them that may have failed. */
    public BitSet joins(int number) {
        return others(number, entry(number).joins());
    }

    /** Those of which it downloads something, and which must have succeeded for that. */
    public BitSet takes(int number) {
        return others(number, entry(number).downloads());
    }

    private BitSet others(int number, List<Located<Reference>> words) {
        BitSet others = new BitSet();
        for (Located<Reference> word : words) {
            boolean reserved = word.value() instanceof Reference.Tag tag && tag.isReserved();
            if (!reserved && !isGate(number, word.value())) {
                others.or(standsFor(word.value()));
            }
        }
        others.clear(number);
        return others;
    }

    /** The members of a meta-session, recursively, wherever they run. Do not change the result. */
    public BitSet members(int meta) {
        return members.getOrDefault(meta, new BitSet());
    }

    private BitSet closure(int meta) {
        BitSet closure = new BitSet();
        for (int inner : innerMetas(meta)) {
            for (Located<Reference> member : entry(inner).members()) {
                if (meta(member.value()) == null) {
                    closure.or(find(member.value()));
                }
            }
        }
        return closure;
    }

    /** A meta-session and those inside it, at any depth. */
    private List<Integer> innerMetas(int meta) {
        List<Integer> found = new ArrayList<>(List.of(meta));
        BitSet seen = new BitSet();
        seen.set(meta);
        for (int i = 0; i < found.size(); i++) {
            for (int inner : directMetas(found.get(i))) {
                if (!seen.get(inner)) {
                    seen.set(inner);
                    found.add(inner);
                }
            }
        }
        return found;
    }

    /** The meta-sessions that a meta-session names itself. */
    public List<Integer> directMetas(int meta) {
        List<Integer> direct = new ArrayList<>();
        for (Located<Reference> member : entry(meta).members()) {
            Integer number = meta(member.value());
            if (number != null) {
                direct.add(number);
            }
        }
        return direct;
    }

    /** The number of the meta-session that a reference names, if it names one. */
    private @Nullable Integer meta(Reference reference) {
        Integer number = reference instanceof Reference.Name name ? numbers.get(name.name()) : null;
        return number != null && entries.get(number) instanceof Meta ? number : null;
    }
}
