package dev.genci.agreement;

import dev.genci.analysis.Analysis;
import dev.genci.data.VenvFolder;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.CallItem;
import dev.genci.manifest.CallList;
import dev.genci.manifest.Entry;
import dev.genci.manifest.EntryKind;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.Work;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether nox does with each row what the manifest says of it, and whether the manifest lists what the noxfile has.
 *
 * <p>Owns the rules {@code unknown-session}, {@code unlisted-session}, {@code python-differs}, {@code python-form},
 * {@code unknown-parameters}, {@code unlisted-rows}, {@code several-sessions}, {@code unlisted-tag} and {@code not-in-ci}; two
 * sessions of the noxfile that the manifest does not compare are an {@code environment-clash}, too.
 */
public final class Agreement {
    private final Analysis analysis;
    private final NoxListing listing;
    private final String noxfile;
    private final Map<String, List<NoxSession>> byName;
    private final List<Difference> found = new ArrayList<>();
    private final Map<NoxSession, Work> runBy = new LinkedHashMap<>();
    private final Set<NoxSession> called = new LinkedHashSet<>();
    private final Set<NoxSession> inCi = new LinkedHashSet<>();
    /** The sessions that an entry means otherwise than nox does, so that what it leaves out is not known. */
    private final Set<String> unclear = new HashSet<>();

    /** The sessions that one entry alone runs. */
    private final Set<String> single = new HashSet<>();

    private Agreement(Analysis analysis, NoxListing listing, String noxfile) {
        this.noxfile = noxfile;
        this.analysis = analysis;
        this.listing = listing;
        this.byName = listing.byName();
    }

    /**
     * Every difference, in no particular order.
     *
     * @param noxfile of the listing, relative to the workspace: what names another one is not compared
     */
    public static List<Difference> differences(Analysis analysis, NoxListing listing, String noxfile) {
        Agreement agreement = new Agreement(analysis, listing, noxfile);
        agreement.compare();
        return agreement.found;
    }

    private void compare() {
        List<EntryComparison> comparisons = new ArrayList<>();
        Set<String> unlisted = new LinkedHashSet<>(byName.keySet());
        analysis.entries().stream().filter(this::isHere).forEach(entry -> {
            if (entry.kind() != EntryKind.CALLS) {
                unlisted.remove(entry.name());
            }
            for (Work part : entry instanceof Work work ? work.parts() : List.<Work>of()) {
                tagged(part, unlisted);
                for (NoxCall call : part.call().sessions()) {
                    EntryComparison comparison = new EntryComparison(part, call, listing, byName);
                    comparisons.add(comparison);
                    comparison.names().forEach(unlisted::remove);
                }
            }
        });
        findSingle(comparisons);
        for (EntryComparison comparison : comparisons) {
            comparison.compare(analysis.invocations(comparison.work(), comparison.call()), unlisted);
            keep(comparison, isOnly(comparison));
            String meant = comparison.meant();
            if (meant != null) {
                unlisted.remove(meant);
            }
        }
        unlistedSessions(unlisted);
        byName.forEach(this::unlistedParts);
        tags();
        venvs();
        notInCi();
    }

    /** What nox runs for the tags in a list of calls. */
    private void tagged(Work work, Set<String> unlisted) {
        CallList list = work.call().list();
        for (CallItem.Nox call : list == null ? List.<CallItem.Nox>of() : list.ofNox()) {
            for (Located<String> tag : call.tags()) {
                List<NoxSession> selected = listing.sessions().stream()
                        .filter(session -> session.tags().contains(tag.value()))
                        .toList();
                if (selected.isEmpty()) {
                    Diagnostic unknown = Diagnostic.of(
                            RuleId.UNKNOWN_SESSION,
                            tag.place(),
                            "no session of the noxfile has the tag \"" + tag.value() + "\"");
                    found.add(Difference.of(unknown, List.of()));
                }
                selected.forEach(session -> {
                    unlisted.remove(session.name());
                    unclear.add(session.name());
                });
                called.addAll(selected);
                inCi.addAll(work.inSomeWorkflow() ? selected : List.of());
            }
        }
    }

    private boolean isHere(Entry entry) {
        return !(entry instanceof Work work)
                || !work.call().callsNox()
                || work.job().location().noxfileInWorkspace().equals(noxfile);
    }

    /** Finds the sessions that one entry alone runs, in one call. */
    private void findSingle(List<EntryComparison> comparisons) {
        Map<String, Set<String>> entries = new HashMap<>();
        for (EntryComparison comparison : comparisons) {
            for (String name : comparison.names()) {
                Set<String> all = entries.computeIfAbsent(name, any -> new HashSet<>());
                all.add(comparison.work().name());
                if (!comparison.isOnly()) {
                    all.add("");
                }
            }
        }
        entries.forEach((name, all) -> {
            if (all.size() == 1) {
                single.add(name);
            }
        });
    }

    private boolean isOnly(EntryComparison comparison) {
        Set<String> names = comparison.names();
        return names.size() == 1 && single.containsAll(names);
    }

    private void keep(EntryComparison comparison, boolean only) {
        Work work = comparison.work();
        comparison.found().forEach(each -> found.add(new Difference(each, work, comparison.candidates(), only)));
        comparison.selected().forEach(session -> runBy.putIfAbsent(session, work));
        called.addAll(comparison.selected());
        if (work.inSomeWorkflow()) {
            inCi.addAll(comparison.selected());
        }
        if (!comparison.isClear()) {
            unclear.addAll(comparison.names());
        }
    }

    /** What the entries of a session do not mention of it. */
    private void unlistedParts(String name, List<NoxSession> sessions) {
        Work work = sessions.stream()
                .map(runBy::get)
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
        if (work != null && !unclear.contains(name)) {
            unlistedRows(work, sessions);
        }
    }

    /** Where the list of sessions could go on: for what is said of it as a whole. */
    private Place end() {
        List<Entry> entries = List.copyOf(analysis.manifest().entries().values());
        return entries.get(entries.size() - 1).place();
    }

    private void unlistedSessions(Set<String> names) {
        if (!names.isEmpty()) {
            Diagnostic lacks = Diagnostic.of(
                    RuleId.UNLISTED_SESSION,
                    end(),
                    "the manifest lacks " + (names.size() == 1 ? "a session" : names.size() + " sessions")
                            + " of the noxfile: " + String.join(", ", names));
            String help = "add " + (names.size() == 1 ? "it" : "them") + "; what CI must not run has ci: false";
            found.add(Difference.of(lacks.help(help), List.copyOf(names)));
        }
    }

    private void unlistedRows(Work work, List<NoxSession> sessions) {
        List<String> rest = sessions.stream()
                .filter(session -> !runBy.containsKey(session))
                .map(NoxSession::session)
                .toList();
        if (!rest.isEmpty()) {
            Place place = work.keys().get("python");
            Diagnostic lacks = Diagnostic.of(
                    RuleId.UNLISTED_ROWS,
                    place == null ? work.place() : place,
                    "the noxfile also has " + EntryComparison.first(rest) + ", which no entry runs");
            String help =
                    "add " + (rest.size() == 1 ? "it" : "them") + ", or an entry with ci: false for what CI leaves out";
            boolean only = single.contains(sessions.get(0).name());
            found.add(new Difference(lacks.help(help), work, List.of(), only));
        }
    }

    /** What the noxfile says of all sessions of an entry, and the entry does not. */
    private void tags() {
        IdentityHashMap<Work, List<NoxSession>> run = new IdentityHashMap<>();
        runBy.forEach((session, work) ->
                run.computeIfAbsent(work, each -> new ArrayList<>()).add(session));
        // In the order of the listing: a map by identity has none.
        runBy.values().forEach(work -> {
            List<NoxSession> sessions = run.remove(work);
            if (sessions == null) {
                return;
            }
            Set<String> tags = ListedTags.of(sessions);
            tags.removeAll(Located.values(work.listing().tags()));
            if (!tags.isEmpty()) {
                Diagnostic lacks = Diagnostic.of(
                        RuleId.UNLISTED_TAG,
                        work.place(),
                        "the noxfile gives \"" + work.name() + "\" the " + (tags.size() == 1 ? "tag " : "tags ")
                                + String.join(", ", tags) + ", and the manifest does not");
                found.add(new Difference(lacks, work, List.of(), false));
            }
        });
    }

    /** Two sessions with one environment, at least one of which the manifest leaves out: its own are compared by a rule. */
    private void venvs() {
        Map<String, NoxSession> folders = new HashMap<>();
        for (NoxSession session : listing.sessions()) {
            NoxSession first =
                    session.hasVenv() ? folders.putIfAbsent(VenvFolder.of(session.session()), session) : null;
            if (first != null && !first.session().equals(session.session())) {
                Work work = runBy.getOrDefault(session, runBy.get(first));
                Diagnostic clash = Diagnostic.of(
                        RuleId.ENVIRONMENT_CLASH,
                        work == null ? end() : work.place(),
                        "nox keeps the environments of \"" + session.session() + "\" and \"" + first.session()
                                + "\" in one folder, .nox/" + VenvFolder.of(session.session()));
                found.add(new Difference(clash.help("rename one of them in the noxfile"), work, List.of(), false));
            }
        }
    }

    /** What the manifest has, but leaves out of CI. */
    private void notInCi() {
        List<String> names = new ArrayList<>();
        byName.forEach((name, sessions) -> {
            Entry named = analysis.manifest().entries().get(name);
            Entry entry = named != null && isHere(named) ? named : null;
            boolean runs = entry instanceof Work work && work.call().callsNox();
            List<NoxSession> rest = sessions.stream()
                    .filter(session -> entry == null || runs
                            ? called.contains(session) && !inCi.contains(session)
                            : !entry.inSomeWorkflow())
                    .toList();
            if (!rest.isEmpty() && rest.size() == sessions.size()) {
                names.add(name);
            } else {
                rest.forEach(session -> names.add(session.session()));
            }
        });
        if (!names.isEmpty()) {
            Diagnostic left = Diagnostic.of(
                    RuleId.NOT_IN_CI,
                    end(),
                    "CI does not run these sessions of the noxfile: " + String.join(", ", names));
            found.add(Difference.of(left, List.of()));
        }
    }
}
