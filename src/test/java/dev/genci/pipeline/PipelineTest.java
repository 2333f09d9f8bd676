package dev.genci.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genci.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Data that nobody can change, and what changes a job gives. */
class PipelineTest {
    private static Job job() {
        return new Job(
                "a",
                List.of("comment"),
                Value.of("name"),
                List.of("b", "c"),
                new Condition.OnSuccess(),
                new Matrix.None(),
                Value.fields()
                        .with("runs-on", Value.of("runner"))
                        .with("permissions", Value.fields())
                        .with("strategy", Value.fields().with("fail-fast", Value.of(false))),
                0,
                null);
    }

    @Test
    void fieldsKeepTheirOrderAndNobodyChangesThem() {
        Map<String, Value> source = new LinkedHashMap<>();
        source.put("z", Value.of("1"));
        source.put("a", Value.of("2"));
        Value.Fields fields = new Value.Fields(source);
        source.put("m", Value.of("3"));
        assertThat(fields.fields().keySet()).containsExactly("z", "a");
        assertThatThrownBy(() -> fields.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(fields.with("b", Value.of(true)).fields().keySet()).containsExactly("z", "a", "b");
        assertThat(fields.with("z", Value.of("9")).fields())
                .containsEntry("z", Value.of("9"))
                .hasSize(2);
        assertThat(fields.fields()).hasSize(2);
        assertThat(Value.fields().isEmpty()).isTrue();
        assertThat(fields.isEmpty()).isFalse();
    }

    @Test
    void listsAreCopied() {
        List<Value> items = new ArrayList<>(List.of(Value.of("a")));
        List<String> jobs = new ArrayList<>(List.of("a"));
        Value.Items list = new Value.Items(items);
        List<Condition.Dispensable> gates =
                new ArrayList<>(List.of(new Condition.Dispensable("b", new Condition.Changed("changes", "b"), null)));
        Condition.AfterOthers after = new Condition.AfterOthers(false, jobs, gates, jobs, null, null);
        Step.Decide decide = new Step.Decide(jobs, false);
        items.clear();
        jobs.clear();
        gates.clear();
        assertThat(list).isEqualTo(Value.texts(List.of("a")));
        assertThat(after.succeeded()).containsExactly("a");
        assertThat(after.ended()).containsExactly("a");
        assertThat(after.dispensable()).hasSize(1);
        assertThat(decide.maySkip()).containsExactly("a");
    }

    @Test
    void aTextIsNotTheNumberThatLooksLikeIt() {
        assertThat(Value.of("1")).isNotEqualTo(Value.of(1));
        assertThat(Value.of("true")).isNotEqualTo(Value.of(true));
        assertThat(new Value.Nothing()).isEqualTo(new Value.Nothing()).isNotEqualTo(Value.of(""));
    }

    @Test
    void aJobGivesChangedCopies() {
        Job job = job();
        assertThat(job.needs()).containsExactly("b", "c");
        assertThat(job.with(new Condition.Always()).condition()).isEqualTo(new Condition.Always());
        assertThat(job.with(new Condition.Always()).with(new Condition.OnSuccess()))
                .isEqualTo(job);
        assertThat(job.without("permissions").fields().fields()).containsOnlyKeys("runs-on", "strategy");
        assertThat(job.without("strategy.fail-fast").fields())
                .isEqualTo(job.fields().with("strategy", Value.fields()));
        assertThat(job.without("container.image")).isEqualTo(job);
        assertThat(job.without("runs-on.group")).isEqualTo(job);
        assertThat(job.without("permissions").without("strategy").id()).isEqualTo("a");
    }
}
