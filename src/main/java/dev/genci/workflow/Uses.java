package dev.genci.workflow;

import dev.genci.source.Place;

/**
 * The action of a step.
 *
 * @param place of the value of {@code uses}
 * @param address without a ref: {@code owner/name}, {@code owner/name/path}, a URL, {@code ./path},
 *     {@code docker://image}
 * @param ref the part after the first {@code @}; empty if there is none
 * @param comment on the same line, directly after the value, without {@code #} and the spaces around it; empty when
 *     there is none. It may contain any character except a line break
 */
public record Uses(Place place, String address, String ref, String comment) {

    /** {@code owner/name} of the action: without the forge it leads to, and without a path inside the repository. */
    public String repository() {
        String path = address;
        int scheme = path.indexOf("://");
        if (scheme >= 0) {
            int host = path.indexOf('/', scheme + 3);
            path = host < 0 ? "" : path.substring(host + 1);
        }
        String[] parts = path.split("/", 3);
        return parts.length < 2 ? path : parts[0] + "/" + parts[1];
    }
}
