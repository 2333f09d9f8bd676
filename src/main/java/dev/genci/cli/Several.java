package dev.genci.cli;

import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.TargetSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Does for several manifests, one after another, what a verb does for one. All are reported; the exit code is the highest.
 *
 * @param heading gets the name of each manifest before it is its turn
 */
record Several(Compiler compiler, Console console, Arguments arguments, Consumer<String> heading) {

    /** The forms that are one document, of which two are none. */
    private static final List<String> ONE_DOCUMENT = List.of("json", "sarif");

    /**
     * Does it.
     *
     * @param verb for the arguments with one of the manifests; gives the exit code
     */
    int run(ToIntFunction<Arguments> verb) {
        List<String> manifests = arguments.manifests();
        if (manifests.contains("-")) {
            throw new Failure(ExitCode.USAGE, "standard input cannot be one of several manifests");
        }
        String format = arguments.text(Options.FORMAT);
        if (format != null && ONE_DOCUMENT.contains(format)) {
            throw new Failure(ExitCode.USAGE, "--format " + format + " is for one manifest");
        }
        List<Diagnostic> clashes = clashes();
        console.say(clashes, arguments.color());
        int code = clashes.isEmpty() ? ExitCode.OK : ExitCode.INPUT;
        for (String manifest : manifests) {
            heading.accept(manifest);
            try {
                code = Math.max(code, verb.applyAsInt(arguments.of(manifest)));
            } catch (Failure failure) {
                if (!String.valueOf(failure.getMessage()).isEmpty()) {
                    console.say("gen-ci: " + failure.getMessage());
                }
                code = Math.max(code, failure.exitCode());
            }
        }
        return code;
    }

    /** The files that more than one manifest names. What is wrong with a manifest itself is not looked for here. */
    private List<Diagnostic> clashes() {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, TargetSettings> owners = new HashMap<>();
        for (String manifest : arguments.manifests()) {
            Map<String, TargetSettings> own = claims(arguments.of(manifest));
            own.forEach((path, target) -> {
                TargetSettings first = owners.putIfAbsent(path, target);
                if (first != null) {
                    found.add(Diagnostic.of(
                                    RuleId.PATH_CLAIMED_TWICE,
                                    target.file().place(),
                                    "two manifests write to the same file")
                            .related(first.file().place(), "the other manifest"));
                }
            });
        }
        return found;
    }

    private Map<String, TargetSettings> claims(Arguments one) {
        Map<String, TargetSettings> claims = new HashMap<>();
        try {
            ManifestInput.Read read = ManifestInput.read(console, one, diagnostics -> {});
            List<Analysis> analyses = compiler.analyze(read.source()).value();
            if (analyses != null) {
                analyses.get(0).manifest().all().targets().forEach(target -> {
                    String path = read.project()
                            .resolve(target.file().value())
                            .normalize()
                            .toString();
                    claims.putIfAbsent(path.toLowerCase(Locale.ROOT), target);
                });
            }
        } catch (Failure unreadable) {
            // The verb says so when it is this manifest's turn.
            return Map.of();
        }
        return claims;
    }
}
