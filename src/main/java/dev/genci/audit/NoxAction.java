package dev.genci.audit;

import dev.genci.workflow.Settings;
import dev.genci.workflow.Uses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An action of another repository that runs nox: its name says so, and an input names sessions. */
final class NoxAction {
    private static final Pattern NOX = Pattern.compile("(^|[^a-z])nox([^a-z]|$)");
    /** What prepares nox, or lists sessions; the action of nox itself installs it. */
    private static final Pattern OTHER = Pattern.compile("(setup|install|matrix|list|cache)|^wntrblm/nox$");

    private static final Map<String, String> OPTIONS = Map.of(
            "session", "-s",
            "sessions", "-s",
            "tag", "-t",
            "tags", "-t",
            "keywords", "-k",
            "python", "-p",
            "pythons", "-p",
            "force-python", "-P",
            "force-pythons", "-P");

    private static final String VIA = "action:";

    private NoxAction() {}

    /** Whether such an action started a run. */
    static boolean isStartOf(NoxRun run) {
        return run.via().startsWith(VIA) && !Paths.isOfRepository(run.via().substring(VIA.length()));
    }

    /** Whether the name of an action says that it may run nox. */
    static boolean isNamed(Uses uses) {
        String name = uses.address().replaceAll("@.*", "").toLowerCase(Locale.ROOT);
        return NOX.matcher(name).find() && !OTHER.matcher(name).find();
    }

    /**
     * What nox gets, as its own options.
     *
     * @param with the inputs
     * @return {@code null} where nothing says which sessions run
     */
    static @Nullable List<Argument> arguments(Uses uses, Settings with, Content scope) {
        List<Argument> all = new ArrayList<>();
        boolean selects = false;
        for (String name : isNamed(uses) ? with.names() : List.<String>of()) {
            String plain = name.toLowerCase(Locale.ROOT).replace('_', '-').replaceFirst("^nox-", "");
            String option = OPTIONS.get(plain);
            List<Argument> values = option == null ? List.of() : values(with.text(name), scope);
            if (option != null && !values.isEmpty()) {
                selects |= "-s-t-k".contains(option);
                all.add(new Argument(option, true));
                all.addAll(values);
            }
        }
        return selects ? all : null;
    }

    private static List<Argument> values(String written, Content scope) {
        String text = Template.text(written, scope);
        if (text == null) {
            return List.of(new Argument(written, false));
        }
        // Names with parameters have spaces and commas of their own.
        List<Argument> values = new ArrayList<>();
        for (String word : text.contains("(") ? List.of(text.strip()) : List.of(text.split("[\\s,]+", -1))) {
            if (!word.isEmpty()) {
                values.add(new Argument(word, true));
            }
        }
        return values;
    }
}
