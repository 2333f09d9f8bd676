package dev.genci.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Data as YAML knows it, without places and styles. Numbers keep their spelling.
 *
 * <p>Equality is written out here, as in the other records that every run compares: the first use of what Java generates
 * for records takes as long as a JVM needs to start.
 */
public sealed interface Value {
    /** A text. */
    record Text(String text) implements Value {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text same && text.equals(same.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /** A number as it is written. */
    record Numeral(String text) implements Value {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Numeral same && text.equals(same.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode() + 1;
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Value {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Flag same && value == same.value;
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(value);
        }
    }

    /** No value: {@code workflow_dispatch:}. */
    record Nothing() implements Value {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Nothing;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** A list. */
    record Items(List<Value> items) implements Value {
        /** Copies the items. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Items same && items.equals(same.items);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }
    }

    /** A mapping, in its order. */
    record Fields(Map<String, Value> fields) implements Value {
        /** Copies the fields. */
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Fields same && fields.equals(same.fields);
        }

        @Override
        public int hashCode() {
            return fields.hashCode();
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
