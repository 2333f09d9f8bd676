package dev.genci.workspace;

import dev.genci.data.ActionName;
import dev.genci.data.ActionVersion;
import dev.genci.data.Pin;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the pins of a workflow: {@code owner/name@<40 hex digits> # v1.2.3}, whoever wrote them there. */
public final class PinReader {
    private static final int SHA = 40;

    private PinReader() {}

    /** The pins by {@code owner/name}; the highest version where there are several. */
    public static Map<String, Pin> read(String workflow) {
        Map<String, Pin> pins = new LinkedHashMap<>();
        workflow.lines().forEach(line -> {
            int at = line.indexOf('@');
            int uses = line.indexOf("uses:");
            if (uses >= 0 && at > uses && at + SHA < line.length()) {
                String sha = line.substring(at + 1, at + 1 + SHA);
                String comment = line.substring(at + 1 + SHA).strip();
                String action =
                        action(line.substring(uses + "uses:".length(), at).strip());
                if (isSha(sha) && comment.startsWith("# ") && action.contains("/")) {
                    Pin pin = new Pin(sha, comment.substring(2).split(" ", 2)[0]);
                    pins.merge(action, pin, (a, b) -> ActionVersion.compare(a.version(), b.version()) >= 0 ? a : b);
                }
            }
        });
        return pins;
    }

    /** {@code owner/name} of an address: without the forge it leads to, and without a path inside the repository. */
    private static String action(String address) {
        String path = address;
        int scheme = path.indexOf("://");
        if (scheme >= 0) {
            int host = path.indexOf('/', scheme + 3);
            path = host < 0 ? "" : path.substring(host + 1);
        }
        return ActionName.repository(path);
    }

    private static boolean isSha(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }
}
