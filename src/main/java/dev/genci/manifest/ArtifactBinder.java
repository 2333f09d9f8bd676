package dev.genci.manifest;

import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds what an entry uploads and downloads. */
record ArtifactBinder(Set<YamlNode> rejected) {

    Artifacts bind(@Nullable MappingReader artifacts) {
        List<Upload> uploads = new ArrayList<>();
        List<Download> downloads = new ArrayList<>();
        if (artifacts != null) {
            for (YamlNode item : artifacts.items("upload")) {
                if (item instanceof YamlMapping mapping) {
                    uploads.add(upload(new MappingReader(mapping, rejected)));
                }
            }
            for (YamlNode item : artifacts.items("download")) {
                if (item instanceof YamlScalar scalar) {
                    downloads.add(
                            new Download(reference(new Located<>(scalar.text(), scalar.place())), null, null, null));
                } else if (item instanceof YamlMapping mapping) {
                    MappingReader fields = new MappingReader(mapping, rejected);
                    Located<String> from = fields.text("from");
                    if (from != null) {
                        Located<Boolean> join = fields.flag("even-if-failed");
                        downloads.add(new Download(
                                reference(from),
                                fields.text("name"),
                                fields.text("into"),
                                join != null && join.value() ? join.place() : null));
                    }
                }
            }
        }
        return new Artifacts(List.copyOf(uploads), List.copyOf(downloads));
    }

    private static Located<Reference> reference(Located<String> word) {
        return new Located<>(Reference.of(word.value()), word.place());
    }

    private static Upload upload(MappingReader fields) {
        Located<Boolean> hidden = fields.flag("include-hidden-files");
        Located<String> missing = fields.text("if-no-files-found");
        Located<Integer> days = fields.whole("retention-days");
        return new Upload(
                fields.text("name"),
                fields.texts("path"),
                fields.text("if"),
                hidden == null ? null : hidden.value(),
                missing == null ? null : missing.value(),
                days == null ? null : days.value(),
                fields.whole("compression-level"));
    }
}
