package dev.genci.emit;

import java.util.List;

/**
 * A workflow as text, and where it belongs.
 *
 * @param target the name of its forge
 * @param path relative to the base folder, with {@code /}
 * @param text the content to write
 * @param unverifiedPins the pins in it that only the committed workflow vouches for, as
 *     {@code owner/name version}
 */
public record EmittedFile(String target, String path, String text, List<String> unverifiedPins) {}
