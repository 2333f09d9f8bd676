package dev.genci.takeover;

import dev.genci.data.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An entry that takes over rows of a job. */
final class Taken {
    private final String job;
    private final String key;
    private final Map<String, Value> fields = new LinkedHashMap<>();
    private final Set<String> questions = new LinkedHashSet<>();
    private final Set<String> functions;
    private List<Artifacts.Upload> uploads = List.of();
    private List<Artifacts.Download> downloads = List.of();

    /**
     * @param job its id in the workflow
     * @param functions of the noxfile that it runs
     */
    Taken(String job, String key, Set<String> functions) {
        this.job = job;
        this.key = key;
        this.functions = Collections.unmodifiableSet(new LinkedHashSet<>(functions));
    }

    String job() {
        return job;
    }

    String key() {
        return key;
    }

    Set<String> functions() {
        return functions;
    }

    Map<String, Value> fields() {
        return fields;
    }

    Set<String> questions() {
        return questions;
    }

    /** Keeps what its steps upload and download, to be matched when all entries are known. */
    void files(Steps steps) {
        uploads = new ArrayList<>(steps.uploads);
        downloads = new ArrayList<>(steps.downloads);
    }

    List<Artifacts.Upload> uploads() {
        return uploads;
    }

    List<Artifacts.Download> downloads() {
        return downloads;
    }
}
