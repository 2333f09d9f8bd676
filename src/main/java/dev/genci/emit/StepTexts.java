package dev.genci.emit;

import dev.genci.emit.Templates.Form;
import dev.genci.pipeline.Step;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the steps of a workflow, by their templates. */
final class StepTexts {
    private final Templates templates;
    private final Uses uses;
    /** Keyed by content: steps that the pipeline made separately may be equal, and so may lists. */
    private final Map<String, StepText> steps = new HashMap<>();

    /** Numbers of lists, by the numbers of their steps. */
    private final Map<List<Integer>, Integer> lists = new HashMap<>();

    StepTexts(Templates templates, Uses uses) {
        this.templates = templates;
        this.uses = uses;
    }

    /** The text of a list of steps. */
    StepList of(List<Step> list) {
        List<StepText> texts = new ArrayList<>();
        List<StepClaim> claims = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        String anchor = "";
        for (Step step : list) {
            Facts facts = StepFacts.of(step, uses);
            Form form = templates.get("steps/" + facts.template());
            anchor = form.list().isEmpty() ? anchor : form.list();
            StepText text = write(facts, form, claims);
            texts.add(text);
            numbers.add(text.number());
        }
        int next = lists.size();
        // Only those of a job that the manifest writes have no step with a name for all of them.
        String name = anchor.isEmpty() ? "steps" : anchor;
        return new StepList(lists.computeIfAbsent(numbers, key -> next), texts, name, claims);
    }

    private StepText write(Facts facts, Form form, List<StepClaim> claims) {
        List<String> used = new ArrayList<>();
        TemplateMethodModelEx address = arguments -> {
            String action = arguments.get(0).toString();
            used.add(uses.value(action));
            return new SimpleScalar(uses.text(action));
        };
        facts.told().put("uses", address);
        StringBuilder text = new StringBuilder();
        templates.write(form, facts.told(), new IndentedWriter(text, Templates.STEP));
        claims.add(facts.claim(form.sign(), used.isEmpty() ? null : used.get(0)));
        String anchor = facts.name().isEmpty() ? form.anchor() : facts.name();
        int next = steps.size();
        return steps.computeIfAbsent(text.toString(), key -> StepText.of(next, key, anchor));
    }
}
