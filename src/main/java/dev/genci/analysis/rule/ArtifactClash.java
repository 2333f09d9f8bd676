package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.LogSettings;
import dev.genci.manifest.Upload;
import dev.genci.source.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An artifact has a name of its own in the workflow, without regard to case: a second one of that name is refused, and so is
 * one that logs and reports could have.
 */
final class ArtifactClash implements Rule {
    @Override
    public RuleId id() {
        return RuleId.ARTIFACT_CLASH;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Map<String, Place> owners = new HashMap<>();
        analysis.sessions().forEach(work -> {
            List<Upload> uploads = work.job().artifacts().uploads();
            Place unnamed = null;
            for (Upload upload : uploads) {
                Located<String> name = upload.name();
                Place place = name == null
                        ? upload.paths().isEmpty()
                                ? work.place()
                                : upload.paths().get(0).place()
                        : name.place();
                String called = name == null ? "" : name.value().toLowerCase(Locale.ROOT);
                Place first = name == null ? unnamed : owners.putIfAbsent(called, place);
                unnamed = name == null ? place : unnamed;
                String text = name == null ? work.name() : name.value();
                if (LogSettings.PREFIXES.stream().anyMatch(text.toLowerCase(Locale.ROOT)::startsWith)) {
                    report.accept(
                            Diagnostic.of(id(), place, "the name \"" + text + "\" is reserved for logs and reports")
                                    .help("begin the name with another word"));
                }
                if (first != null) {
                    report.accept(Diagnostic.of(
                                    id(),
                                    place,
                                    name == null
                                            ? "two uploads of \"" + work.name() + "\" have no name"
                                            : "two artifacts have the name \"" + name.value() + "\"")
                            .related(first, "the other one")
                            .help(name == null ? "give one of them a name" : null));
                }
            }
        });
    }
}
