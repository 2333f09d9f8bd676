package dev.genci.oracle;

import dev.genci.compiler.Compiler;
import dev.genci.compiler.PinPolicy;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.emit.EmittedFile;
import dev.genci.manifest.Manifest;
import dev.genci.source.SourceFile;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Project;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles many manifests in one process, for checks that are not written in Java.
 *
 * <p>Standard input is manifests. The answer to each is a number and so many pairs of texts: a target with a path and the workflow,
 * or {@code error}, {@code warning} or {@code note} and {@code rule: message}, or {@code bug} and what was thrown. A
 * number is four bytes, the highest first; a text is the number of its bytes and UTF-8.
 */
public final class Batch {
    private record Part(String name, String text) {}

    private Batch() {}

    public static void main(String[] arguments) throws IOException {
        Compiler compiler = new Compiler();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            for (int length = length(in); length >= 0; length = length(in)) {
                String manifest = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                List<Part> answer = answer(compiler, manifest);
                out.writeInt(answer.size());
                for (Part part : answer) {
                    write(out, part.name());
                    write(out, part.text());
                }
                out.flush();
            }
        }
    }

    /** What the next manifest's length is; -1 at the end. */
    private static int length(DataInputStream in) throws IOException {
        byte[] number = in.readNBytes(Integer.BYTES);
        return number.length < Integer.BYTES ? -1 : ByteBuffer.wrap(number).getInt();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static List<Part> answer(Compiler compiler, String manifest) {
        List<Part> answer = new ArrayList<>();
        try {
            CommittedFiles none = new CommittedFiles(Project.of(Path.of("there", "is", "none", "sessions.yaml")));
            Outcome<List<EmittedFile>> outcome = compiler.compile(
                    new SourceFile("sessions.yaml", manifest), none, Manifest::targets, PinPolicy.KEEP);
            if (outcome.value() != null) {
                outcome.value().forEach(file -> answer.add(new Part(file.target() + " " + file.path(), file.text())));
            }
            for (Diagnostic each : outcome.diagnostics()) {
                answer.add(new Part(each.severity().word(), each.rule().id() + ": " + each.message()));
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            answer.add(new Part("bug", e.toString()));
        }
        return answer;
    }
}
