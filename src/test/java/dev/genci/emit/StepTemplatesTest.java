package dev.genci.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.data.Pin;
import dev.genci.data.Value;
import dev.genci.forge.Forges;
import dev.genci.pipeline.Step;
import dev.genci.pipeline.Unless;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The templates of steps say everything that they are told, and none lies there for nothing. */
class StepTemplatesTest {
    private static final Path FOLDER = Path.of("templates");
    private static final int TRIES = 500;

    private static final Pins PINS = new Pins(Map.of(
            "actions/checkout", new Pin("c".repeat(40), "v1"),
            "actions/setup-python", new Pin("d".repeat(40), "v2"),
            "actions/cache", new Pin("e".repeat(40), "v3"),
            "actions/upload-artifact", new Pin("a".repeat(40), "v5"),
            "actions/download-artifact", new Pin("b".repeat(40), "v6"),
            "astral-sh/setup-uv", new Pin("f".repeat(40), "v4")));

    /** Values of the components of records, by type; of other records, their components' values. */
    private static final Map<Class<?>, List<?>> VALUES = Map.of(
            boolean.class, List.of(false, true),
            Integer.class, List.of(5, 6),
            String.class, List.of("1.2", "./a", "c d"),
            List.class, List.of(List.of(), List.of("a"), List.of("b c", "d")),
            Set.class,
                    List.of(
                            Set.of(),
                            Set.of(Unless.TAG),
                            Set.of(Unless.WORKFLOW_RUN),
                            Set.of(Unless.REPOSITORY_DISPATCH),
                            Set.of(Unless.values())),
            Value.Fields.class,
                    List.of(
                            Value.fields().with("run", Value.of("a")),
                            Value.fields().with("uses", Value.of("actions/checkout")),
                            Value.fields().with("uses", Value.of("./a"))));

    private static StepTexts texts(TemplateFiles files) {
        return new StepTexts(new Templates(files), new Uses(PINS, Forges.of("github")));
    }

    /** Where no template listened to a component, two steps that differ in it would have the same text. */
    @TestFactory
    Stream<DynamicTest> whateverAStepSaysShowsInItsText() {
        StepTexts texts = texts(TemplateFiles.PACKED);
        return Arrays.stream(Step.class.getPermittedSubclasses())
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    int parts = parts(type, false);
                    for (int part = 0; part < parts; part++) {
                        assertThat(shows(type, part, parts, texts))
                                .as("part %d of %s", part, type.getSimpleName())
                                .isTrue();
                    }
                }));
    }

    /** Whether there are two steps that differ in this part alone, and in their texts. */
    private static boolean shows(Class<?> type, int part, int parts, StepTexts texts) {
        Random random = new Random(part);
        for (int i = 0; i < TRIES; i++) {
            int[] choices = random.ints(parts, 0, 12).toArray();
            String one = text(type, choices, texts);
            choices[part]++;
            if (!text(type, choices, texts).equals(one)) {
                return true;
            }
        }
        return false;
    }

    private static String text(Class<?> type, int[] choices, StepTexts texts) {
        return texts.of(List.of((Step) make(type, false, choices, new int[1])))
                .steps()
                .get(0)
                .body();
    }

    /** How many choices make a value of a type. */
    private static int parts(Class<?> type, boolean nullable) {
        if (VALUES.containsKey(type) || type.isEnum()) {
            return 1;
        }
        return Arrays.stream(type.getRecordComponents())
                        .mapToInt(component -> parts(component.getType(), isNullable(component)))
                        .sum()
                + (nullable ? 1 : 0);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object make(Class<?> type, boolean nullable, int[] choices, int[] at) {
        if (VALUES.containsKey(type) || type.isEnum()) {
            List<Object> values = new ArrayList<>(type.isEnum() ? List.of(type.getEnumConstants()) : VALUES.get(type));
            if (nullable) {
                values.add(null);
            }
            return values.get(choices[at[0]++] % values.size());
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = make(components[i].getType(), isNullable(components[i]), choices, at);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** A fact that is told in vain is found: here a template no longer asks for it. */
    @Test
    void aTemplateThatDoesNotListenIsFound() {
        StepTexts deaf = texts(path -> TemplateFiles.PACKED
                .text(path)
                .replace("<#if builds>${NOX_PYTHON%-v*}<#else>$NOX_PYTHON</#if>", "$NOX_PYTHON"));
        int parts = parts(Step.RunNox.class, false);
        assertThat(shows(Step.RunNox.class, 4, parts, texts(TemplateFiles.PACKED)))
                .isTrue();
        assertThat(shows(Step.RunNox.class, 4, parts, deaf)).isFalse();
    }

    @Test
    void everyTemplateAndEveryScriptIsUsed() throws IOException {
        Set<String> read = new TreeSet<>();
        StepTexts texts = texts(path -> {
            read.add(path);
            return TemplateFiles.PACKED.text(path);
        });
        for (Class<?> type : Step.class.getPermittedSubclasses()) {
            int parts = parts(type, false);
            Random random = new Random(parts);
            for (int i = 0; i < TRIES; i++) {
                text(type, random.ints(parts, 0, 12).toArray(), texts);
            }
        }
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> FOLDER.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(read);
        }
    }

    /** The first of FreeMarker's built-ins and the first comparison are what a whole start has for all templates. */
    @Test
    void noTemplateUsesWhatIsSlowToStart() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".ftl")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .as(file.toString())
                            .doesNotContainPattern("(?:<#|\\[=)[^>\\]]*\\w\\?\\w")
                            .doesNotContainPattern("<#(?:else)?if[^>]*=")
                            .doesNotContain("<#include", "<#import"));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
