package dev.genci.fuzz;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Changes the data that a manifest is: what comes out is YAML, and often a manifest. */
final class TreeMutations {
    private static final List<Object> ODD = List.of(
            true,
            false,
            0,
            -1,
            3.1,
            7201,
            Long.MAX_VALUE,
            new BigInteger("9".repeat(40)),
            "",
            List.of(),
            Map.of(),
            List.of(List.of()),
            Map.of("", ""));

    private final Seeds seeds;
    private final Random random;

    TreeMutations(Seeds seeds, Random random) {
        this.seeds = seeds;
        this.random = random;
    }

    /** A place in the tree: of a mapping's value, or of an item. */
    private record Slot(Object parent, Object key) {
        Object value() {
            return parent instanceof Map<?, ?> map ? map.get(key) : ((List<?>) parent).get((Integer) key);
        }

        @SuppressWarnings("unchecked")
        void set(Object value) {
            if (parent instanceof Map) {
                ((Map<Object, Object>) parent).put(key, value);
            } else {
                ((List<Object>) parent).set((Integer) key, value);
            }
        }

        void remove() {
            if (parent instanceof Map<?, ?> map) {
                map.remove(key);
            } else {
                ((List<?>) parent).remove((int) (Integer) key);
            }
        }
    }

    /** A copy that differs. */
    Object mutate(Object root) {
        Object copy = copy(root);
        List<Slot> slots = new ArrayList<>();
        collect(copy, slots);
        if (slots.isEmpty()) {
            return copy;
        }
        Slot slot = Seeds.pick(slots, random);
        switch (random.nextInt(18)) {
            case 0 -> slot.set(Seeds.pick(Hostile.TEXTS, random));
            case 1 -> slot.set(random.nextInt(8) == 0 ? null : copy(Seeds.pick(ODD, random)));
            case 2, 11, 12, 14, 15, 16 -> slot.set(copy(seeds.value(String.valueOf(slot.key()), random)));
            case 3, 13, 17 -> slot.remove();
            case 4 -> rename(slot);
            case 5 -> more(slot, seeds.key(random));
            case 6 -> slot.set(wrapped(slot.value()));
            case 7 -> swap(slot, Seeds.pick(slots, random));
            case 8 -> slot.set(copy(Seeds.pick(slots, random).value()));
            case 9 -> many(slot);
            default -> more(slot, Seeds.pick(Hostile.TEXTS, random));
        }
        return copy;
    }

    private static void collect(Object node, List<Slot> slots) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                slots.add(new Slot(map, key));
                collect(value, slots);
            });
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                slots.add(new Slot(list, i));
                collect(list.get(i), slots);
            }
        }
    }

    private void rename(Slot slot) {
        Object value = slot.value();
        slot.remove();
        boolean hostile = random.nextInt(3) == 0;
        add(slot.parent(), hostile ? Seeds.pick(Hostile.TEXTS, random) : seeds.key(random), value);
    }

    /** One more beside a slot, or inside it. */
    private void more(Slot slot, String key) {
        Object parent = slot.value() instanceof Map && random.nextBoolean() ? slot.value() : slot.parent();
        add(parent, key, copy(seeds.value(key, random)));
    }

    @SuppressWarnings("unchecked")
    private static void add(Object parent, String key, Object value) {
        if (parent instanceof Map) {
            ((Map<Object, Object>) parent).put(key, value);
        } else {
            ((List<Object>) parent).add(value);
        }
    }

    private static void swap(Slot a, Slot b) {
        Object first = copy(a.value());
        a.set(copy(b.value()));
        b.set(first);
    }

    /** In a list or a mapping, or in a hundred of them. */
    private Object wrapped(Object value) {
        boolean list = random.nextBoolean();
        UnaryOperator<Object> wrap = list
                ? inner -> new ArrayList<>(Collections.singletonList(inner))
                : inner -> new LinkedHashMap<>(Collections.singletonMap("a", inner));
        Object result = value;
        for (int i = random.nextInt(6) == 0 ? random.nextInt(150) : 1; i > 0; i--) {
            result = wrap.apply(result);
        }
        return result;
    }

    /** Copies under other names, sometimes more than a matrix holds. */
    private void many(Slot slot) {
        int count = random.nextInt(10) == 0 ? 300 : random.nextInt(4);
        for (int i = 0; i < count; i++) {
            add(slot.parent(), slot.key() + "-" + i, copy(slot.value()));
        }
    }

    /** Nothing is shared, so that a change is in one place and a tree stays a tree. */
    private static Object copy(Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, copy(value)));
            return copy;
        }
        return node instanceof List<?> list
                ? new ArrayList<>(list.stream().map(TreeMutations::copy).toList())
                : node;
    }
}
