package dev.genci.manifest;

import dev.genci.data.SessionPart;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An item of {@code calls}. */
public sealed interface CallItem {
    /**
     * A call of nox.
     *
     * @param sessions nox's names of them; none where tags select them
     * @param tags of sessions, of which nox runs all that have one; none where the call names its sessions
     * @param name of its step; absent: made of the sessions
     * @param pythonBy how nox gets the row's interpreter
     * @param parallel how many sessions nox runs at the same time, a number or {@code auto}; absent: one after another
     * @param posargs after {@code --}
     * @param part what nox does of each session
     * @param ofPart the word that says so; absent where it does all
     * @param env variables that only this call gets
     * @param condition the text of {@code if}
     */
    record Nox(
            List<Located<String>> sessions,
            List<Located<String>> tags,
            @Nullable Located<String> name,
            PythonBy pythonBy,
            @Nullable Located<String> parallel,
            List<Located<String>> posargs,
            SessionPart part,
            @Nullable Located<Boolean> ofPart,
            @Nullable YamlMapping env,
            @Nullable Located<String> condition)
            implements CallItem {

        /** What its step is called. */
        public String title() {
            return name != null
                    ? name.value()
                    : "Run " + (byTag() ? "-t " : "") + String.join(byTag() ? " " : ", ", words());
        }

        /** Whether nox gets tags in place of names. */
        public boolean byTag() {
            return sessions.isEmpty();
        }

        /** The names, or the tags. */
        public List<String> words() {
            return Located.values(byTag() ? tags : sessions);
        }

        /**
         * Its variables: those of every call, and its own, which win.
         *
         * @param start of every call
         */
        public YamlMapping variables(NoxStart start) {
            Map<String, YamlEntry> all = new LinkedHashMap<>();
            Stream.of(start.env(), env).flatMap(Stream::ofNullable).forEach(each -> all.putAll(each.entries()));
            return new YamlMapping((byTag() ? tags : sessions).get(0).place(), true, all);
        }
    }

    /** A step. */
    record Given(StepSpec step) implements CallItem {}
}
