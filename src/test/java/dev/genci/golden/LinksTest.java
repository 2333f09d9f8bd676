package dev.genci.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links from page to page, and to a heading of a page, lead somewhere. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s:#]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");

    @Test
    void everyLinkLeadsToAFileAndAHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(text(page));
            while (link.find()) {
                Path target = link.group(1).isEmpty()
                        ? page
                        : page.resolveSibling(link.group(1)).normalize();
                boolean leads = Files.exists(target)
                        && (link.group(2) == null || headings(target).contains(link.group(2)));
                if (!leads) {
                    broken.add(page + ": " + link.group());
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theManualListsEveryPageOnce() throws IOException {
        Path index = Path.of("docs", "README.md");
        List<String> listed = LINK.matcher(text(index))
                .results()
                .filter(link -> link.group(2) == null && !link.group(1).startsWith(".."))
                .map(link -> link.group(1))
                .sorted()
                .toList();
        assertThat(pages())
                .filteredOn(page -> page.startsWith("docs") && !page.equals(index))
                .map(page -> page.getFileName().toString())
                .containsExactlyElementsOf(listed);
    }

    @Test
    void theManualListsEveryRecipe() throws IOException {
        List<String> headings = headings(Path.of("docs", "recipes.md"));
        List<String> listed = LINK.matcher(text(Path.of("docs", "README.md")))
                .results()
                .filter(link -> link.group(1).equals("recipes.md") && link.group(2) != null)
                .map(link -> link.group(2))
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(headings.subList(1, headings.size()));
        assertThat(text(Path.of("README.md"))).contains("](docs/README.md)");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), docs.sorted())
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static String text(Path page) throws IOException {
        return FENCED.matcher(Files.readString(page)).replaceAll("");
    }

    /** The anchors of a page, as forges make them of its headings. */
    private static List<String> headings(Path page) throws IOException {
        return HEADING.matcher(text(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
