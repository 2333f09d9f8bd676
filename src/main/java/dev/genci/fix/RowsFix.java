package dev.genci.fix;

import dev.genci.agreement.Difference;
import dev.genci.diagnostic.RuleId;
import dev.genci.edit.Plain;
import dev.genci.edit.Proposal;
import dev.genci.init.Draft;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.Work;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import dev.genci.yaml.YamlMapping;
import java.util.List;
import java.util.Map;

/** Gives an entry the interpreters and parameters that the noxfile has, where it alone runs the session. */
record RowsFix(ManifestText text, Work work, NoxListing listing) {

    /** What can be done about a difference in its rows. */
    Proposal.Answer of(Difference difference) {
        if (!(work.call() instanceof NoxCall call)) {
            return Proposal.Answer.no("the entry calls nox several times: which call it is for is a person's choice");
        }
        YamlMapping entry = text.entry(work.name());
        if (entry == null) {
            return Proposal.Answer.no("an alias stands for the entry");
        }
        String name = call.session().value();
        List<NoxSession> sessions = listing.byName().get(name);
        if (sessions == null) {
            return Proposal.Answer.no("the entry names the session with its Python or parameters");
        }
        boolean isForm = difference.finding().rule() == RuleId.PYTHON_FORM;
        if (!difference.only() && !isForm) {
            return Proposal.Answer.no(
                    "other entries run \"" + name + "\", too: which of them changes is a person's choice");
        }
        List<Draft> drafts = Draft.of(Map.of(name, sessions));
        if (drafts.size() > 1) {
            return Proposal.Answer.no("its parameters depend on its Python: it needs several entries");
        }
        Draft draft = drafts.get(0);
        if (!draft.isFound()) {
            return Proposal.Answer.no("CI has no interpreter that is called as in the noxfile");
        }
        FieldChange change = change(difference, entry, call, draft);
        if (!change.obstacle().isEmpty()) {
            return Proposal.Answer.no(change.obstacle());
        }
        return change.edits().isEmpty()
                ? Proposal.Answer.no("the entry leaves rows out or adds some: what is meant is a person's choice")
                : Proposal.Answer.of(proposal(change));
    }

    private FieldChange change(Difference difference, YamlMapping entry, NoxCall call, Draft draft) {
        FieldChange python = new PythonField(text, entry, work, call, draft, difference.only()).change();
        FieldChange parameters = new ParametersField(text, entry, work, draft).change();
        return switch (difference.finding().rule()) {
            case UNKNOWN_PARAMETERS -> parameters;
            case UNLISTED_ROWS -> draft.pythons().isEmpty() ? parameters : python.and(parameters);
            default -> python;
        };
    }

    private Proposal proposal(FieldChange change) {
        String name = work.name();
        return new Proposal(change.edits(), change.done() + " in \"" + name + "\"", (before, after) -> {
            Map<String, Object> entry = Plain.map(Plain.map(before, "sessions"), name);
            change.removed().forEach(entry::remove);
            Map<String, Object> now = Plain.map(Plain.map(after, "sessions"), name);
            change.set()
                    .forEach((key, value) -> entry.put(key, PlainValue.ordered(PlainValue.of(value), now.get(key))));
        });
    }
}
