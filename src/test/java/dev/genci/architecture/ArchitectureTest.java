package dev.genci.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The package table of the architecture: who may import whom is complete, and there are no cycles. */
class ArchitectureTest {
    private static final Collection<JavaClass> CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.genci").stream()
                    .toList();

    private static final Set<String> ALL_BUT_CLI = Set.of(
            "data",
            "forge",
            "source",
            "diagnostic",
            "report",
            "yaml",
            "manifest",
            "graph",
            "analysis",
            "analysis.rule",
            "expression",
            "pipeline",
            "lower",
            "lower.row",
            "lower.template",
            "lower.group",
            "lower.job",
            "emit",
            "workflow",
            "workspace",
            "table",
            "noxfile",
            "agreement",
            "init",
            "edit",
            "fix",
            "takeover",
            "audit",
            "plan",
            "shell");

    /** Package to the packages of ours that it may import. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("data", Set.of()),
            Map.entry("forge", Set.of("data")),
            Map.entry("source", Set.of()),
            Map.entry("diagnostic", Set.of("source")),
            Map.entry("report", Set.of("source", "diagnostic")),
            Map.entry("yaml", Set.of("data", "source", "diagnostic")),
            Map.entry("manifest", Set.of("data", "forge", "source", "diagnostic", "yaml")),
            Map.entry("expression", Set.of("data", "diagnostic")),
            Map.entry("graph", Set.of()),
            Map.entry("analysis", Set.of("manifest", "graph", "source")),
            Map.entry(
                    "analysis.rule",
                    Set.of("analysis", "data", "forge", "expression", "manifest", "graph", "diagnostic", "source")),
            Map.entry("pipeline", Set.of("data")),
            Map.entry("lower.row", Set.of("data", "manifest", "expression", "diagnostic", "source", "yaml")),
            Map.entry(
                    "lower.template",
                    // yaml: trees that are passed through.
                    Set.of("data", "manifest", "expression", "pipeline", "yaml", "lower.row")),
            Map.entry(
                    "lower.group", Set.of("manifest", "graph", "diagnostic", "source", "lower.row", "lower.template")),
            Map.entry(
                    "lower.job",
                    Set.of(
                            "analysis",
                            "data",
                            "manifest",
                            "graph",
                            "pipeline",
                            "lower.row",
                            "lower.template",
                            "lower.group")),
            Map.entry(
                    "lower",
                    Set.of(
                            "analysis",
                            "manifest",
                            "pipeline",
                            "diagnostic",
                            "yaml",
                            "source",
                            "data",
                            "forge",
                            "lower.row",
                            "lower.template",
                            "lower.group",
                            "lower.job")),
            Map.entry("emit", Set.of("data", "forge", "pipeline", "diagnostic")),
            Map.entry("workflow", Set.of("yaml", "source", "diagnostic")),
            Map.entry("workspace", Set.of("data", "forge", "source", "diagnostic", "emit")),
            Map.entry("table", Set.of("manifest", "noxfile")),
            Map.entry("noxfile", Set.of()),
            Map.entry("agreement", Set.of("analysis", "data", "diagnostic", "manifest", "noxfile", "source")),
            Map.entry("init", Set.of("agreement", "analysis.rule", "data", "emit", "manifest", "noxfile")),
            Map.entry(
                    "takeover",
                    Set.of(
                            "agreement",
                            "init",
                            "audit",
                            "data",
                            "diagnostic",
                            "emit",
                            "forge",
                            "manifest",
                            "noxfile",
                            "source",
                            "workflow",
                            "yaml")),
            Map.entry("edit", Set.of("source", "yaml")),
            Map.entry(
                    "fix",
                    Set.of(
                            "agreement",
                            "analysis",
                            "data",
                            "diagnostic",
                            "edit",
                            "emit",
                            "init",
                            "manifest",
                            "noxfile",
                            "source",
                            "yaml")),
            Map.entry(
                    "audit",
                    Set.of(
                            "data",
                            "diagnostic",
                            "edit",
                            "expression",
                            "forge",
                            "noxfile",
                            "report",
                            "source",
                            "workflow",
                            "yaml")),
            Map.entry(
                    "plan",
                    Set.of(
                            "analysis",
                            "audit",
                            "data",
                            "diagnostic",
                            "graph",
                            "lower",
                            "lower.row",
                            "manifest",
                            "noxfile",
                            "pipeline")),
            Map.entry("shell", Set.of()),
            Map.entry("compiler", ALL_BUT_CLI),
            Map.entry("lsp", with(ALL_BUT_CLI, "compiler")),
            Map.entry("cli", with(with(ALL_BUT_CLI, "compiler"), "lsp")));

    /** Package to the libraries that no other package imports. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "yaml", Set.of("org.snakeyaml."),
            "manifest", Set.of("com.fasterxml.jackson.", "com.networknt."),
            "emit", Set.of("freemarker."),
            "noxfile", Set.of("com.fasterxml.jackson.core."),
            "workspace", Set.of("com.github.difflib."),
            "lsp", Set.of("org.eclipse.lsp4j.", "com.google.gson."),
            "cli", Set.of("picocli."));

    private static Set<String> with(Set<String> set, String more) {
        Set<String> all = new HashSet<>(set);
        all.add(more);
        return all;
    }

    private static Collection<JavaClass> of(Class<?>... types) {
        return new ClassFileImporter().importClasses(types).stream().toList();
    }

    @Test
    void everyPackageImportsWhatTheTableAllows() {
        assertThat(CLASSES).hasSizeGreaterThan(100);
        assertThat(Architecture.imports(CLASSES, MAY_IMPORT, LIBRARIES)).isEmpty();
    }

    @Test
    void theTableHasNoPackageThatIsNotThere() {
        Set<String> there = CLASSES.stream().map(Architecture::packageOf).collect(Collectors.toSet());
        assertThat(MAY_IMPORT.keySet()).isEqualTo(there);
    }

    /** Takes each word of the table away in turn: the check must notice that a package needs it. */
    @Test
    void aMissingWordInTheTableIsFound() {
        Map<String, String> needed =
                Map.of("diagnostic", "source", "lower.group", "graph", "analysis.rule", "analysis", "emit", "pipeline");
        needed.forEach((from, to) -> {
            Map<String, Set<String>> table = new HashMap<>(MAY_IMPORT);
            Set<String> less = new HashSet<>(table.get(from));
            assertThat(less.remove(to)).isTrue();
            table.put(from, less);
            assertThat(Architecture.imports(CLASSES, table, LIBRARIES))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("dev.genci." + from + ".") && line.contains("dev.genci." + to));
        });
        assertThat(Architecture.imports(CLASSES, MAY_IMPORT, Map.of()))
                .anyMatch(line -> line.contains("uses org.snakeyaml."))
                .anyMatch(line -> line.contains("uses com.fasterxml.jackson."))
                .anyMatch(line -> line.contains("uses com.networknt."))
                .anyMatch(line -> line.contains("uses freemarker."))
                .anyMatch(line -> line.contains("uses com.github.difflib."))
                .anyMatch(line -> line.contains("uses picocli."));
    }

    @Test
    void packagesHaveNoCycles() {
        assertThat(Architecture.cycles(CLASSES)).isEmpty();
    }

    @Test
    void aCycleIsFound() {
        assertThat(Architecture.cycles(
                        of(dev.genci.architecture.planted.Ping.class, dev.genci.architecture.planted.other.Pong.class)))
                .hasSize(2);
    }

    @Test
    void onlyTheCommandLineTouchesTheProcess() {
        assertThat(Architecture.usesOfSystem(CLASSES)).isNotEmpty().allMatch(name -> name.startsWith("dev.genci.cli."));
    }

    @Test
    void nothingStaticChanges() {
        assertThat(Architecture.staticState(CLASSES)).isEmpty();
        assertThat(Architecture.staticState(of(Planted.class)))
                .hasSize(4)
                .allMatch(name -> name.matches(".*Planted\\.(counter|names|letters|buffer)"));
    }

    @Test
    void nothingIsMadeToBeExtended() {
        assertThat(Architecture.open(CLASSES)).isEmpty();
        assertThat(Architecture.open(of(Planted.class))).hasSize(1);
    }

    /** Breaks what is checked. */
    @SuppressWarnings({"unused", "NonFinalStaticField"})
    static class Planted {
        static int counter;
        static final java.util.ArrayList<String> names = new java.util.ArrayList<>();
        static final String[] letters = {"a"};
        static final StringBuilder buffer = new StringBuilder();
        static final List<String> FINE = List.of();
    }
}
