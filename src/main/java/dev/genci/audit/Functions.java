package dev.genci.audit;

import dev.genci.source.SourceFile;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import dev.genci.yaml.YamlTree;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The functions of expressions whose value follows from their arguments alone. */
final class Functions {
    private Functions() {}

    /** The value of a call; unknown for a function that only a run can call. */
    static Content call(String name, List<Content> arguments) {
        if (!arguments.stream().allMatch(Content::isKnown)) {
            return new Content.Unknown();
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "contains" -> contains(arguments);
            case "startswith" -> test(arguments, String::startsWith);
            case "endswith" -> test(arguments, String::endsWith);
            case "format" -> format(arguments);
            case "join" -> join(arguments);
            case "fromjson" -> fromJson(arguments);
            case "case" -> chosen(arguments);
            default -> new Content.Unknown();
        };
    }

    /** The value behind the first condition that holds, or else the last argument. */
    private static Content chosen(List<Content> arguments) {
        int last = arguments.size() - 1;
        for (int i = 0; i + 1 < last; i += 2) {
            if (!(arguments.get(i) instanceof Content.Truth condition)) {
                return new Content.Unknown();
            }
            if (condition.value()) {
                return arguments.get(i + 1);
            }
        }
        return last < 0 ? new Content.Unknown() : arguments.get(last);
    }

    /** A test of two texts. */
    private interface Test {
        boolean of(String one, String two);
    }

    private static @Nullable String text(List<Content> arguments, int index) {
        return index < arguments.size() ? arguments.get(index).text() : null;
    }

    private static Content test(List<Content> arguments, Test test) {
        String one = text(arguments, 0);
        String two = text(arguments, 1);
        return one == null || two == null
                ? new Content.Unknown()
                : new Content.Truth(test.of(one.toLowerCase(Locale.ROOT), two.toLowerCase(Locale.ROOT)));
    }

    private static Content contains(List<Content> arguments) {
        String wanted = text(arguments, 1);
        if (!arguments.isEmpty()
                && arguments.get(0) instanceof Content.Tree tree
                && tree.node() instanceof YamlSequence list
                && wanted != null) {
            return new Content.Truth(list.items().stream()
                    .anyMatch(item -> wanted.equalsIgnoreCase(Content.of(item).text())));
        }
        return test(arguments, String::contains);
    }

    private static Content format(List<Content> arguments) {
        String pattern = text(arguments, 0);
        if (pattern == null || arguments.stream().anyMatch(each -> each.text() == null)) {
            return new Content.Unknown();
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int close = c == '{' ? pattern.indexOf('}', i) : -1;
            if ((c == '{' || c == '}') && pattern.startsWith(c + "" + c, i)) {
                out.append(c);
                i++;
            } else if (c == '{' && close > i) {
                double number = Content.toNumber(pattern.substring(i + 1, close));
                String value = number >= 0 ? text(arguments, 1 + (int) number) : null;
                if (value == null || out.length() + value.length() > Template.LARGEST) {
                    return new Content.Unknown();
                }
                out.append(value);
                i = close;
            } else if (c == '{') {
                return new Content.Unknown();
            } else {
                out.append(c);
            }
        }
        return new Content.Text(out.toString());
    }

    private static Content join(List<Content> arguments) {
        String separator = arguments.size() > 1 ? text(arguments, 1) : ",";
        if (arguments.isEmpty() || separator == null) {
            return new Content.Unknown();
        }
        if (arguments.get(0) instanceof Content.Tree tree
                && tree.node() instanceof YamlSequence list
                && list.items().stream().allMatch(YamlScalar.class::isInstance)) {
            return joined(list, separator);
        }
        return new Content.Unknown();
    }

    private static Content joined(YamlSequence list, String separator) {
        StringBuilder out = new StringBuilder();
        for (YamlNode item : list.items()) {
            out.append(out.isEmpty() ? "" : separator).append(Content.of(item).text());
            if (out.length() > Template.LARGEST) {
                return new Content.Unknown();
            }
        }
        return new Content.Text(out.toString());
    }

    /** JSON is YAML. */
    private static Content fromJson(List<Content> arguments) {
        String json = text(arguments, 0);
        YamlTree tree = json == null || json.isBlank() || json.length() > Template.LONGEST
                ? null
                : YamlReader.readShared(new SourceFile("JSON", json)).value();
        YamlNode root = tree == null ? null : tree.root();
        return root == null ? new Content.Unknown() : Content.of(root);
    }
}
