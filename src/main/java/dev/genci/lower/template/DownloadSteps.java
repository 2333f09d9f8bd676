package dev.genci.lower.template;

import dev.genci.data.Value;
import dev.genci.lower.row.FileNames;
import dev.genci.manifest.Located;
import dev.genci.manifest.Location;
import dev.genci.manifest.Upload;
import dev.genci.pipeline.ArtifactStep;
import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the steps that bring the files of others into a job: one for all artifacts that come into one folder in one way, where
 * the forge's actions know patterns.
 *
 * @param patterns whether they do
 * @param names of all artifacts of the workflow
 * @param location of the session that takes the files
 */
record DownloadSteps(boolean patterns, Set<String> names, Location location, boolean bash) {

    /** Of more sources than these, the others are counted. */
    private static final int NAMED = 3;

    /**
     * An upload of a source, with the artifacts of all of the source's rows.
     *
     * @param folder into which the files come
     */
    private record Part(Source source, Upload upload, List<String> artifacts, String folder) {

        boolean joins() {
            return source.download().join() != null;
        }

        boolean keepsApart() {
            return source.download().into() != null;
        }

        /** Whether the session has left an artifact in each of its rows if it has succeeded. */
        boolean isSure() {
            String none = upload.ifNoFilesFound();
            return upload.condition() == null
                    && (none == null || none.equals("error"))
                    && source.work().parts().stream()
                            .noneMatch(part -> part.job().allowFailure());
        }

        /**
         * Whether a pattern may find it. It is no failure that a pattern finds nothing, and what it finds alone gets no folder
         * of its own.
         */
        boolean fitsPattern() {
            return keepsApart()
                    ? artifacts.size() > 1 && !joins() && isSure()
                    : artifacts.size() > 1 || joins() || isSure();
        }
    }

    /**
     * What one step brings.
     *
     * @param someMayLack whether it is no failure that one is not there, but that none is
     */
    private record Way(String folder, boolean someMayLack, boolean apart, int number) {}

    List<Step> of(List<Source> sources) {
        List<Step> steps = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Source source : sources) {
            Located<String> one = source.named();
            if (one == null) {
                source.work().job().artifacts().uploads().stream()
                        .filter(source.download()::takes)
                        .map(upload -> part(source, upload))
                        .forEach(parts::add);
            } else {
                steps.add(ofJob(source, one.value()));
            }
        }
        List<String> joined = parts.stream()
                .filter(Part::joins)
                .flatMap(part -> part.artifacts().stream())
                .toList();
        // Of one artifact the download says itself that it is not there.
        Map<Way, List<Part>> ways = ways(parts, joined.size() > 1);
        ways.forEach((way, together) -> add(way, together, steps));
        if (ways.keySet().stream().anyMatch(Way::someMayLack)) {
            steps.add(new ArtifactStep.PutBack(bash));
        }
        return steps;
    }

    private Part part(Source source, Upload upload) {
        int rows = source.rows().size();
        List<String> artifacts = source.rows().stream()
                .map(row -> ArtifactSteps.name(upload, row, rows))
                .toList();
        Located<String> into = source.download().into();
        String folder = into == null
                ? ArtifactPaths.root(ArtifactSteps.paths(source.work(), upload))
                : location.inWorkspace(into.value());
        return new Part(source, upload, artifacts, folder);
    }

    /** The step that brings an artifact of a job: it is there, or the step fails. */
    private Step ofJob(Source source, String name) {
        Located<String> into = source.download().into();
        String folder = location.inWorkspace(into == null ? "." : into.value() + "/" + name);
        return new ArtifactStep.Download(
                name, Value.fields().with("name", Value.of(name)).with("path", Value.of(folder)), false);
    }

    private Map<Way, List<Part>> ways(List<Part> parts, boolean joinsSeveral) {
        Map<Way, List<Part>> ways = new LinkedHashMap<>();
        for (Part part : parts) {
            boolean fits = patterns && part.fitsPattern();
            // A session that leaves nothing may have succeeded, and a pattern that finds nothing does not fail.
            boolean someMayLack = part.joins() ? joinsSeveral : fits && !part.isSure();
            Way way = new Way(part.folder(), someMayLack, part.keepsApart(), fits ? -1 : ways.size());
            ways.computeIfAbsent(way, w -> new ArrayList<>()).add(part);
        }
        return ways;
    }

    private void add(Way way, List<Part> parts, List<Step> steps) {
        String below = way.folder().equals(".") ? "" : "/" + way.folder();
        String folder = way.someMayLack() ? ArtifactStep.PutBack.FOLDER + below : way.folder();
        Set<String> artifacts = new LinkedHashSet<>();
        parts.forEach(part -> artifacts.addAll(part.artifacts()));
        if (way.number() >= 0 || artifacts.size() == 1) {
            parts.forEach(part -> oneByOne(part, folder, way.someMayLack(), steps));
            return;
        }
        Value.Fields inputs = Value.fields()
                .with("pattern", Value.of(pattern(parts, artifacts)))
                .with("path", Value.of(folder));
        Value.Fields merged = way.apart() ? inputs : inputs.with("merge-multiple", Value.of(true));
        steps.add(new ArtifactStep.Download(sources(parts), merged, false));
    }

    private static void oneByOne(Part part, String folder, boolean mayLack, List<Step> steps) {
        List<String> artifacts = part.artifacts();
        Source source = part.source();
        for (int i = 0; i < artifacts.size(); i++) {
            String name = artifacts.get(i);
            String path = part.keepsApart() ? folder + "/" + name : folder;
            // In the log each of several steps says what it is for.
            String row =
                    part.upload().name() == null ? source.rows().get(i).name().text() : name;
            String from = artifacts.size() == 1 ? source.work().name() : row;
            steps.add(new ArtifactStep.Download(
                    from, Value.fields().with("name", Value.of(name)).with("path", Value.of(path)), mayLack));
        }
    }

    /** For people: whose files a step brings. */
    private static String sources(List<Part> parts) {
        List<String> all = parts.stream()
                .map(part -> part.source().work().name())
                .distinct()
                .toList();
        int shown = all.size() > NAMED ? NAMED - 1 : all.size() - 1;
        String last = all.size() > NAMED ? all.size() - shown + " more" : all.get(shown);
        return shown == 0 ? last : String.join(", ", all.subList(0, shown)) + " and " + last;
    }

    /** A pattern that matches these artifacts and no other one of the workflow. */
    private String pattern(List<Part> parts, Collection<String> artifacts) {
        String common = prefix(artifacts);
        // A whole word reads better than all that the names have in common.
        String word = common.substring(0, common.lastIndexOf('-') + 1);
        if (isExact(word, artifacts)) {
            return word + "*";
        }
        List<String> each = parts.stream()
                .flatMap(part -> patterns(part, artifacts))
                .distinct()
                .toList();
        if (each.size() == 1) {
            return each.get(0);
        }
        return each.stream().allMatch(one -> one.endsWith("-*"))
                ? braces(each.stream()
                                .map(one -> one.substring(0, one.length() - 2))
                                .toList()) + "-*"
                : braces(each);
    }

    /** Those of one source: one if there is one that matches no artifacts but those wanted, otherwise a name for each. */
    private Stream<String> patterns(Part part, Collection<String> wanted) {
        List<String> own = part.artifacts();
        Located<String> name = part.upload().name();
        String called = name == null ? part.source().work().name() : name.value();
        String common = prefix(own);
        String word = common.substring(0, common.lastIndexOf('-') + 1);
        return own.size() == 1
                ? own.stream()
                : Stream.of(called + "-", FileNames.plain(called) + "-", called + "(", word, common)
                        .filter(common::startsWith)
                        .filter(prefix -> isExact(prefix, wanted))
                        .map(prefix -> prefix + "*")
                        .findFirst()
                        .map(Stream::of)
                        .orElseGet(own::stream);
    }

    private static String braces(List<String> alternatives) {
        return "{" + String.join(",", alternatives) + "}";
    }

    private static String prefix(Collection<String> all) {
        String prefix = all.iterator().next();
        for (String name : all) {
            while (!name.startsWith(prefix)) {
                prefix = prefix.substring(0, prefix.length() - 1);
            }
        }
        return prefix;
    }

    private boolean isExact(String prefix, Collection<String> wanted) {
        return !prefix.isEmpty() && names.stream().allMatch(name -> wanted.contains(name) || !name.startsWith(prefix));
    }
}
