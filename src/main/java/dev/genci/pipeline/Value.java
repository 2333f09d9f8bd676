package dev.genci.pipeline;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data as YAML knows it, without places and styles. Numbers keep their spelling. */
public sealed interface Value {
    /** A text. */
    record Text(String text) implements Value {}

    /** A number as it is written. */
    record Numeral(String text) implements Value {}

    /** True or false. */
    record Flag(boolean value) implements Value {}

    /** No value: {@code workflow_dispatch:}. */
    record Nothing() implements Value {}

    /** A list. */
    record Items(List<Value> items) implements Value {
        /** Copies the items. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping, in its order. */
    record Fields(Map<String, Value> fields) implements Value {
        /** Copies the fields. */
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** Whether there is nothing in it. */
        public boolean isEmpty() {
            return fields.isEmpty();
        }

        /** The same with one field more, or another value for it. */
        public Fields with(String key, Value value) {
            Map<String, Value> all = new LinkedHashMap<>(fields);
            all.put(key, value);
            return new Fields(all);
        }

        /** The same without a field. */
        public Fields without(String key) {
            Map<String, Value> all = new LinkedHashMap<>(fields);
            all.remove(key);
            return new Fields(all);
        }
    }

    /** A text. */
    static Value of(String text) {
        return new Text(text);
    }

    /** A whole number. */
    static Value of(int number) {
        return new Numeral(Integer.toString(number));
    }

    /** True or false. */
    static Value of(boolean value) {
        return new Flag(value);
    }

    /** A list of texts. */
    static Value texts(List<String> texts) {
        return new Items(texts.stream().map(Value::of).toList());
    }

    /** A list. */
    static Value items(Value... items) {
        return new Items(Arrays.asList(items));
    }

    /** An empty mapping, to be filled by {@link Fields#with}. */
    static Fields fields() {
        return new Fields(Map.of());
    }
}
