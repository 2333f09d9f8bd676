package dev.genci.manifest;

import dev.genci.data.SessionPart;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds the items of {@code calls}. */
final class CallBinder {
    private final PythonBy usual;
    private final Set<YamlNode> rejected;

    /** @param usual how nox gets the interpreter where a call does not say it */
    CallBinder(PythonBy usual, Set<YamlNode> rejected) {
        this.usual = usual;
        this.rejected = rejected;
    }

    List<CallItem> bind(List<YamlNode> items) {
        return items.stream()
                .flatMap(StepSpec::flattened)
                .filter(item -> !rejected.contains(item))
                .flatMap(this::item)
                .toList();
    }

    private Stream<CallItem> item(YamlNode item) {
        if (item instanceof YamlScalar name) {
            Located<String> session = new Located<>(name.text(), name.place());
            return Stream.of(new CallItem.Nox(
                    List.of(session), List.of(), null, usual, null, List.of(), SessionPart.WHOLE, null, null, null));
        }
        MappingReader fields = new MappingReader((YamlMapping) item, rejected);
        List<Located<String>> sessions = fields.texts(CallKey.NOX.key());
        List<Located<String>> tags = fields.texts(CallKey.TAG.key());
        return sessions.isEmpty() && tags.isEmpty()
                ? StepSpec.of(List.of(item), rejected).stream().map(CallItem.Given::new)
                : Stream.of(call(fields, sessions, tags));
    }

    private CallItem call(MappingReader fields, List<Located<String>> sessions, List<Located<String>> tags) {
        Located<Boolean> install = set(fields.flag(CallKey.INSTALL_ONLY.key()));
        Located<Boolean> run = set(fields.flag(CallKey.NO_INSTALL.key()));
        return new CallItem.Nox(
                sessions,
                tags,
                fields.text(StepKey.NAME.key()),
                // nox knows the names of the sessions that have a tag, and nobody else.
                switch (tags.isEmpty() ? fields.textOr(CallKey.PYTHON_BY.key(), "") : "job") {
                    case "name" -> PythonBy.NAME;
                    case "job" -> PythonBy.JOB;
                    default -> usual;
                },
                parallel(fields),
                fields.texts(CallKey.POSARGS.key()),
                install != null ? SessionPart.INSTALL : run != null ? SessionPart.RUN : SessionPart.WHOLE,
                install != null ? install : run,
                fields.mapping(StepKey.ENV.key()),
                fields.text(StepKey.IF.key()));
    }

    /** A number in the usual form, however the manifest writes it. */
    private static @Nullable Located<String> parallel(MappingReader fields) {
        Located<Integer> number = fields.whole(CallKey.PARALLEL.key());
        return number == null
                ? fields.text(CallKey.PARALLEL.key())
                : new Located<>(number.value().toString(), number.place());
    }

    private static @Nullable Located<Boolean> set(@Nullable Located<Boolean> flag) {
        return flag != null && flag.value() ? flag : null;
    }
}
