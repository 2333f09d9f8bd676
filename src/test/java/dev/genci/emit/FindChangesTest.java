package dev.genci.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.workspace.Git;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that finds out what has changed, in real repositories. */
final class FindChangesTest {
    private static final String SCRIPT = "templates/scripts/find-changes.sh";
    private static final String NONE = "0".repeat(40);

    @TempDir
    Path temporary;

    private Path repository;
    private String base = "";

    @BeforeEach
    void aRepositoryWithTwoPackages() throws Exception {
        repository = Files.createDirectory(temporary.resolve("repository"));
        git("init", "--quiet", "--initial-branch=main");
        for (String file : List.of("api/a.py", "api/docs/x.md", "web/b.py", "web/deep/er/c.py", "setup.py")) {
            write(file, "1 " + file);
        }
        base = commit();
        git("checkout", "--quiet", "-b", "topic");
    }

    private String git(String... arguments) throws Exception {
        Git.Ended ended = Git.run(repository, arguments);
        assertThat(ended.exit()).as(ended.said()).isZero();
        return ended.said().strip();
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Commits everything; returns the commit. */
    private String commit() throws Exception {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", "more");
        return git("rev-parse", "HEAD");
    }

    /** What the script says of filters. */
    private String said(Map<String, String> variables, String... filters) throws Exception {
        Path output = temporary.resolve("output");
        Files.deleteIfExists(output);
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", "-e", Path.of(SCRIPT).toAbsolutePath().toString())
                .directory(repository.toFile())
                .redirectErrorStream(true);
        builder.environment().put("GITHUB_OUTPUT", output.toString());
        builder.environment().put("FILTERS", String.join("\n", filters) + "\n");
        builder.environment().putAll(variables);
        Process script = builder.start();
        String log = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(log).isZero();
        String words = Files.readString(output).strip().replace("\n", " ");
        assertThat(log).contains(words.split(" "));
        return words;
    }

    private static Map<String, String> run(String event, String ref, String base, String head) {
        return Map.of(
                "GITHUB_EVENT_NAME", event,
                "GITHUB_REF", ref,
                "GITHUB_REF_NAME", ref.substring(ref.indexOf('/', 5) + 1),
                "DEFAULT_BRANCH", "main",
                "BASE", base,
                "HEAD", head);
    }

    private static Map<String, String> push(String before, String after) {
        return run("push", "refs/heads/topic", before, after);
    }

    private static Map<String, String> pullRequest(String base, String head) {
        return run("pull_request", "refs/pull/7/merge", base, head);
    }

    @Test
    void aPushThatTouchesOneFolder() throws Exception {
        write("web/deep/er/c.py", "2");
        assertThat(said(push(base, commit()), "api api/**", "web web/**", "flat web/*", "all **", "py **/*.py"))
                .isEqualTo("api=false web=true flat=false all=true py=true");
    }

    @Test
    void anEmptyPushChangesNothing() throws Exception {
        assertThat(said(push(base, commit()), "all **")).isEqualTo("all=false");
    }

    @Test
    void aPullRequestIsComparedWithWhatItLeft() throws Exception {
        write("web/b.py", "2");
        String head = commit();
        git("checkout", "--quiet", "main");
        write("api/a.py", "2");
        String main = commit();
        git("merge", "--quiet", "--no-edit", "topic");
        assertThat(said(pullRequest(main, head), "api api/**", "web web/**")).isEqualTo("api=false web=true");
    }

    @Test
    void aForcedPushIsComparedWithWhatWasThere() throws Exception {
        write("api/a.py", "2");
        String before = commit();
        git("reset", "--quiet", "--hard", base);
        write("web/b.py", "2");
        assertThat(said(push(before, commit()), "api api/**", "setup setup.py", "web web/**"))
                .isEqualTo("api=true setup=false web=true");
    }

    @Test
    void everythingRunsWhereThereIsNothingToCompareWith() throws Exception {
        String head = commit();
        for (Map<String, String> run : List.of(
                push(NONE, head),
                push("f".repeat(40), head),
                push("", head),
                run("push", "refs/heads/main", base, head),
                run("push", "refs/tags/v1", base, head),
                run("schedule", "refs/heads/topic", base, head),
                run("workflow_dispatch", "refs/heads/topic", "", head),
                run("merge_group", "refs/heads/gh-readonly-queue/main/pr-7", "", head),
                pullRequest("", head),
                pullRequest("f".repeat(40), head),
                pullRequest(base, "f".repeat(40)))) {
            assertThat(said(run, "api api/**", "web web/**")).as("%s", run).isEqualTo("api=true web=true");
        }
    }

    @Test
    void everythingRunsWithoutACommonCommit() throws Exception {
        git("checkout", "--quiet", "--orphan", "other");
        write("new.py", "1");
        assertThat(said(pullRequest(base, commit()), "none x/**")).isEqualTo("none=true");
    }

    @Test
    void everythingRunsWithoutARepository() throws Exception {
        repository = Files.createDirectory(temporary.resolve("plain"));
        assertThat(said(push(base, base), "api api/**")).isEqualTo("api=true");
    }

    /** Later contents are never fetched: nobody may have the right to. */
    @Test
    void commitsWithoutContentAreEnough() throws Exception {
        write("web/b.py", "2");
        String head = commit();
        git("config", "uploadpack.allowFilter", "true");
        Path from = repository;
        repository = temporary.resolve("partial");
        Git.run(temporary, "clone", "--quiet", "--no-local", "--filter=blob:none", "file://" + from, "partial");
        Files.move(from, temporary.resolve("gone"));
        assertThat(said(push(base, head), "api api/**", "web web/**", "md **/*.md"))
                .isEqualTo("api=false web=true md=false");
    }

    @Test
    void aMovedFileCountsInBothFolders() throws Exception {
        git("mv", "api/a.py", "web/a.py");
        assertThat(said(push(base, commit()), "api api/**", "web web/**", "setup setup.py"))
                .isEqualTo("api=true web=true setup=false");
    }

    @Test
    void aDeletedFileAndAModeCount() throws Exception {
        git("rm", "--quiet", "api/docs/x.md");
        git("update-index", "--chmod=+x", "web/b.py");
        git("commit", "--quiet", "--message", "more");
        String head = git("rev-parse", "HEAD");
        assertThat(said(push(base, head), "api api/**", "web web/**", "py **/*.py", "md **/*.md", "setup setup.py"))
                .isEqualTo("api=true web=true py=true md=true setup=false");
    }

    @Test
    void aCommitOfASubmoduleCounts() throws Exception {
        write(".gitmodules", "[submodule \"sub\"]\n path = libs/sub\n url = ./sub\n ignore = all\n");
        git("add", ".gitmodules");
        git("update-index", "--add", "--cacheinfo", "160000," + base + ",libs/sub");
        git("commit", "--quiet", "--message", "more");
        String before = git("rev-parse", "HEAD");
        git("update-index", "--cacheinfo", "160000," + before + ",libs/sub");
        git("commit", "--quiet", "--message", "more");
        assertThat(said(push(before, git("rev-parse", "HEAD")), "libs libs/**", "web web/**"))
                .isEqualTo("libs=true web=false");
    }

    @Test
    void namesMayHaveAnyCharacter() throws Exception {
        write("my docs/über uns.md", "1");
        write("odd/line\nbreak.py", "1");
        write("odd/[id]*?.py", "1");
        write("日本/\"quoted\".txt", "1");
        String before = commit();
        write("my docs/über uns.md", "2");
        String second = commit();
        write("odd/line\nbreak.py", "2");
        String third = commit();
        write("odd/[id]*?.py", "2");
        String fourth = commit();
        write("日本/\"quoted\".txt", "2");
        String last = commit();
        String[] filters = {
            "space my[[:space:]]docs/**",
            "exact my[[:space:]]docs/über[[:space:]]uns.md",
            "line odd/line*",
            "id odd/\\[id\\]\\*\\?.py",
            "quote 日本/*"
        };
        assertThat(said(push(before, second), filters))
                .isEqualTo("space=true exact=true line=false id=false quote=false");
        assertThat(said(push(second, third), filters))
                .isEqualTo("space=false exact=false line=true id=false quote=false");
        assertThat(said(push(third, fourth), filters))
                .isEqualTo("space=false exact=false line=false id=true quote=false");
        assertThat(said(push(fourth, last), filters))
                .isEqualTo("space=false exact=false line=false id=false quote=true");
    }

    @Test
    void theLastPatternThatMatchesAFileDecides() throws Exception {
        write("api/docs/x.md", "2");
        assertThat(said(
                        push(base, commit()),
                        "none api/** !api/docs/**",
                        "again api/** !api/docs/** api/docs/*.md",
                        "never api/** !api/docs/** api/docs/*.md !**/x.md",
                        "first !api/docs/** api/**",
                        "other ** !api/**",
                        "literal \\!api api/docs/x.md"))
                .isEqualTo("none=false again=true never=false first=true other=false literal=true");
    }

    /** The shell expands no pattern: there are files that it would match. */
    @Test
    void theShellLeavesPatternsAlone() throws Exception {
        write("new.py", "1");
        assertThat(said(push(base, commit()), "py *.py", "some * !setup.py", "no w* !*"))
                .isEqualTo("py=true some=true no=false");
    }
}
