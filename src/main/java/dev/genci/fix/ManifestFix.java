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
import java.util.Collections;
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
 * was not. Then the manifest is judged anew: a session that has its right name shows its wrong Pythons.
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

    /** The texts that were begun with. */
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

    private record Step(RuleId rule, Fixer.Attempt attempt) {}

    /** @param entries that it is about, as they are called then */
    private record Done(RuleId rule, List<String> entries, String what) {}

    private ManifestFix(
            SourceFile file, Judged judged, Map<String, NoxListing> listings, Function<SourceFile, Judged> judge) {
        this.listings = listings;
        this.reading = new Reading(file, judged, judge);
        this.trial = new Trial(file.text(), reading);
    }

    /**
     * Fixes a manifest that has no error of its own.
     *
     * @param judged what it is before
     * @param listings of each noxfile that the manifest names, by its path in the workspace
     * @param judge compiles a text of the manifest and compares it with these
     */
    public static Fixed of(
            SourceFile file, Judged judged, Map<String, NoxListing> listings, Function<SourceFile, Judged> judge) {
        ManifestFix fix = new ManifestFix(file, judged, listings, judge);
        while (fix.next()) {
            // The next one is found in the text that it has changed.
        }
        return fix.result();
    }

    /** Makes what can be made of a text; false when nothing can. */
    private boolean next() {
        Judged judged = reading.judged(trial.text());
        ManifestText text = ManifestText.of(reading.file(trial.text()));
        Analysis analysis = judged.analysis();
        // A text that was there before: each fix would undo another.
        if (text == null || analysis == null || !tried.add(trial.text())) {
            return false;
        }
        List<Step> steps = new ArrayList<>();
        List<Step> last = new ArrayList<>();
        judged.differences().forEach((noxfile, differences) -> {
            NoxListing listing = listings.get(noxfile);
            if (listing != null) {
                Fixer fixer = new Fixer(text, guide, analysis, noxfile, listing, differences);
                differences.stream()
                        .filter(difference ->
                                ORDER.contains(difference.finding().rule()))
                        .sorted(Comparator.comparing(
                                difference -> ORDER.indexOf(difference.finding().rule())))
                        .forEach(difference -> {
                            RuleId rule = difference.finding().rule();
                            List<Step> those = rule == RuleId.UNLISTED_SESSION ? last : steps;
                            fixer.of(difference, refused.keySet())
                                    .forEach(attempt -> those.add(new Step(rule, attempt)));
                        });
            }
        });
        return takeAll(text.text(), new ArrayList<>(), possible(steps)) || takeFirst(text.text(), last);
    }

    /** Those that edit something; of those for one entry, the first: the others are for the text after it. */
    private List<Step> possible(List<Step> steps) {
        List<Step> possible = new ArrayList<>();
        Set<String> entries = new HashSet<>();
        for (Step step : steps) {
            if (step.attempt().answer().proposal() == null) {
                refuse(step, step.attempt().answer().why());
            } else if (Collections.disjoint(entries, step.attempt().entries())) {
                entries.addAll(step.attempt().entries());
                possible.add(step);
            }
        }
        return possible;
    }

    /**
     * Takes what can be taken: all at once, since judging a large manifest takes time; if that fails, half of them each.
     *
     * @param text that the steps edit
     * @param edits of it that were taken
     */
    private boolean takeAll(String text, List<Edit> edits, List<Step> steps) {
        if (steps.isEmpty()) {
            return false;
        }
        if (take(text, edits, steps)) {
            return true;
        }
        if (steps.size() == 1) {
            return false;
        }
        boolean first = takeAll(text, edits, steps.subList(0, steps.size() / 2));
        boolean second = takeAll(text, edits, steps.subList(steps.size() / 2, steps.size()));
        return first || second;
    }

    private boolean takeFirst(String text, List<Step> steps) {
        for (Step step : steps) {
            if (step.attempt().answer().proposal() == null) {
                refuse(step, step.attempt().answer().why());
            } else if (take(text, new ArrayList<>(), List.of(step))) {
                return true;
            }
        }
        return false;
    }

    private boolean take(String text, List<Edit> edits, List<Step> steps) {
        List<Edit> more = new ArrayList<>(edits);
        List<Proposal> proposals = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        for (Step step : steps) {
            Proposal proposal = step.attempt().answer().proposal();
            if (proposal != null) {
                proposals.add(proposal);
                more.addAll(proposal.edits());
            }
            gone.addAll(step.attempt().gone());
        }
        Step first = steps.get(0);
        if (!Edit.areApart(more)) {
            refuse(first, first.attempt().answer().why());
            return false;
        }
        String changed = Edit.apply(text, more);
        Proposal.Meaning meaning =
                (before, after) -> proposals.forEach(each -> each.meaning().apply(before, after));
        if (trial.take(changed, meaning, gone, mayCome(steps))) {
            edits.clear();
            edits.addAll(more);
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                done.add(new Done(
                        step.rule(), step.attempt().entries(), proposals.get(i).done()));
            }
            return true;
        }
        if (steps.size() == 1) {
            String obstacle = trial.obstacle();
            refuse(
                    first,
                    obstacle == null
                            ? first.attempt().answer().why()
                            : "with that, lint would say: " + reading.message(changed, obstacle));
        }
        return false;
    }

    private void refuse(Step step, String why) {
        if (step.attempt().isLast()) {
            step.attempt().gone().forEach(key -> refused.put(key, why));
        }
    }

    /** What was hidden may show: rows of a session whose name or Python nox did not know. Notes are no reason to stop. */
    private static Predicate<String> mayCome(List<Step> steps) {
        Set<String> rows = new HashSet<>();
        for (Step step : steps) {
            if (step.rule() != RuleId.UNLISTED_SESSION) {
                step.attempt().entries().forEach(entry -> ROWS.forEach(rule -> rows.add(Reading.key(rule, entry))));
            }
        }
        return key -> Reading.isNote(key) || rows.contains(key);
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
