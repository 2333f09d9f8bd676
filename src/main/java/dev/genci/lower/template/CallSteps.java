package dev.genci.lower.template;

import dev.genci.data.Value;
import dev.genci.manifest.CallItem;
import dev.genci.manifest.Located;
import dev.genci.manifest.PythonBy;
import dev.genci.pipeline.NoxOptions;
import dev.genci.pipeline.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the step of one of several calls. */
final class CallSteps {
    private CallSteps() {}

    /** The option by which nox runs several sessions at the same time; none where it does not. */
    static List<String> parallel(CallItem.Nox call) {
        Located<String> parallel = call.parallel();
        return parallel == null ? List.of() : List.of("--parallel", parallel.value());
    }

    static Step of(CallItem.Nox call, Value.Fields variables, NoxOptions options) {
        @Nullable Located<String> condition = call.condition();
        return new Step.CallNox(
                call.title(),
                condition == null ? null : TemplateFactory.expression(condition.value()),
                variables,
                options,
                call.part(),
                call.byTag(),
                call.words(),
                call.pythonBy() == PythonBy.NAME,
                Located.values(call.posargs()));
    }
}
