package dev.genci.emit;

/** Writes the {@code uses} of an action as a forge finds it. */
public interface Actions {
    /**
     * The address of an action.
     *
     * @param action {@code owner/name}, with or without a path inside the repository
     */
    String address(String action);
}
