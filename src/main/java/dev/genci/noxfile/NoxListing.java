package dev.genci.noxfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All sessions of a noxfile, in its order.
 *
 * @param sessions one or more
 */
public record NoxListing(List<NoxSession> sessions) {

    /** Copies the sessions. */
    public NoxListing {
        sessions = List.copyOf(sessions);
    }

    /** The sessions by the name of their function, in the noxfile's order. */
    public Map<String, List<NoxSession>> byName() {
        Map<String, List<NoxSession>> byName = new LinkedHashMap<>();
        for (NoxSession session : sessions) {
            byName.computeIfAbsent(session.name(), name -> new ArrayList<>()).add(session);
        }
        return byName;
    }
}
