package dev.genci.fix;

import dev.genci.agreement.Difference;
import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.RuleId;
import dev.genci.diagnostic.Severity;
import dev.genci.edit.Edit;
import dev.genci.edit.Proposal;
import dev.genci.edit.Trial;
import dev.genci.manifest.Entry;
import dev.genci.manifest.SchemaGuide;
import dev.genci.noxfile.NoxListing;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Brings a manifest to what nox lists where that leaves no choice. Every other byte stays. Each fix is tried: it counts only if the
 * text then reads as the same document with nothing but the change that is meant, the difference is gone, and nothing is wrong that
 * was not. One fix is made at a time, and the manifest judged anew: a session that has its right name shows its wrong Pythons.
 */
public final class ManifestFix {
    /** Before a session has its name, nothing else is known of it. New ones come last: they move others. */
    private static final List<RuleId> ORDER = List.of(
            RuleId.UNKNOWN_SESSION,
            RuleId.PYTHON_FORM,
            RuleId.PYTHON_DIFFERS,
            RuleId.UNKNOWN_PARAMETERS,
            RuleId.UNLISTED_ROWS,
            RuleId.UNLISTED_SESSION);

    private static final String ELSEWHERE = "it is the noxfile that must change";

    private static final Set<RuleId> ROWS =
            Set.of(RuleId.PYTHON_FORM, RuleId.PYTHON_DIFFERS, RuleId.UNKNOWN_PARAMETERS, RuleId.UNLISTED_ROWS);

    private final Map<String, NoxListing> listings;
    private final SchemaGuide guide = new SchemaGuide();
    private final Reading reading;
    private final Trial trial;
    /** Why a difference was left, by its key. */
    private final Map<String, String> refused = new HashMap<>();

    private final Set<String> tried = new HashSet<>();
    private final List<Done> done = new ArrayList<>();

    /**
     * What became of a difference.
     *
     * @param place in the text after all fixes
     * @param fixed whether it is gone
     * @param what was done, or why nothing was
     */
    public record Result(Place place, RuleId rule, boolean fixed, String what) {}

    /**
     * A manifest after its fixes.
     *
     * @param file equal to what was there where nothing could be fixed
     * @param judged what it is then
     */
    public record Fixed(SourceFile file, Judged judged, List<Result> results) {}

    /** @param entries that it is about, as they are called then */
    private record Done(RuleId rule, List<String> entries, String what) {}

    private ManifestFix(SourceFile file, Map<String, NoxListing> listings, Function<SourceFile, Judged> judge) {
        this.listings = listings;
        this.reading = new Reading(file, judge);
        this.trial = new Trial(file.text(), reading);
    }

    /**
     * Fixes a manifest that has no error of its own.
     *
     * @param listings of each noxfile that the manifest names, by its path in the workspace
     * @param judge compiles a text of the manifest and compares it with these
     */
    public static Fixed of(SourceFile file, Map<String, NoxListing> listings, Function<SourceFile, Judged> judge) {
        ManifestFix fix = new ManifestFix(file, listings, judge);
        while (fix.next()) {
            // The next one is found in the text that it has changed.
        }
        return fix.result();
    }

    /** Makes one fix; false when there is none. */
    private boolean next() {
        Judged judged = reading.judged(trial.text());
        ManifestText text = ManifestText.of(reading.file(trial.text()));
        Analysis analysis = judged.analysis();
        if (text == null || analysis == null) {
            return false;
        }
        for (Map.Entry<String, List<Difference>> each : judged.differences().entrySet()) {
            NoxListing listing = listings.get(each.getKey());
            List<Difference> sorted = each.getValue().stream()
                    .filter(difference -> ORDER.contains(difference.finding().rule()))
                    .sorted(Comparator.comparing(
                            difference -> ORDER.indexOf(difference.finding().rule())))
                    .toList();
            for (Difference difference : sorted) {
                if (listing != null && tried.add(Reading.keys(difference) + trial.text())) {
                    Fixer fixer = new Fixer(text, guide, analysis, each.getKey(), listing, each.getValue());
                    if (take(difference, fixer)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean take(Difference difference, Fixer fixer) {
        RuleId rule = difference.finding().rule();
        for (Fixer.Attempt attempt : fixer.of(difference, refused.keySet())) {
            Proposal proposal = attempt.answer().proposal();
            String why = attempt.answer().why();
            if (proposal != null && Edit.areApart(proposal.edits())) {
                String changed = Edit.apply(trial.text(), proposal.edits());
                if (trial.take(changed, proposal.meaning(), attempt.gone(), mayCome(rule, attempt.entries()))) {
                    done.add(new Done(rule, attempt.entries(), proposal.done()));
                    return true;
                }
                String obstacle = trial.obstacle();
                why = obstacle == null ? why : "with that, lint would say: " + reading.message(changed, obstacle);
            }
            for (String key : attempt.isLast() ? attempt.gone() : Set.<String>of()) {
                refused.put(key, why);
            }
        }
        return false;
    }

    /** What was hidden may show: rows of a session whose name or Python nox did not know. Notes are no reason to stop. */
    private static Predicate<String> mayCome(RuleId rule, List<String> entries) {
        return key -> Reading.isNote(key)
                || rule != RuleId.UNLISTED_SESSION
                        && ROWS.stream().anyMatch(each -> entries.stream()
                                .anyMatch(entry -> key.equals(Reading.key(each, entry))));
    }

    private Fixed result() {
        SourceFile file = reading.file(trial.text());
        Judged judged = reading.judged(trial.text());
        List<Result> results = new ArrayList<>();
        Analysis analysis = judged.analysis();
        for (Done each : done) {
            Entry entry = analysis == null
                    ? null
                    : analysis.manifest().entries().get(each.entries().get(0));
            results.add(new Result(entry == null ? Place.start(file) : entry.place(), each.rule(), true, each.what()));
        }
        judged.differences().values().forEach(all -> all.stream()
                .filter(left -> left.finding().severity() != Severity.NOTE)
                .forEach(left -> left(left, results)));
        results.sort(Comparator.comparing(Result::place));
        return new Fixed(file, judged, List.copyOf(results));
    }

    private void left(Difference left, List<Result> results) {
        Set<String> reasons = new LinkedHashSet<>();
        Reading.keys(left).forEach(key -> {
            String name = '"' + key.substring(key.indexOf(' ') + 1) + '"';
            String why = refused.getOrDefault(key, ELSEWHERE);
            reasons.add(name.equals("\"\"") || why.startsWith(name) ? why : name + ": " + why);
        });
        reasons.forEach(why ->
                results.add(new Result(left.finding().place(), left.finding().rule(), false, why)));
    }
}
