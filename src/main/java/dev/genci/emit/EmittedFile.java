package dev.genci.emit;

import java.util.List;

/**
 * A workflow as text, and where it belongs.
 *
 * @param target the name of its forge
 * @param path relative to the base folder, with {@code /}
 * @param text what the file shall hold
 * @param unverifiedPins the pins in it of which only the committed workflow says that they are what they say, as
 *     {@code owner/name version}
 */
public record EmittedFile(String target, String path, String text, List<String> unverifiedPins) {}
