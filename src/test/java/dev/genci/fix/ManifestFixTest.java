package dev.genci.fix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.genci.analysis.Analysis;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.PythonBy;
import dev.genci.manifest.Work;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import dev.genci.source.SourceFile;
import dev.genci.testing.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Noxfiles change at random: sessions come, get other names, other Pythons and parameters. After the fix, the manifest agrees again,
 * what was not meant has all its bytes, and a second run finds nothing to do.
 */
class ManifestFixTest {
    private static final Path PROJECTS = Path.of("src/test/cases/ok/projects");
    private static final int ROUNDS = Integer.getInteger("fix.rounds", 1);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How many manifests met a changed noxfile. */
    private static int changed;

    @AfterAll
    static void mostWereChanged() {
        assertThat(changed).isGreaterThan(100);
    }

    static Stream<Path> manifests() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("src/test/cases/ok", "samples")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.endsWith("sessions.yaml")).forEach(all::add);
            }
        }
        return all.stream().sorted();
    }

    /** The same manifest as others would write it. */
    private static Map<String, String> styles(String text) {
        Map<String, String> styles = new LinkedHashMap<>();
        styles.put("as it is", text);
        styles.put("Windows", text.replace("\n", "\r\n"));
        styles.put("without a last line break", text.stripTrailing());
        try {
            Map<String, Object> data = Yaml.map(text);
            String blocks = new Dump(DumpSettings.builder()
                            .setDefaultFlowStyle(FlowStyle.BLOCK)
                            .setWidth(1000)
                            .build())
                    .dumpToString(data);
            styles.put("blocks", blocks);
            if (blocks.lines()
                    .allMatch(line -> line.matches(" *(- )*(['\"]?[\\w. -]+['\"]?:.*|['\"]?[\\w. -]+['\"]?)"))) {
                styles.put("comments", blocks.replaceAll("(?m)^( *)(.+)$", "$1# of $2\n$1$2 # here"));
            }
            styles.put("one line", JSON.writeValueAsString(data));
            styles.put("braces in lines", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return styles;
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void theManifestAgreesAgain(Path file) throws IOException {
        Map<String, String> styles = styles(Files.readString(file));
        int each = Math.floorMod(file.toString().hashCode(), styles.size());
        int next = 0;
        for (Map.Entry<String, String> style : styles.entrySet()) {
            // A project in every style, what is only a case in one of them.
            int rounds = file.startsWith(PROJECTS) || next++ == each ? ROUNDS : 0;
            for (int seed = 0; seed < rounds; seed++) {
                try {
                    change(style.getValue(), new Random(seed + file.toString().hashCode()));
                } catch (AssertionError e) {
                    throw new AssertionError(style.getKey() + ", seed " + seed + ": " + e.getMessage(), e);
                }
            }
        }
    }

    private static void change(String text, Random random) {
        Judged before = Listings.judge(new SourceFile("sessions.yaml", text), new NoxListing(List.of()));
        Analysis analysis = before.analysis();
        if (analysis == null) {
            return; // JSON has other anchors: some rules know aliases
        }
        Map<String, List<NoxSession>> sessions = Listings.of(analysis);
        NoxListing same = Listings.listing(sessions);
        if (sessions.isEmpty()
                || !Listings.wrong(Listings.judge(new SourceFile("sessions.yaml", text), same))
                        .isEmpty()) {
            return;
        }
        Changes changes = new Changes(random, sessions, single(analysis));
        changes.some();
        NoxListing listing = Listings.listing(changes.sessions());
        ManifestFix.Fixed fixed = Listings.fix(text, listing);
        String now = fixed.file().text();
        String said = changes.said() + "\n" + fixed.results() + "\n" + text + "\n=>\n" + now;
        if (!Listings.wrong(fixed.judged()).isEmpty()) {
            // A title without its Python, a job that two entries share: then the noxfile's Pythons are an error here.
            assertThat(fixed.results())
                    .as(said)
                    .anyMatch(each -> !each.fixed()
                            && (each.what().contains("with that, ")
                                    || each.what().contains("alias")));
        }
        assertThat(Listings.fix(now, listing).file().text()).as(said).isEqualTo(now);
        Iterator<String> after = now.lines().iterator();
        assertThat(text.lines().filter(ManifestFixTest::isComment)).as(said).allMatch(line -> comes(line, after));
        changed++;
        assertThat(lost(changes.lasting(text), changes.lasting(changes.undone(now))))
                .as(said)
                .isEmpty();
    }

    /** The sessions that one entry alone runs, whose form is no choice. */
    private static Set<String> single(Analysis analysis) {
        List<Work> work = analysis.work().toList();
        return work.stream()
                .filter(each -> each.ownParts().isEmpty()
                        && each.axes().excluded().isEmpty()
                        && each.axes().pythonFile() == null
                        && each.call() instanceof NoxCall call
                        && !each.keys().containsKey("python-by")
                        && call.pythonBy() != PythonBy.FORCE
                        && call.session().value().equals(each.name())
                        && work.stream()
                                        .filter(other -> runs(other, each.name()))
                                        .count()
                                == 1)
                .map(Work::name)
                .collect(Collectors.toSet());
    }

    private static boolean runs(Work work, String session) {
        return work.call().sessions().stream()
                .anyMatch(call -> call.session().value().equals(session));
    }

    private static boolean comes(String line, Iterator<String> after) {
        while (after.hasNext()) {
            if (after.next().equals(line)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    /** What comes from where a text is no longer in another one in its order; empty where it is. */
    private static String lost(String before, String after) {
        int at = 0;
        for (int i = 0; i < after.length() && at < before.length(); i++) {
            at += after.charAt(i) == before.charAt(at) ? 1 : 0;
        }
        return before.substring(at);
    }
}
