package dev.genci.manifest;

import java.util.List;

/** The files that a session leaves for others, and those that it takes. */
public record Artifacts(List<Upload> uploads, List<Download> downloads) {}
