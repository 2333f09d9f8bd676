package dev.genci.testing;

import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.compiler.PinPolicy;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.emit.EmittedFile;
import dev.genci.manifest.Manifest;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Manifests for tests that look at one thing. */
public final class Manifests {
    private static final Compiler COMPILER = new Compiler();
    private static final String FLAGS = "version: 1\ndefaults: {ci: true, parallel-safe: true}\n";

    private Manifests() {}

    /** The manifest of a text without errors. */
    public static Manifest manifest(String text) {
        return analyses(text).get(0).manifest();
    }

    /** The workflows of a text without errors. */
    public static List<Analysis> analyses(String text) {
        Outcome<List<Analysis>> analysis = COMPILER.analyze(new SourceFile("sessions.yaml", text));
        if (analysis.value() == null) {
            throw new AssertionError(analysis.diagnostics());
        }
        return analysis.value();
    }

    /** A manifest in which both flags are said for all. */
    public static String withFlags(String rest) {
        return FLAGS + rest;
    }

    /** What all stages say, each as {@code line:column severity [rule] message}, sorted. */
    public static List<String> diagnostics(String text) {
        CommittedFiles committed = new CommittedFiles(Project.of(Path.of("there", "is", "none", "sessions.yaml")));
        try {
            Outcome<?> outcome = COMPILER.compile(
                    new SourceFile("sessions.yaml", text), committed, Manifest::targets, PinPolicy.KEEP);
            return Diagnostic.sorted(outcome.diagnostics()).stream()
                    .map(Manifests::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a manifest without errors, in a folder where nothing is committed. */
    public static List<EmittedFile> files(String text) {
        CommittedFiles committed = new CommittedFiles(Project.of(Path.of("there", "is", "none", "sessions.yaml")));
        try {
            Outcome<List<EmittedFile>> outcome = COMPILER.compile(
                    new SourceFile("sessions.yaml", text), committed, Manifest::targets, PinPolicy.KEEP);
            if (outcome.value() == null) {
                throw new AssertionError(outcome.diagnostics());
            }
            return outcome.value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A diagnostic as {@code line:column severity [rule] message}. */
    public static String line(Diagnostic diagnostic) {
        Place place = diagnostic.place();
        return place.line() + ":" + place.column() + " " + diagnostic.severity().word() + " ["
                + diagnostic.rule().id() + "] " + diagnostic.message();
    }
}
