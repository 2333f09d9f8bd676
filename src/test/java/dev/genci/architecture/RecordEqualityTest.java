package dev.genci.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.pipeline.Step;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Records that write their equality out, to start faster, compare every component as the generated methods would. */
final class RecordEqualityTest {
    private static final Path CLASSES = Path.of("target/classes");

    @TestFactory
    Stream<DynamicTest> everyComponentCounts() throws IOException {
        List<Class<?>> records = records();
        assertThat(records).extracting(Class::getSimpleName).contains("JobTemplate", "CacheEntry", "Text", "Key");
        return records.stream().map(type -> DynamicTest.dynamicTest(type.getName(), () -> compare(type)));
    }

    /** Steps are compared at every start: one generated method among them costs a tenth of it. */
    @Test
    void whatStepsHoldIsWrittenOut() throws IOException {
        Set<Class<?>> held = new HashSet<>();
        for (Class<?> step : Step.class.getPermittedSubclasses()) {
            for (RecordComponent component : step.getRecordComponents()) {
                if (component.getType().isRecord()) {
                    held.add(component.getType());
                }
            }
        }
        assertThat(held).isNotEmpty();
        assertThat(records()).containsAll(held);
    }

    private static List<Class<?>> records() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("dev"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .map(RecordEqualityTest::load)
                    .filter(type -> type.isRecord() && isWrittenOut(type))
                    .toList();
        }
    }

    /** Generated methods only hand over to a bootstrap method; those that do their own work need no such constant. */
    private static boolean isWrittenOut(Class<?> type) {
        try {
            String file =
                    CLASSES.resolve(type.getName().replace('.', '/') + ".class").toString();
            String bytes = Files.readString(Path.of(file), java.nio.charset.StandardCharsets.ISO_8859_1);
            return bytes.contains("java/util/Arrays") && bytes.contains("parts")
                    || type.getName().contains("Value$");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compare(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        Object[] arguments = arguments(components, 0);
        Object one = constructor.newInstance(arguments);
        assertThat(constructor.newInstance(arguments(components, 0)))
                .isEqualTo(one)
                .hasSameHashCodeAs(one);
        assertThat(one).isNotEqualTo("another type");
        if (components.length > 0) {
            assertThat(constructor.newInstance(arguments(components, 1)).hashCode())
                    .isNotEqualTo(one.hashCode());
        }
        for (int i = 0; i < components.length; i++) {
            Object[] changed = arguments(components, 0);
            changed[i] = value(components[i], 1);
            assertThat(constructor.newInstance(changed))
                    .as(components[i].getName())
                    .isNotEqualTo(one);
        }
    }

    private static Object[] arguments(RecordComponent[] components, int variant) {
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : components) {
            arguments.add(value(component, variant));
        }
        return arguments.toArray();
    }

    /** One of two different values of a component. */
    private static Object value(RecordComponent component, int variant) {
        Class<?> type = component.getType();
        if (component.getGenericType().getTypeName().contains("List<" + Step.class.getName() + ">")) {
            return List.of(new Step.Warn(variant == 1));
        }
        if (type == boolean.class) {
            return variant == 1;
        }
        if (type == int.class || type == Integer.class) {
            return variant;
        }
        if (type == List.class) {
            return variant == 0 ? List.of() : List.of(dev.genci.data.Value.of("x"));
        }
        if (type == Set.class) {
            return variant == 0 ? Set.of() : Set.of(dev.genci.data.Value.of("x"));
        }
        if (type == Map.class) {
            return variant == 0 ? Map.of() : Map.of("x", dev.genci.data.Value.of("y"));
        }
        if (type == BitSet.class) {
            return BitSet.valueOf(new long[] {variant});
        }
        if (type == String.class) {
            return "text " + variant;
        }
        if (type == dev.genci.data.Value.class) {
            return dev.genci.data.Value.of(variant);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[variant];
        }
        return made(type, variant);
    }

    private static Object made(Class<?> type, int variant) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments(components, variant));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
