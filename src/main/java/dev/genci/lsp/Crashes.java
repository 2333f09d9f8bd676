package dev.genci.lsp;

/** Gets to know of bugs of gen-ci. */
public interface Crashes {
    /**
     * Reports one where people look for it.
     *
     * @return what was reported
     */
    String report(Throwable crash);
}
