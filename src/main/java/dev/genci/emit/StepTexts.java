package dev.genci.emit;

import dev.genci.emit.Templates.Form;
import dev.genci.pipeline.Step;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The steps of a workflow as text. Each list is written once, however many jobs have it. */
final class StepTexts {
    /**
     * The steps of a job.
     *
     * @param text its lines, as they stand in the file; it ends in a line break
     * @param anchor what they are called where other jobs share them; the template of a step says so
     * @param claims what must be read in them
     */
    record StepText(String text, String anchor, List<StepClaim> claims) {}

    private final Templates templates;
    private final Uses uses;
    private final IdentityHashMap<List<Step>, StepText> texts = new IdentityHashMap<>();
    /** By what they say: lists that the pipeline made apart may be equal. */
    private final Map<String, StepText> distinct = new HashMap<>();

    StepTexts(Templates templates, Uses uses) {
        this.templates = templates;
        this.uses = uses;
    }

    /** The text of a job's steps: for equal ones the same object. */
    StepText of(List<Step> steps) {
        return texts.computeIfAbsent(steps, list -> {
            StepText text = write(list);
            return distinct.computeIfAbsent(text.text(), key -> text);
        });
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
        return new StepText(text.toString(), anchor, claims);
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
