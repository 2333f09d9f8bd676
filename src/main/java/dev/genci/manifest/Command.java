package dev.genci.manifest;

/**
 * A shell command in place of nox.
 *
 * @param namesPython whether rows are called after their interpreter even where there is one: {@code python} is a list
 */
public record Command(Located<String> script, boolean namesPython) implements Call {}
