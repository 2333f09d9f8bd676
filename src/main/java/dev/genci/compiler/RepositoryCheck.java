package dev.genci.compiler;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Workflow;
import dev.genci.source.Place;
import dev.genci.workspace.Project;
import dev.genci.workspace.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Warns where a workflow never runs because of the repository that it is in: where its file is, which branches there are. */
record RepositoryCheck(Repository repository, Project project, Manifest manifest) {
    /** What makes a pattern of branches more than a name. */
    private static final String SPECIAL = "*?+[!";

    /** All warnings, for these targets of the manifest. */
    List<Diagnostic> warnings(List<TargetSettings> targets) {
        List<Diagnostic> warnings = new ArrayList<>();
        targets.forEach(target -> elsewhere(target, warnings));
        String main = repository.listsBranches() ? repository.mainBranch() : null;
        if (main != null && manifest.workflow().triggers() == null) {
            var usual = new Located<>(Workflow.USUAL_BRANCH, Place.start(manifest.file()));
            String all = "on: {push: {branches: [" + main + "]}, pull_request: {}, workflow_dispatch: {}}";
            noBranch("push", List.of(usual), main, all, warnings);
        } else if (main != null) {
            String list = "branches: [" + main + "]";
            manifest.workflow()
                    .branches()
                    .forEach((event, patterns) -> noBranch(event, patterns, main, list, warnings));
        }
        return warnings;
    }

    private void elsewhere(TargetSettings target, List<Diagnostic> warnings) {
        Path file = project.resolve(target.file().value()).toAbsolutePath().normalize();
        List<String> folders = target.forge().folders();
        if (folders.stream().anyMatch(folder -> repository.top().resolve(folder).equals(file.getParent()))) {
            return;
        }
        Path top = project.folder().relativize(repository.top());
        warnings.add(Diagnostic.of(
                        RuleId.NEVER_RUN,
                        target.file().place(),
                        target.forge().title() + " never runs "
                                + path(repository.top().relativize(file)) + ": it only looks in "
                                + String.join(", ", folders) + " at the top of the repository")
                .help(
                        top.toString().isEmpty()
                                ? "write " + target.forge().file()
                                : "move the manifest to the top of the repository, " + path(top)
                                        + ", or to .ci there"));
    }

    private static String path(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void noBranch(
            String event, List<Located<String>> patterns, String main, String instead, List<Diagnostic> warnings) {
        List<Located<String>> names = patterns.stream()
                .filter(pattern -> pattern.value().chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0))
                .toList();
        boolean perhapsAny =
                patterns.stream().anyMatch(pattern -> pattern.value().startsWith("*"));
        boolean known =
                names.stream().anyMatch(name -> name.value().equals(main) || repository.hasBranch(name.value()));
        if (names.isEmpty() || perhapsAny || known) {
            return;
        }
        String all = String.join("\" or \"", names.stream().map(Located::value).toList());
        warnings.add(Diagnostic.of(
                        RuleId.NO_BRANCH,
                        names.get(0).place(),
                        "\"" + event + "\" never starts a run for \"" + all + "\": the repository has no such branch")
                .help("if changes are merged into \"" + main + "\", write " + instead));
    }
}
