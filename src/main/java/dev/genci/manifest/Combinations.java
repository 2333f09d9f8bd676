package dev.genci.manifest;

import java.util.AbstractList;
import java.util.List;

/**
 * Every combination of parameters, each as nox prints it: {@code db='a', os='b'}. The last parameter changes first. A combination
 * is made when somebody asks for it, since a few names with a few values each are more of them than any memory holds.
 *
 * @see Axes#rows
 */
final class Combinations extends AbstractList<Located<String>> {
    private final List<List<Located<String>>> axes;
    private final int size;

    /** @param axes the values of each parameter, with its name; not empty */
    Combinations(List<List<Located<String>>> axes) {
        this.axes = List.copyOf(axes);
        long product = 1;
        for (List<Located<String>> axis : axes) {
            product = Math.min(product * axis.size(), Integer.MAX_VALUE);
        }
        this.size = (int) product;
    }

    @Override
    public Located<String> get(int index) {
        int rest = index;
        String text = "";
        for (int i = axes.size() - 1; i > 0; i--) {
            List<Located<String>> axis = axes.get(i);
            text = ", " + axis.get(rest % axis.size()).value() + text;
            rest /= axis.size();
        }
        Located<String> first = axes.get(0).get(rest);
        return new Located<>(first.value() + text, first.place());
    }

    /** Their number, or the largest number if there are more. */
    @Override
    public int size() {
        return size;
    }
}
