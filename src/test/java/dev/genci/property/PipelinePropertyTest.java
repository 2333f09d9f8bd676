package dev.genci.property;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds for every pipeline. */
class PipelinePropertyTest {
    @Test
    void everyRowIsInOneJob() {
        for (Sample sample : Samples.all()) {
            sample.check(() -> assertThat(sample.workflow().jobOfRow().keySet())
                    .containsAll(sample.spec().sessionOfRow().keySet()));
        }
    }
}
