package dev.genci.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.source.SourceFile;
import org.junit.jupiter.api.Test;

/** What is parsed once serves twice, but only for the same text. */
class CommittedWorkflowTest {
    private static CommittedWorkflow committed(String text) {
        return new CommittedWorkflow(new SourceFile("ci.yml", text));
    }

    @Test
    void itsTreeIsThatOfTheSameText() {
        CommittedWorkflow current = committed("jobs: {}\n");
        assertThat(current.treeOf("jobs: {}\n")).isNotNull().isSameAs(current.treeOf("jobs: {}\n"));
    }

    @Test
    void anotherTextHasAnotherTree() {
        assertThat(committed("jobs: {}\n").treeOf("jobs: {} \n")).isNull();
    }

    @Test
    void whatIsNoYamlHasNone() {
        assertThat(committed("jobs: {").treeOf("jobs: {")).isNull();
        assertThat(committed("jobs: {").workflow()).isNull();
    }
}
