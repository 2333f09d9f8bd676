package dev.genci.manifest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Several calls of nox and steps, in their order.
 *
 * @param start how nox starts, in all calls alike
 * @param namesPython whether rows are called after their interpreter even where there is one: {@code python} is a list
 * @param forced the word by which the entry, or its default, wants to force the interpreter: nothing does in a list
 */
public record CallList(
        List<CallItem> items,
        NoxStart start,
        boolean namesPython,
        @Nullable Located<String> forced) implements Call {

    /** The calls of nox, without the steps. */
    public List<CallItem.Nox> ofNox() {
        return items.stream()
                .filter(CallItem.Nox.class::isInstance)
                .map(CallItem.Nox.class::cast)
                .toList();
    }

    @Override
    public CallList list() {
        return this;
    }

    @Override
    public boolean callsNox() {
        return true;
    }

    @Override
    public boolean makesEnvironment() {
        return true;
    }

    @Override
    public Stream<PythonBy> waysOfPython() {
        return ofNox().stream().map(CallItem.Nox::pythonBy);
    }

    @Override
    public List<NoxCall> sessions() {
        List<NoxCall> sessions = new ArrayList<>();
        for (CallItem.Nox call : ofNox()) {
            for (Located<String> session : call.sessions()) {
                sessions.add(new NoxCall(session, call.pythonBy(), call.posargs(), true, start));
            }
        }
        return sessions;
    }

    /** The steps among the calls. */
    public List<StepSpec> steps() {
        return items.stream()
                .filter(CallItem.Given.class::isInstance)
                .map(item -> ((CallItem.Given) item).step())
                .toList();
    }

    /**
     * Eight digits that change with the environments that nox makes, by CRC-32: of each session a line with its name and, after a
     * space, how nox gets the interpreter; of each tag one that begins with {@code -t} and a space.
     */
    public String digest() {
        CRC32 digest = new CRC32();
        for (CallItem.Nox call : ofNox()) {
            String by = call.pythonBy() == PythonBy.NAME ? "name" : "job";
            for (String word : call.words()) {
                String line = (call.byTag() ? "-t " : "") + word + " " + by + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        String digits = Long.toHexString(digest.getValue());
        return "0".repeat(8 - digits.length()) + digits;
    }
}
