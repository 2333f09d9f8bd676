package dev.genci.manifest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the words in {@code needs} and {@code members} stand for. Sessions are numbered in the manifest's order, so that
 * sets of them are bit sets and every listing keeps that order.
 */
public final class References {
    /** What makes a word the name of a tag. */
    public static final String TAG = "tag:";
    /** Every session in CI. */
    public static final String TAG_CI = "tag:ci";
    /** Every session. */
    public static final String TAG_ALL = "tag:all";

    private final List<Session> sessions;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, BitSet> tags = new LinkedHashMap<>();
    private final BitSet all = new BitSet();
    private final BitSet running = new BitSet();
    private final Map<Integer, BitSet> membersOf = new HashMap<>();

    /** Looks at the sessions of a manifest. */
    public References(Manifest manifest) {
        this.sessions = new ArrayList<>(manifest.sessions().values());
        for (int number = 0; number < sessions.size(); number++) {
            Session session = sessions.get(number);
            numbers.put(session.name(), number);
            if (session.isSession()) {
                all.set(number);
                running.set(number, session.runs());
                for (Located<String> tag : session.documentation().tags()) {
                    tags.computeIfAbsent(tag.value(), name -> new BitSet()).set(number);
                }
            }
        }
    }

    /** All sessions, metas and helpers too. */
    public List<Session> sessions() {
        return sessions;
    }

    /** The session of a number. */
    public Session session(int number) {
        return sessions.get(number);
    }

    /** The number of a session. */
    public @Nullable Integer number(String name) {
        return numbers.get(name);
    }

    /** The sessions that give rows. */
    public BitSet running() {
        return (BitSet) running.clone();
    }

    /** The tags that sessions have, in the order of their first mention, each with its sessions. */
    public Map<String, BitSet> tags() {
        return tags;
    }

    /** Whether a word names something: a session, a tag somebody has, or one of the reserved tags. */
    public boolean known(String word) {
        if (word.startsWith(TAG)) {
            return isReserved(word) || tags.containsKey(word.substring(TAG.length()));
        }
        return numbers.containsKey(word);
    }

    /** Whether a word is a tag that only members may name. */
    public static boolean isReserved(String word) {
        return word.equals(TAG_CI) || word.equals(TAG_ALL);
    }

    /** The sessions a word stands for, in CI or not, never metas or helpers; empty when it is unknown. */
    public BitSet find(String word) {
        if (word.equals(TAG_CI)) {
            return running();
        }
        if (word.equals(TAG_ALL)) {
            return (BitSet) all.clone();
        }
        if (word.startsWith(TAG)) {
            return (BitSet) tags.getOrDefault(word.substring(TAG.length()), new BitSet())
                    .clone();
        }
        Integer number = numbers.get(word);
        if (number == null) {
            return new BitSet();
        }
        if (session(number).kind() == Session.Kind.META) {
            return (BitSet) members(number).clone();
        }
        BitSet one = new BitSet();
        one.set(number, all.get(number));
        return one;
    }

    /** The sessions in CI that a word stands for. */
    public BitSet standsFor(String word) {
        BitSet found = find(word);
        found.and(running);
        return found;
    }

    /** The sessions in CI that a session waits for directly: what its words stand for, less itself. */
    public BitSet needs(int number) {
        BitSet needs = new BitSet();
        for (Located<String> word : session(number).needs()) {
            if (!isReserved(word.value())) {
                needs.or(standsFor(word.value()));
            }
        }
        needs.clear(number);
        return needs;
    }

    /** The members of a meta-session, recursively, in CI or not. Do not change the result. Targets ask side by side. */
    public synchronized BitSet members(int meta) {
        BitSet known = membersOf.get(meta);
        if (known != null) {
            return known;
        }
        BitSet members = new BitSet();
        // Put first: a meta-session inside itself adds nothing, and must end.
        membersOf.put(meta, members);
        for (int inner : innerMetas(meta)) {
            for (Located<String> word : session(inner).members()) {
                Integer number = numbers.get(word.value());
                if (number == null || session(number).kind() != Session.Kind.META) {
                    members.or(find(word.value()));
                }
            }
        }
        return members;
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
        for (Located<String> word : session(meta).members()) {
            Integer number = numbers.get(word.value());
            if (number != null && session(number).kind() == Session.Kind.META) {
                direct.add(number);
            }
        }
        return direct;
    }
}
