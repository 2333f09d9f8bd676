package dev.genci.workflow;

import dev.genci.source.SourceFile;
import dev.genci.yaml.YamlTree;
import java.util.List;
import java.util.stream.Stream;

/**
 * A workflow of GitHub Actions or Forgejo Actions, as far as it has the form of one: what has another form than the
 * forges ask for is not there.
 *
 * @param tree its text, parsed
 * @param settings its keys
 * @param jobs in the order of the text
 */
public record Workflow(YamlTree tree, Settings settings, List<Job> jobs) {

    /** Copies the jobs. */
    public Workflow {
        jobs = List.copyOf(jobs);
    }

    /** Its text. */
    public SourceFile file() {
        return tree.file();
    }

    /** The steps of all jobs, in their order; those of a list that jobs share by an alias as often as jobs have it. */
    public Stream<Step> steps() {
        return jobs.stream().flatMap(job -> job.steps().stream());
    }
}
