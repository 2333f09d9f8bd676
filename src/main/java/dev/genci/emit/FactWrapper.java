package dev.genci.emit;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleHash;
import freemarker.template.SimpleScalar;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows facts to templates: texts, flags, lists and maps of them. Templates can see no other object. */
final class FactWrapper implements ObjectWrapper {
    @Override
    public @Nullable TemplateModel wrap(@Nullable Object fact) throws TemplateModelException {
        if (fact == null || fact instanceof TemplateModel) {
            return (TemplateModel) fact;
        }
        if (fact instanceof String text) {
            return new SimpleScalar(text);
        }
        if (fact instanceof Boolean flag) {
            return flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        }
        if (fact instanceof List<?> list) {
            return new SimpleSequence(list, this);
        }
        if (fact instanceof Map<?, ?> map) {
            return new SimpleHash(map, this);
        }
        throw new TemplateModelException("no fact: " + fact.getClass());
    }
}
