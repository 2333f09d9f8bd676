package dev.genci.architecture.planted;

import dev.genci.architecture.planted.other.Pong;

/** One half of a cycle, for the test that finds it. */
public record Ping(Pong pong) {}
