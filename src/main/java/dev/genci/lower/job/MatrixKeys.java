package dev.genci.lower.job;

import dev.genci.data.JobId;
import dev.genci.lower.row.KnownField;
import dev.genci.lower.row.RowField;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the keys of a matrix: names that expressions can read, each once, also without regard to case. */
final class MatrixKeys {
    /** What a matrix means something else by. */
    private static final List<String> RESERVED = List.of("include", "exclude");

    private MatrixKeys() {}

    /** The keys of fields whose names come from the manifest. */
    static Map<RowField, String> of(Collection<RowField> fields) {
        Map<RowField, String> keys = new HashMap<>();
        Set<String> taken = new HashSet<>(RESERVED);
        for (KnownField field : KnownField.values()) {
            taken.add(field.key());
        }
        for (RowField field : fields) {
            if (!(field instanceof KnownField)) {
                keys.put(field, free(JobId.of(field.key()), taken));
            }
        }
        return keys;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        int number = 2;
        while (!taken.add(free.toLowerCase(Locale.ROOT))) {
            free = name + "-" + number++;
        }
        return free;
    }
}
