package dev.genci.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of repositories as git makes them, and of folders that only look like one. */
class RepositoryTest {
    @TempDir
    private Path temp;

    private Path origin = Path.of("");

    @BeforeEach
    void aRepositoryWithTwoBranches() throws Exception {
        assumeTrue(git(temp, "--version") == 0, "there is git");
        origin = Files.createDirectory(temp.resolve("origin"));
        assertThat(git(origin, "init", "--quiet")).isZero();
        assertThat(git(origin, "symbolic-ref", "HEAD", "refs/heads/trunk")).isZero();
        assertThat(git(origin, "commit", "--quiet", "--allow-empty", "--message=x"))
                .isZero();
        assertThat(git(origin, "branch", "release/1")).isZero();
    }

    @Test
    void aFolderBelowKnowsIt() throws IOException {
        Repository repository = around(Files.createDirectories(origin.resolve("packages/a")));
        assertThat(repository.top()).isEqualTo(origin);
        assertThat(repository.mainBranch()).isEqualTo("trunk");
        assertThat(repository.listsBranches()).isTrue();
        assertBranches(repository);
    }

    @Test
    void branchesMayBePacked() throws Exception {
        assertThat(git(origin, "pack-refs", "--all")).isZero();
        assertThat(origin.resolve(".git/refs/heads/trunk")).doesNotExist();
        assertBranches(around(origin));
    }

    @Test
    void aCloneKnowsWhatItsOriginHas() throws Exception {
        Repository clone = around(cloned());
        assertThat(clone.mainBranch()).isEqualTo("trunk");
        assertBranches(clone);
        assertThat(git(clone.top(), "update-ref", "refs/remotes/other/loose", "HEAD"))
                .isZero();
        assertThat(clone.hasBranch("loose")).isTrue();
    }

    @Test
    void withoutABranchItIsThatOfTheOriginOrUnknown() throws Exception {
        Repository clone = around(cloned());
        assertThat(git(clone.top(), "checkout", "--quiet", "--detach")).isZero();
        assertThat(clone.mainBranch()).isEqualTo("trunk");
        assertThat(git(clone.top(), "remote", "set-head", "origin", "--delete")).isZero();
        assertThat(clone.mainBranch()).isNull();
    }

    @Test
    void anotherWorkTreeHasItsOwnHeadAndTheBranchesOfAll() throws Exception {
        assertThat(git(origin, "worktree", "add", "--quiet", "-b", "topic", "../tree"))
                .isZero();
        Repository tree = around(temp.resolve("tree"));
        assertThat(tree.top()).isEqualTo(temp.resolve("tree"));
        assertThat(tree.mainBranch()).isEqualTo("topic");
        assertThat(tree.hasBranch("topic")).isTrue();
        assertBranches(tree);
    }

    @Test
    void aShallowCloneDoesNotListThem() throws Exception {
        assertThat(git(temp, "clone", "--quiet", "--depth=1", origin.toUri().toString(), "shallow"))
                .isZero();
        assertThat(around(temp.resolve("shallow")).listsBranches()).isFalse();
        Files.createDirectory(origin.resolve(".git/reftable"));
        assertThat(around(origin).listsBranches()).isFalse();
    }

    @Test
    void whatOnlyLooksLikeOneIsNone() throws IOException {
        Path strange = Files.createDirectory(origin.resolve("strange"));
        Path git = strange.resolve(".git");
        for (String text : List.of("", "gitdir: \0", "gitdir: nowhere", "gitdir: \u00ff")) {
            Files.writeString(git, text, StandardCharsets.ISO_8859_1);
            assertThat(around(strange).top()).isEqualTo(origin);
        }
        Files.delete(git);
        Files.createDirectory(git);
        assertThat(around(strange).top()).isEqualTo(origin);
        assertThat(Repository.around(temp.resolve("there/is/none"))).isNull();
    }

    private Path cloned() throws Exception {
        assertThat(git(temp, "clone", "--quiet", "origin", "clone")).isZero();
        return temp.resolve("clone");
    }

    private static void assertBranches(Repository repository) {
        assertThat(List.of("trunk", "release/1", "main", "release", "runk", "a\0b"))
                .filteredOn(repository::hasBranch)
                .containsExactly("trunk", "release/1");
    }

    private static Repository around(Path folder) {
        Repository found = Repository.around(folder);
        assertThat(found).isNotNull();
        return Objects.requireNonNull(found);
    }

    private static int git(Path folder, String... arguments) throws IOException, InterruptedException {
        return Git.run(folder, arguments).exit();
    }
}
