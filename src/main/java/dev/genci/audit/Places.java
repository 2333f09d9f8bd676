package dev.genci.audit;

import dev.genci.source.Place;
import dev.genci.yaml.YamlScalar;

/** Where the commands of a script are in the file. */
final class Places {
    private Places() {}

    /** The place of a word in a scalar; that of the scalar where it is written otherwise. */
    static Place word(YamlScalar scalar, String word) {
        Place place = scalar.place();
        long lines = scalar.text().lines().count();
        for (int line = place.line(); line <= place.line() + lines; line++) {
            String text = place.file().line(line);
            int at = text.indexOf(word, line == place.line() ? Math.min(place.column() - 1, text.length()) : 0);
            if (at >= 0) {
                return new Place(
                        place.file(), line, text.codePointCount(0, at) + 1, word.codePointCount(0, word.length()));
            }
        }
        return place;
    }

    /** The place of a command in a scalar; that of the scalar where its lines are not those of the file. */
    static Place of(YamlScalar scalar, ShellCommand command) {
        Place place = scalar.place();
        String first = command.text().split("\n", 2)[0];
        int start = place.line() + command.line();
        for (int line = start; line <= start + 1; line++) {
            String text = place.file().line(line);
            int from = line == place.line() ? Math.min(place.column() - 1, text.length()) : 0;
            int at = first.isEmpty() ? -1 : text.indexOf(first, from);
            if (at >= 0) {
                return new Place(
                        place.file(), line, text.codePointCount(0, at) + 1, first.codePointCount(0, first.length()));
            }
        }
        return place;
    }
}
