package dev.genci.takeover;

import dev.genci.audit.Wildcard;
import dev.genci.data.Value;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Step;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files between jobs: which uploads a download means. */
final class Artifacts {
    private static final String USUAL = "artifact";

    /** Alternatives in a pattern of the download action, which takes them as minimatch does. */
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*,[^{}]*)}");

    private static final long MOST_ALTERNATIVES = 256;

    private static final char ANY = '*';

    private Artifacts() {}

    /**
     * What a step uploads.
     *
     * @param names of the rows; what only a run knows is {@code *}
     * @param fields of the manifest, without a name
     * @param stem what all names begin with, a word of the manifest; may be empty
     */
    record Upload(Set<String> names, Value.Fields fields, String stem) {

        static Upload of(Settings with, String condition, Rewriter rewriter) {
            String written = with.has("name") ? with.text("name") : USUAL;
            Set<String> names = new LinkedHashSet<>();
            for (Cell cell : rewriter.cells()) {
                String name = cell.row().scope().text(written);
                names.add(name == null ? written.replaceAll("\\$\\{\\{.*?}}", "*") : name);
            }
            String said = rewriter.text(written);
            String stem = (said == null ? written : said).replaceAll("(?s)\\$\\{\\{.*", "");
            stem = stem.replaceAll("[^A-Za-z0-9_.-]+", "-").replaceAll("[-_.]+$", "");
            String path = rewriter.text(with.text("path"));
            List<String> paths = String.valueOf(path)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            Value.Fields fields =
                    Value.fields().with("path", paths.size() == 1 ? Value.of(paths.get(0)) : Value.texts(paths));
            fields = condition.isEmpty() ? fields : fields.with("if", Value.of(condition));
            for (String key : List.of("if-no-files-found", "retention-days")) {
                YamlScalar value = with.scalar(key);
                fields = value == null || value.text().contains("${{") ? fields : fields.with(key, Scalar.of(value));
            }
            // The action only warns, gen-ci fails.
            return new Upload(
                    names,
                    with.has("if-no-files-found") ? fields : fields.with("if-no-files-found", Value.of("warn")),
                    stem);
        }

        /**
         * The field of the manifest; its name is one that no other upload has, or none.
         *
         * @param key of the entry
         */
        Value field(Set<String> taken, String key) {
            boolean word = stem.matches("[A-Za-z0-9][A-Za-z0-9_.-]*") && !stem.equals(USUAL);
            if (!word) {
                return fields;
            }
            // Who downloads by a pattern finds it by what the names begin with.
            String name = taken.contains(stem) ? stem + "-" + key.replaceAll("[^A-Za-z0-9_.-]+", "-") : stem;
            return taken.add(name) ? fields.with("name", Value.of(name)) : fields;
        }

        boolean answers(String pattern) {
            return alternatives(pattern).anyMatch(one -> names.stream()
                    .anyMatch(name -> Wildcard.matches(one, ANY, name) || Wildcard.matches(name, ANY, one)));
        }

        /** What a pattern with braces, such as {@code {unit,slow}-*}, stands for; where that is too much, about that. */
        private static Stream<String> alternatives(String pattern) {
            Matcher braces = BRACES.matcher(pattern);
            long product = braces.results()
                    .mapToLong(each -> each.group(1).split(",", -1).length)
                    .reduce(1, (all, some) -> Math.min(all * some, MOST_ALTERNATIVES + 1));
            if (product > MOST_ALTERNATIVES) {
                return Stream.of(braces.replaceAll(String.valueOf(ANY)));
            }
            return braces.reset().find()
                    ? Arrays.stream(braces.group(1).split(",", -1))
                            .flatMap(each -> alternatives(
                                    pattern.substring(0, braces.start()) + each + pattern.substring(braces.end())))
                    : Stream.of(pattern);
        }
    }

    /**
     * What a step downloads.
     *
     * @param pattern of the names
     * @param into the folder for those whose files do not go back to where they were; {@code null} where they do
     */
    record Download(Step step, String pattern, @Nullable String into, String path) {

        static Download of(Step step, Settings with, Rewriter rewriter) {
            String name = with.text("name").isEmpty() ? with.text("pattern") : with.text("name");
            String said = rewriter.text(name);
            String pattern = said == null || said.isEmpty() ? "*" : said.replaceAll("\\$\\{\\{.*?}}", "*");
            boolean merged = with.has("name") || with.text("merge-multiple").equals("true");
            String path = with.text("path").isEmpty() ? "." : with.text("path");
            return new Download(step, pattern, merged ? null : path, path);
        }
    }

    /** The entries that upload what is downloaded. */
    static List<Taken> sources(Download download, List<Taken> entries) {
        List<Taken> sources = new ArrayList<>();
        for (Taken entry : entries) {
            if (entry.uploads().stream().anyMatch(upload -> upload.answers(download.pattern()))) {
                sources.add(entry);
            }
        }
        return sources;
    }
}
