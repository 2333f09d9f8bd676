package dev.genci.architecture.planted.other;

import dev.genci.architecture.planted.Ping;

/** The other half of a cycle. */
public record Pong(Ping ping) {}
