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
    /** By what they say: lists that the pipeline made apart may be equal. */
    private final Map<String, StepText> distinct = new HashMap<>();

    StepTexts(Templates templates, Uses uses) {
        this.templates = templates;
        this.uses = uses;
    }

    /** The text of a list of steps. */
    StepText of(List<Step> steps) {
        StepText text = write(steps);
        StepText same = distinct.putIfAbsent(text.text(), text);
        return same == null ? text : same;
    }

    private StepText write(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        List<StepClaim> claims = new ArrayList<>();
        String anchor = "";
        for (Step step : steps) {
            Facts facts = StepFacts.of(step, uses);
            Form form = templates.get("steps/" + facts.template());
            if (!form.anchor().isEmpty()) {
                anchor = form.anchor();
            }
            claims.add(write(facts, form, text));
        }
        return new StepText(distinct.size(), text.toString(), anchor, claims);
    }

    private StepClaim write(Facts facts, Form form, StringBuilder text) {
        List<String> used = new ArrayList<>();
        TemplateMethodModelEx address = arguments -> {
            String action = arguments.get(0).toString();
            used.add(uses.value(action));
            return new SimpleScalar(uses.text(action));
        };
        facts.told().put("uses", address);
        templates.write(form, facts.told(), new IndentedWriter(text, Templates.STEP));
        return facts.claim(form.sign(), used.isEmpty() ? null : used.get(0));
    }
}
