package dev.genci.data;

/**
 * A commit of an action.
 *
 * @param sha 40 hexadecimal digits
 * @param version the tag of that commit, {@code v7.0.1}
 */
public record Pin(String sha, String version) {}
