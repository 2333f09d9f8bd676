package dev.genci.emit;

/**
 * A workflow as text, and where it belongs.
 *
 * @param target the name of its forge
 * @param path relative to the base folder, with {@code /}
 * @param text what the file shall hold
 */
public record EmittedFile(String target, String path, String text) {}
