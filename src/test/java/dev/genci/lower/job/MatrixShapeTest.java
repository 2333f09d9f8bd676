package dev.genci.lower.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.data.Value;
import dev.genci.pipeline.Matrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatrixShapeTest {
    private static Matrix of(List<String> names, List<List<String>> rows) {
        Map<String, List<Value>> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            columns.put(
                    names.get(i),
                    rows.stream().map(row -> Value.of(row.get(column))).toList());
        }
        return new MatrixShape(columns, rows.size()).matrix();
    }

    private static List<Map<String, Value>> rows(List<String> names, List<List<String>> rows) {
        List<Map<String, Value>> expected = new ArrayList<>();
        for (List<String> row : rows) {
            Map<String, Value> fields = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    fields.put(names.get(i), Value.of(row.get(i)));
                }
            }
            expected.add(fields);
        }
        return expected;
    }

    private static List<List<String>> product(List<String> ones, List<String> others) {
        List<List<String>> rows = new ArrayList<>();
        ones.forEach(one -> others.forEach(other -> rows.add(List.of(one, other))));
        return rows;
    }

    private static String text(Matrix matrix) {
        return matrix.value().toString();
    }

    @Test
    void fewOtherRowsStandBesideTheAxes() {
        List<List<String>> few = product(List.of("a", "b", "c"), List.of("x"));
        few.add(List.of("c", "y"));
        assertThat(of(List.of("python", "os"), few))
                .as("four lines in place of five are not three quarters")
                .isInstanceOf(Matrix.Rows.class);
        List<List<String>> rows = product(List.of("a", "b", "c"), List.of("x", "y"));
        rows.add(List.of("d", "x"));
        assertThat(of(List.of("python", "os"), rows)).isInstanceOfSatisfying(Matrix.Axes.class, axes -> {
            assertThat(axes.axes().keySet()).containsExactly("python", "os");
            assertThat(axes.include()).isEqualTo(rows(List.of("python", "os"), List.of(List.of("d", "x"))));
        });
    }

    /** A title is added to the rows of its system; the row beside the axes has it, too. */
    @Test
    void whatFollowsFromAnAxisIsAddedToItsRows() {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : product(List.of("a", "b", "c", "d", "e", "f"), List.of("x", "y"))) {
            rows.add(List.of(row.get(1).toUpperCase(Locale.ROOT), row.get(0), row.get(1)));
        }
        rows.add(List.of("X", "g", "x"));
        assertThat(of(List.of("title", "python", "os"), rows)).isInstanceOfSatisfying(Matrix.Axes.class, axes -> {
            assertThat(axes.axes().keySet()).containsExactly("python", "os");
            assertThat(text(axes)).contains("title");
            assertThat(axes.include()).hasSize(3);
        });
    }

    /** Of many different sets of systems, the first that all of most rows have is looked for without comparing each with each. */
    @Test
    void manyDifferentSetsAreNotComparedWithEachOther() {
        List<List<String>> rows = product(List.of("a", "b", "c", "d", "e", "f", "g", "h"), List.of("x", "y"));
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 5; j++) {
                if (j != i % 5 || i < 5) {
                    rows.add(List.of("p" + i, "o" + (i < 5 ? i * 5 + j : i + j)));
                }
            }
        }
        Matrix matrix = of(List.of("python", "os"), rows);
        assertThat(matrix.rows()).containsExactlyInAnyOrderElementsOf(rows(List.of("python", "os"), rows));
    }

    /** No forge is asked to compare what it has to evaluate, or a list. */
    @Test
    void whatIsEvaluatedIsListed() {
        List<List<String>> rows = product(List.of("a", "b", "c", "d", "e", "f"), List.of("x", "${{ vars.X }}"));
        rows.add(List.of("g", "x"));
        assertThat(of(List.of("python", "os"), rows)).isInstanceOf(Matrix.Rows.class);
    }

    /** Whatever the form, a forge makes the same rows of it. */
    @Test
    void theRowsAreTheSame() {
        int axes = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<String> names = List.of("title", "python", "os");
            HashSet<List<String>> set = new HashSet<>();
            int pythons = 1 + random.nextInt(7);
            int runners = 1 + random.nextInt(5);
            for (int python = 0; python < pythons; python++) {
                for (int os = 0; os < runners; os++) {
                    if (random.nextInt(8) > 0) {
                        String title = random.nextInt(60) == 0 ? "other" : "t" + os / 2;
                        set.add(List.of(title, "p" + python, random.nextInt(80) == 0 ? "" : "r" + os));
                    }
                }
            }
            List<List<String>> rows = new ArrayList<>(set);
            if (rows.size() < 2) {
                continue;
            }
            Matrix matrix = of(names, rows);
            axes += matrix instanceof Matrix.Axes some && !some.include().isEmpty() ? 1 : 0;
            assertThat(matrix.rows()).as("seed " + seed).containsExactlyInAnyOrderElementsOf(rows(names, rows));
        }
        assertThat(axes).isGreaterThan(15);
    }
}
