package dev.genci.emit;

/**
 * A workflow as text.
 *
 * @param path relative to the base folder, with {@code /}
 * @param text what the file shall hold
 * @param tree what the text must load back to
 */
public record EmittedFile(String target, String path, String text, WorkflowTree tree) {}
