package dev.genci.fuzz;

import dev.genci.cli.GenCi;
import dev.genci.fuzz.Oracle.Finding;
import dev.genci.fuzz.Oracle.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Tries mutated manifests until the time is over. Each has a number; the first is printed, so that a run can be had again.
 * A manifest that breaks a promise is made smaller, printed, and kept.
 */
public final class Fuzz {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHRINKING = Duration.ofSeconds(30);
    /** So many faults are enough to look at. */
    private static final int MOST_FAULTS = 20;
    /** Starting a process takes as long as a hundred manifests. */
    private static final int PROCESSES = 6;

    private final Mutator mutator = new Mutator(Seeds.ofRepository());
    private final Subject subject;
    private final Path faulty;
    private final Kept kept;
    private final Consumer<String> tell;
    private final AtomicLong next;
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final List<String> faults = new ArrayList<>();
    private int texts;

    /**
     * @param faulty the folder for manifests that break a promise
     * @param kept gets what is accepted
     * @param first the number of the first manifest
     * @param tell takes every fault as soon as it is found
     */
    Fuzz(Subject subject, Path faulty, Kept kept, long first, Consumer<String> tell) {
        this.subject = subject;
        this.faulty = faulty;
        this.kept = kept;
        this.tell = tell;
        this.next = new AtomicLong(first);
    }

    /**
     * {@code [--seconds N] [--seed S] [--count N] [--keep N] [--share N]}; without a seed, one that nobody has had. Of the
     * manifests that are accepted, so many are kept below {@code target/accepted}. Of the hostile texts every Nth is tried,
     * which ones the seed says.
     */
    public static void main(String[] args) throws Exception {
        long seconds = 60;
        long count = Long.MAX_VALUE;
        long first = System.currentTimeMillis() / 1000 * 1_000_000;
        int keep = 0;
        int share = 1;
        for (int i = 0; i < args.length; i += 2) {
            long value = i + 1 < args.length ? Long.parseLong(args[i + 1]) : -1;
            switch (args[i]) {
                case "--seconds" -> seconds = value;
                case "--seed" -> first = value;
                case "--count" -> count = value;
                case "--keep" -> keep = (int) value;
                case "--share" -> share = (int) value;
                default -> throw new IllegalArgumentException("no such option: " + args[i]);
            }
        }
        System.out.println("first seed: " + first);
        Kept kept = new Kept(keep, first);
        Fuzz fuzz = new Fuzz(
                Subject::genCi,
                Path.of("target", "fuzz"),
                kept,
                first,
                fault -> System.out.println("NOT OK: " + fault));
        if (count > 1) {
            fuzz.tryHostileTexts(share, first);
        }
        fuzz.run(Duration.ofSeconds(seconds), count);
        if (keep > 0) {
            kept.write(Path.of("target", "accepted")); // conformance/judge-accepted
        }
        boolean good = fuzz.report(first);
        Runtime.getRuntime().halt(good ? 0 : 1); // also when a thread hangs
    }

    /** Not random: hostile texts at every place of the schema. Whoever wants one manifest again goes without. */
    private void tryHostileTexts(int share, long first) throws IOException {
        HostileValues values = new HostileValues(share, first, kept);
        values.faults().forEach(this::add);
        texts = values.tried();
        System.out.println(texts + " hostile texts at " + HostileValues.places().size() + " places of the schema");
    }

    /** Tries manifests on every processor, until the time is over or that many are done; then a few as processes. */
    void run(Duration time, long count) throws InterruptedException {
        Instant end = Instant.now().plus(time);
        long last = count == Long.MAX_VALUE ? Long.MAX_VALUE : next.get() + count;
        List<Thread> threads = new ArrayList<>();
        for (int i = Runtime.getRuntime().availableProcessors(); i > 0; i--) {
            Thread thread = new Thread(() -> work(end, last));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work(Instant end, long last) {
        try {
            Path scratch = Files.createTempDirectory("gen-ci-fuzz");
            try {
                Oracle oracle = new Oracle(subject, LIMIT, scratch, kept);
                for (long seed = next.getAndIncrement();
                        seed < last && Instant.now().isBefore(end) && faults().size() < MOST_FAULTS;
                        seed = next.getAndIncrement()) {
                    tryOne(seed, oracle);
                }
            } finally {
                Folder.delete(scratch);
            }
        } catch (Exception e) {
            add("the fuzzer itself failed: " + e);
        }
    }

    private void tryOne(long seed, Oracle oracle) throws Exception {
        byte[] manifest = mutator.manifest(seed);
        Map<String, String> committed = mutator.committed(seed);
        Finding finding = oracle.look(manifest, committed);
        if (finding.fault().isEmpty()) {
            synchronized (this) {
                verdicts.merge(finding.verdict(), 1, Integer::sum);
            }
            return;
        }
        Fault fault = finding.fault().get();
        Shrinker shrinker = new Shrinker(
                smaller -> oracle.look(smaller, committed)
                        .fault()
                        .filter(other -> other.kind() == fault.kind())
                        .isPresent(),
                SHRINKING);
        byte[] smallest = shrinker.shrink(manifest);
        Files.createDirectories(faulty);
        Files.write(faulty.resolve(seed + ".yaml"), manifest);
        Path file = Files.write(faulty.resolve(seed + "-small.yaml"), smallest);
        add("seed " + seed + ": " + fault + "\nits smallest manifest, " + smallest.length + " bytes, is " + file + ":\n"
                + new String(smallest, StandardCharsets.UTF_8));
    }

    private synchronized void add(String fault) {
        faults.add(fault);
        tell.accept(fault);
    }

    /** What went wrong, with its seeds. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many manifests ended how. */
    synchronized int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    /** A few manifests once more, as processes: the same output and the same end. */
    private void compareWithProcesses(long first) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("gen-ci-fuzz");
        try {
            for (long seed = first; seed < first + PROCESSES; seed++) {
                Files.write(folder.resolve("sessions.yaml"), mutator.manifest(seed));
                List<String> args = List.of("generate", "--verbose");
                GenCi.Result within = GenCi.run(folder, new byte[0], args);
                if (!WholeProcess.run(folder, args).equals(within)) {
                    add("seed " + seed + ": as a process it ends otherwise: " + WholeProcess.run(folder, args)
                            + "\nnot " + within);
                }
            }
        } finally {
            Folder.delete(folder);
        }
    }

    /** The last line is what this found. */
    private boolean report(long first) throws IOException, InterruptedException {
        compareWithProcesses(first);
        int compiled = count(Verdict.COMPILED);
        int refused = count(Verdict.REFUSED);
        int others = count(Verdict.NOT_WRITTEN);
        System.out.println(compiled + " manifests compiled, " + refused + " refused, " + others + " not written; seeds "
                + first + " to " + (next.get() - 1));
        System.out.println(texts + compiled + refused + others + PROCESSES + " passed, " + faults().size() + " failed");
        return faults().isEmpty();
    }
}
