package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.InterpreterSource;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a forge runs actions with the node of the job's image, an image of which nobody expects that has it. Only usual
 * images are known.
 */
final class MissingNode implements Rule {
    /** Names of images without node, as the registries have them. */
    private static final Set<String> WITHOUT = Set.of(
            "almalinux",
            "alpine",
            "archlinux",
            "busybox",
            "debian",
            "fedora",
            "micromamba",
            "miniconda3",
            "pypy",
            "python",
            "rockylinux",
            "ubuntu",
            "uv");

    @Override
    public RuleId id() {
        return RuleId.MISSING_NODE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.running()
                .filter(work -> work.job().first().isEmpty())
                .forEach(work -> check(analysis, work.job().image(), target -> usesActions(work, target), report));
        analysis.jobs().forEach(job -> {
            // A script before the first action may bring it.
            boolean first = !job.steps().isEmpty() && job.steps().get(0).uses() != null;
            check(analysis, job.containers().image(), target -> first, report);
        });
    }

    private void check(
            Analysis analysis,
            @Nullable Located<String> image,
            Predicate<TargetSettings> usesActions,
            Consumer<Diagnostic> report) {
        if (image != null && WITHOUT.contains(name(image.value()))) {
            for (TargetSettings target : analysis.manifest().targets()) {
                if (!target.forge().bringsNode() && usesActions.test(target)) {
                    report.accept(Diagnostic.of(
                                    id(),
                                    image.place(),
                                    "the target \"" + target.id() + "\" runs actions with the node of the image, and \""
                                            + image.value() + "\" has none")
                            .help("use an image with node 24 or newer"));
                }
            }
        }
    }

    /** Without registry, tag and digest. */
    private static String name(String image) {
        String last = image.substring(image.lastIndexOf('/') + 1);
        return last.split("[:@]", 2)[0];
    }

    /** Whether a step of its jobs there is an action, such as the check-out and the cache. */
    private static boolean usesActions(Work work, TargetSettings target) {
        InterpreterSource source = work.interpreters(target.interpreters());
        boolean setUp = source == InterpreterSource.UV || source == InterpreterSource.SETUP_PYTHON;
        return work.job().checkOut() != null
                || target.caches(work.job())
                || setUp
                        && (work.axes().pythonFile() != null
                                || !work.axes().pythons().isEmpty())
                || work.steps().stream().anyMatch(step -> step.uses() != null);
    }
}
