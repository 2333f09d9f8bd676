package dev.genci.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** A YAML reader that was written by others and shares nothing with the compiler's own. It takes an alias for its name. */
public final class OtherReader {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private OtherReader() {}

    /** The document. What cannot be read fails the test. */
    public static JsonNode read(String yaml) {
        try {
            return MAPPER.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new AssertionError("another reader cannot read this:\n" + yaml, e);
        }
    }
}
