package dev.genci.fix;

import dev.genci.agreement.Difference;
import dev.genci.analysis.Analysis;
import dev.genci.data.Value;
import dev.genci.diagnostic.RuleId;
import dev.genci.diagnostic.Suggestion;
import dev.genci.edit.Proposal;
import dev.genci.init.Draft;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.Location;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.SchemaGuide;
import dev.genci.manifest.Work;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what can be done about a difference.
 *
 * @param noxfile that the differences are to
 * @param all of them
 */
record Fixer(
        ManifestText text,
        SchemaGuide guide,
        Analysis analysis,
        String noxfile,
        NoxListing listing,
        List<Difference> all) {

    /**
     * Something to be tried.
     *
     * @param gone the keys of what it is to end
     * @param entries that it is about, as they are called afterwards
     * @param isLast whether nothing else is tried for each of these
     */
    record Attempt(Proposal.Answer answer, Set<String> gone, List<String> entries, boolean isLast) {}

    /**
     * What can be tried, the best first.
     *
     * @param refused keys that failed before
     */
    List<Attempt> of(Difference difference, Set<String> refused) {
        Work work = difference.work();
        if (difference.finding().rule() == RuleId.UNLISTED_SESSION) {
            return added(difference.names(), refused);
        }
        if (work == null) {
            return List.of();
        }
        if (difference.finding().rule() == RuleId.UNKNOWN_SESSION) {
            return List.of(renamed(named(difference)));
        }
        Entry entry = analysis.manifest().entries().get(work.name());
        Proposal.Answer answer = entry instanceof Work whole
                ? new RowsFix(text, whole, listing).of(difference)
                : Proposal.Answer.no("it is in another workflow");
        return List.of(new Attempt(answer, Set.copyOf(Reading.keys(difference)), List.of(work.name()), true));
    }

    /** The sessions that entries name and the noxfile does not know; a tag that nobody has is none. */
    private Stream<Difference> unknown() {
        return all.stream().filter(each -> each.finding().rule() == RuleId.UNKNOWN_SESSION && each.work() != null);
    }

    /** Gives a session its new name wherever it is named. */
    private Attempt renamed(String old) {
        List<Difference> same =
                unknown().filter(each -> named(each).equals(old)).toList();
        // What is meant by one name is no longer offered to the next.
        List<String> meant = unknown()
                .flatMap(each -> each.names().stream())
                .distinct()
                .filter(name -> !Suggestion.near(old, List.of(name)).isEmpty())
                .toList();
        Set<String> gone = new HashSet<>();
        List<String> entries = new ArrayList<>();
        List<Place> words = new ArrayList<>();
        boolean isKey = false;
        for (Difference each : same) {
            Work work = each.work();
            gone.addAll(Reading.keys(each));
            boolean here = work != null
                    && work.call() instanceof NoxCall
                    && work.place().equals(each.finding().place());
            isKey = isKey || here;
            if (work != null) {
                entries.add(here && meant.size() == 1 ? meant.get(0) : work.name());
            }
            if (!here) {
                words.add(each.finding().place());
            }
        }
        return new Attempt(renamed(old, meant, isKey, words), gone, entries, true);
    }

    private Proposal.Answer renamed(String old, List<String> meant, boolean isKey, List<Place> words) {
        if (meant.isEmpty()) {
            return Proposal.Answer.no("no session that the manifest lacks has a name like \"" + old
                    + "\": remove it here, or name the one that is meant");
        }
        if (meant.size() > 1) {
            return Proposal.Answer.no("\"" + old + "\" may be one of " + String.join(", ", meant));
        }
        return isWanted(old, meant.get(0))
                ? Proposal.Answer.no("another entry may be \"" + meant.get(0) + "\", too")
                : new Rename(text, guide).to(old, meant.get(0), isKey, words);
    }

    /** The session that is not known. */
    private static String named(Difference difference) {
        Work work = difference.work();
        return (work == null ? List.<NoxCall>of() : work.call().sessions())
                .stream()
                        .map(NoxCall::session)
                        .filter(session ->
                                session.place().equals(difference.finding().place()))
                        .map(Located::value)
                        .findFirst()
                        .orElse("");
    }

    /** The unknown name that may mean a session; empty where there is none. */
    private String oldName(String session) {
        return unknown()
                .map(Fixer::named)
                .filter(name -> !Suggestion.near(name, List.of(session)).isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Whether a session may be meant by another unknown name, too. */
    private boolean isWanted(String name, String session) {
        return unknown().filter(other -> !named(other).equals(name)).anyMatch(other -> !Suggestion.near(
                        named(other), List.of(session))
                .isEmpty());
    }

    /** All sessions at once; if that fails, each alone. */
    private List<Attempt> added(List<String> names, Set<String> refused) {
        List<Attempt> attempts = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String name : names) {
            String key = Reading.key(RuleId.UNLISTED_SESSION, name);
            String old = oldName(name);
            if (!old.isEmpty()) {
                String why = "it may be the new name of \"" + old + "\"";
                attempts.add(new Attempt(Proposal.Answer.no(why), Set.of(key), List.of(), true));
            } else if (!refused.contains(key)) {
                open.add(name);
            }
        }
        if (open.size() > 1) {
            attempts.add(attempt(open, false));
        }
        open.forEach(name -> attempts.add(attempt(List.of(name), true)));
        return attempts;
    }

    private Attempt attempt(List<String> names, boolean isLast) {
        YamlMapping sessions = text.sessions();
        Map<String, List<NoxSession>> wanted = new LinkedHashMap<>();
        Map<String, List<NoxSession>> byName = listing.byName();
        names.forEach(name -> wanted.put(name, byName.getOrDefault(name, List.of())));
        List<NewEntry> entries = new ArrayList<>();
        List<String> order = new ArrayList<>();
        for (Draft draft : Draft.of(wanted, taken())) {
            entries.add(NewEntry.of(draft, surroundings()));
            order.add(draft.first().name());
        }
        Set<String> gone = new HashSet<>();
        names.forEach(name -> gone.add(Reading.key(RuleId.UNLISTED_SESSION, name)));
        Proposal.Answer answer = sessions == null || !ManifestText.isHere(sessions)
                ? Proposal.Answer.no("an alias stands for the sessions")
                : new NewEntries(text, sessions, List.copyOf(byName.keySet())).add(entries, order);
        return new Attempt(answer, gone, entries.stream().map(NewEntry::key).toList(), isLast);
    }

    private Set<String> taken() {
        Set<String> taken = new HashSet<>(analysis.manifest().entries().keySet());
        taken.addAll(analysis.manifest().jobs().keySet());
        return taken;
    }

    /** The flag that must be set, unless there is a default; and where the noxfile is, as another entry says it. */
    private Map<String, Value> surroundings() {
        Map<String, Value> fields = new LinkedHashMap<>();
        if (!analysis.manifest().defaultKeys().containsKey("parallel-safe")) {
            fields.put("parallel-safe", Value.of(false));
        }
        for (Entry entry : analysis.manifest().entries().values()) {
            if (entry instanceof Work work
                    && work.call().callsNox()
                    && work.job().location().noxfileInWorkspace().equals(noxfile)) {
                Location location = work.job().location();
                put("working-directory", location.directory(), work, fields);
                put("noxfile", location.noxfile(), work, fields);
                break;
            }
        }
        return fields;
    }

    private static void put(String key, @Nullable Located<String> value, Work work, Map<String, Value> fields) {
        if (value != null && work.keys().containsKey(key)) {
            fields.put(key, Value.of(value.value()));
        }
    }
}
