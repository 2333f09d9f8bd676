package dev.genci.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.data.InterpreterSource;
import dev.genci.data.Refresh;
import dev.genci.data.SessionPart;
import dev.genci.data.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every component of a step is one of its parts: jobs are told apart by them. */
class StepTest {
    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(boolean.class, true),
            Map.entry(String.class, "a"),
            Map.entry(Integer.class, 7),
            Map.entry(List.class, List.of("a")),
            Map.entry(Set.class, Set.of(Unless.TAG)),
            Map.entry(InterpreterSource.class, InterpreterSource.UV),
            Map.entry(Refresh.class, Refresh.DAILY),
            Map.entry(SessionPart.class, SessionPart.INSTALL),
            Map.entry(MayFail.class, MayFail.ALWAYS),
            Map.entry(Interpreter.class, new Interpreter(InterpreterSource.UV, false, null)),
            Map.entry(Value.Fields.class, Value.fields().with("a", Value.of(1))));

    private static final CacheEntry ENTRY = new CacheEntry(
            "a",
            List.of(),
            true,
            false,
            List.of(),
            true,
            "1",
            null,
            false,
            false,
            "uv",
            Refresh.NEVER,
            false,
            null,
            false,
            false);

    private static final NoxOptions OPTIONS =
            new NoxOptions("nox", null, List.of(), false, false, false, null, null, null);

    private static Object value(Class<?> type) {
        return type == CacheEntry.class
                ? ENTRY
                : type == NoxOptions.class ? OPTIONS : Objects.requireNonNull(VALUES.get(type), type.getName());
    }

    @Test
    void partsAreItsComponents() throws ReflectiveOperationException {
        for (Class<?> type : Step.class.getPermittedSubclasses()) {
            Class<?>[] components = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(components);
            Object[] values = Arrays.stream(components).map(StepTest::value).toArray();
            assertThat(((Step) constructor.newInstance(values)).parts())
                    .as(type.getSimpleName())
                    .isEqualTo(Arrays.asList(values));
        }
    }
}
