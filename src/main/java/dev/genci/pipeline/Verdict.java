package dev.genci.pipeline;

import java.util.List;

/** Which results of its needed jobs a status job accepts. */
public sealed interface Verdict {
    /** Every one of them succeeded. */
    record AllSucceeded() implements Verdict {}

    /** These succeeded; those succeeded or were skipped. */
    record Listed(List<String> must, List<String> maySkip) implements Verdict {
        /** Copies the lists. */
        public Listed {
            must = List.copyOf(must);
            maySkip = List.copyOf(maySkip);
        }
    }
}
