package dev.genci.analysis.rule;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a schedule starts, as GitHub and Forgejo read it: POSIX cron with names and steps, days of the week from 0 to 6.
 *
 * @param fields the numbers of each field; empty when there is a problem
 * @param problem what is wrong with the first field that is wrong
 */
record Cron(Map<Part, BitSet> fields, @Nullable Problem problem) {
    private static final String WEEKDAYS = "SUN MON TUE WED THU FRI SAT";
    private static final String MONTHS = "- JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC";
    private static final List<Integer> LONGEST_MONTHS = List.of(0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

    /** Fields and the numbers that they take. */
    enum Part {
        MINUTE("minute", 0, 59, ""),
        HOUR("hour", 0, 23, ""),
        DAY("day of the month", 1, 31, ""),
        MONTH("month", 1, 12, MONTHS),
        WEEKDAY("day of the week", 0, 6, WEEKDAYS);

        private final String title;
        private final int low;
        private final int high;
        private final List<String> names;

        Part(String title, int low, int high, String names) {
            this.title = title;
            this.low = low;
            this.high = high;
            this.names = names.isEmpty() ? List.of() : List.of(names.split(" "));
        }

        /** The number that a word stands for; -1 when there is none. */
        private int number(String word) {
            if (!word.isEmpty() && word.length() < 4 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
                int number = Integer.parseInt(word);
                return number >= low && number <= high ? number : -1;
            }
            return word.length() == 3 ? names.indexOf(word.toUpperCase(Locale.ROOT)) : -1;
        }

        private String range() {
            String numbers = low + " to " + high;
            return names.isEmpty() ? numbers : numbers + " or " + names.get(low) + " to " + names.get(names.size() - 1);
        }
    }

    /** What is wrong, and with which part of the text. */
    record Problem(int start, int length, String message) {}

    /** Reads five fields; the schema lets nothing else pass. */
    static Cron of(String text) {
        Map<Part, BitSet> fields = new EnumMap<>(Part.class);
        int start = 0;
        for (Part part : Part.values()) {
            while (text.charAt(start) == ' ') {
                start++;
            }
            int end = text.indexOf(' ', start) < 0 ? text.length() : text.indexOf(' ', start);
            BitSet numbers = new BitSet();
            Problem problem = read(part, text, start, end, numbers);
            if (problem != null) {
                return new Cron(Map.of(), problem);
            }
            fields.put(part, numbers);
            start = end;
        }
        Cron cron = new Cron(fields, null);
        return cron.matches() ? cron : new Cron(Map.of(), new Problem(0, text.length(), "no month has such a day"));
    }

    private static @Nullable Problem read(Part part, String text, int from, int to, BitSet numbers) {
        int start = from;
        while (start <= to) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 || comma > to ? to : comma;
            String problem = item(part, text.substring(start, end), numbers);
            if (problem != null) {
                return new Problem(start, end - start, problem);
            }
            start = end + 1;
        }
        return null;
    }

    /** A number, a range or a star, with or without a step. */
    private static @Nullable String item(Part part, String item, BitSet numbers) {
        int slash = item.indexOf('/');
        String range = slash < 0 ? item : item.substring(0, slash);
        int step = slash < 0 ? 1 : step(item.substring(slash + 1));
        if (step < 1) {
            return "the step \"" + item.substring(slash + 1) + "\" must be a number from 1 on";
        }
        int low = part.low;
        int high = part.high;
        if (!range.equals("*")) {
            int hyphen = range.indexOf('-');
            String first = hyphen < 0 ? range : range.substring(0, hyphen);
            String last = hyphen < 0 ? first : range.substring(hyphen + 1);
            low = part.number(first);
            high = part.number(last);
            if (low < 0 || high < 0) {
                String word = low < 0 ? first : last;
                return "the " + part.title + " \"" + word + "\" must be " + part.range();
            }
            if (low > high) {
                return "the range " + range + " ends before it begins";
            }
            // As in 20/15: from 20 on.
            high = hyphen < 0 && slash >= 0 ? part.high : high;
        }
        for (int number = low; number <= high; number += step) {
            numbers.set(number);
        }
        return null;
    }

    private static int step(String text) {
        boolean number = !text.isEmpty() && text.length() < 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(text) : 0;
    }

    private BitSet numbers(Part part) {
        return Objects.requireNonNull(fields.get(part));
    }

    /** Whether some month has one of the days, or the day of the week decides. */
    private boolean matches() {
        int day = numbers(Part.DAY).nextSetBit(0);
        return numbers(Part.WEEKDAY).cardinality() < 7
                || numbers(Part.MONTH).stream().anyMatch(month -> LONGEST_MONTHS.get(month) >= day);
    }

    /** The fewest minutes between two starts on one day; 1440 when there is one start. */
    int shortestGap() {
        BitSet minutes = numbers(Part.MINUTE);
        BitSet hours = numbers(Part.HOUR);
        int gap = 24 * 60;
        int before = -gap;
        for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            for (int minute = minutes.nextSetBit(0); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
                gap = Math.min(gap, hour * 60 + minute - before);
                before = hour * 60 + minute;
            }
        }
        return gap;
    }
}
