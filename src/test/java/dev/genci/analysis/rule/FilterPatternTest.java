package dev.genci.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.analysis.rule.FilterPattern.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterPatternTest {
    @ParameterizedTest
    @CsvSource({
        "BRANCH, main",
        "BRANCH, release/**",
        "BRANCH, '!release/**-alpha'",
        "BRANCH, 'v[12].[0-9]+'",
        "BRANCH, fix?",
        "BRANCH, ü",
        "BRANCH, '\\*x\\['",
        "BRANCH, 'a-[b-]'",
        "TAG, v*",
        "TAG, refs/heads/x",
        "PATH, '**.py'",
        "PATH, 'docs/**'",
        "PATH, 'a b'",
        "PATH, .github/**",
        "PATH, '!**/*.md'",
        "PATH, 'a~b:c'",
        "BRANCH, 'x.lock-'"
    })
    void whatMatchesSomething(Kind kind, String text) {
        assertThat(new FilterPattern(text, kind).problem()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BRANCH | ! | ! | the pattern is empty |",
                "BRANCH | refs/heads/main | refs/heads/ | the name of a branch does not begin with refs/heads/ | write main",
                "TAG | refs/tags/ | refs/tags/ | the name of a tag does not begin with refs/tags/ |",
                "BRANCH | a b | ' ' | no branch has \" \" in its name |",
                "BRANCH | a.lock/b | .lock/ | no branch has \".lock/\" in its name |",
                "BRANCH | /a | / | no name of a branch begins with \"/\" |",
                "BRANCH | !.a | . | no name of a branch begins with \".\" |",
                "BRANCH | a/ | / | no name of a branch ends in \"/\" | write a/**",
                "BRANCH | a. | . | no name of a branch ends in \".\" |",
                "TAG | a.lock | .lock | no name of a tag ends in \".lock\" |",
                "TAG | [ | [ | \"[\" is not closed |",
                "TAG | a[]b | [] | \"[]\" matches no character |",
                "TAG | v[z-a] | [z-a] | the range z-a ends before it begins |",
                "TAG | v[a-zZ-A] | [a-zZ-A] | the range Z-A ends before it begins |",
                "TAG | +a | + | \"+\" repeats the character before it: there is none to repeat |",
                "TAG | a*? | ? | \"?\" repeats the character before it: there is none to repeat |",
                "TAG | a\\ | \\ | a backslash stands only before one of *?+[]!\\ |",
                "PATH | a\\b | \\ | a backslash stands only before one of *?+[]!\\ | write paths with forward slashes",
                "PATH | ./a | ./ | paths begin at the top of the repository, without \"./\" | write a",
                "PATH | / | / | paths begin at the top of the repository, without \"/\" |",
                "PATH | a/../b | .. | no path has the part \"..\" |",
                "PATH | docs/ | / | only files are compared, never a folder | write docs/**",
                "PATH | a//b | // | no path has \"//\" in it |",
                "PATH | 'a ' | ' ' | a space at the end is part of the pattern |",
                "PATH | ' a' | ' ' | a space at the end is part of the pattern |",
            })
    void whatMatchesNothing(Kind kind, String text, String part, String message, String help) {
        FilterPattern.Problem problem = new FilterPattern(text, kind).problem();
        assertThat(problem).isNotNull();
        assertThat(text.substring(problem.start(), problem.start() + problem.length()))
                .isEqualTo(part);
        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.help()).isEqualTo(help);
    }

    @ParameterizedTest
    @CsvSource({
        "BRANCH, 0x09, no branch has a control character in its name",
        "TAG, 0x7f, no tag has a control character in its name",
        "PATH, 0x00, no path has a NUL character in it",
        "PATH, 0x20, a space at the end is part of the pattern",
        "PATH, 0xa0, a space at the end is part of the pattern"
    })
    void whatNobodySees(Kind kind, int character, String message) {
        String unseen = String.valueOf((char) character);
        assertThat(new FilterPattern("a" + unseen, kind).problem())
                .isEqualTo(new FilterPattern.Problem(1, 1, message, null));
        assertThat(new FilterPattern("!" + unseen + "a", kind).problem())
                .isEqualTo(new FilterPattern.Problem(1, 1, message, null));
    }
}
