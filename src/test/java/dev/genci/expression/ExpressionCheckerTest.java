package dev.genci.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.data.ExpressionPlace;
import dev.genci.diagnostic.RuleId;
import dev.genci.forge.Forges;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the forges know where; conformance/judge-expressions asks GitHub about every cell, here are those of Forgejo, too. */
class ExpressionCheckerTest {
    private static final Scope SCOPE = new Scope(
            Map.of("build", new EndedJob(true, Set.of("version"))),
            Set.of("level"),
            Set.of("database"),
            Map.of("tests-3.12", Set.of("name", "python", "django")),
            false);

    private static List<Problem> check(String forges, ExpressionPlace place, String expression) {
        ExpressionChecker checker = new ExpressionChecker(List.of(forges.split(" ")));
        return checker.text("${{ " + expression + " }}", place, SCOPE);
    }

    /** By the schemas of both forges: each line is known at its site, and only by the forges that it names. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ENV          | secrets.A                   | github forgejo",
                "ENV          | env.A                       | forgejo",
                "ENV          | needs.build                 | ",
                "CONCURRENCY  | vars.A                      | github forgejo",
                "CONCURRENCY  | secrets.A                   | ",
                "JOB_ENV      | secrets.A                   | github forgejo",
                "JOB_ENV      | env.A                       | ",
                "JOB_ENV      | hashFiles('a')              | ",
                "JOB_ENV      | steps.database              | ",
                "RUNS_ON      | secrets.A                   | ",
                "RUNS_ON      | inputs.level                | github forgejo",
                "JOB_IF       | secrets.A                   | forgejo",
                "JOB_IF       | env.A                       | forgejo",
                "JOB_IF       | runner.os                   | ",
                "JOB_IF       | needs.build.result          | github forgejo",
                "JOB_IF       | toJSON(needs.*.result)      | github forgejo",
                "STEP_WITH    | toJSON(needs[ * ].result)   | github",
                "STEP_WITH    | runner.os                   | github forgejo",
                "STEP_WITH    | steps.database.outputs.port | github forgejo",
                "STEP_WITH    | always()                    | ",
                "STEP_WITH    | hashFiles('a', 'b')         | github forgejo",
                "STEP_WITH    | hashFiles()                 | ",
                "STEP_IF      | secrets.A                   | forgejo",
                "STEP_IF      | failure()                   | github forgejo",
                "STEP_IF      | failure('a')                | ",
                "STEP_WITH    | forgejo.ref                 | forgejo",
                "STEP_WITH    | forge.hend_ref              | ",
                "STEP_WITH    | github.actor_id             | github",
                "STEP_WITH    | github.REPOSITORYURL        | github",
                "STEP_WITH    | github.runner_perflog       | forgejo",
                "STEP_WITH    | github.event.any.thing      | github forgejo",
                "STEP_WITH    | github.event.*.thing        | github forgejo",
                "STEP_WITH    | github.*.thing              | github forgejo",
                "STEP_WITH    | github[vars.A].thing        | github forgejo",
                "STEP_WITH    | steps.*.outcome             | github forgejo",
                "STEP_WITH    | runner.name                 | github",
                "STEP_WITH    | job.status                  | github forgejo",
                "STEP_WITH    | job.check_run_id            | github",
                "STEP_WITH    | job.container.id            | ",
                "STEP_WITH    | case(true, 1, 2)            | github",
                "STEP_WITH    | case(true, 1, false, 2)     | ",
                "STEP_WITH    | NaN == +1                   | github",
                "STEP_WITH    | github.event.a[*].b         | github",
                "STEP_WITH    | JOIN(github.event.*.b)      | github forgejo",
                "STEP_IF      | 'a' == 'b' | github forgejo",
                "JOB_IF       | 'true' | ",
                "JOB_IF       | 'it''s' | ",
                "STEP_WITH    | 'text' | github forgejo",
                "STEP_WITH    | matrix.python               | ",
                "JOB_ENV      | strategy.job-index          | ",
                "JOB_ENV      | row.python                  | github forgejo",
                "STEP_IF      | Row['DJANGO'] == 'a'        | github forgejo",
                "JOB_IF       | row.python == 'a'           | ",
                "ENV          | row.python                  | ",
                "CONCURRENCY  | row.python                  | ",
            })
    void eachForgeKnowsWhatItsSchemaSays(ExpressionPlace place, String expression, String forges) {
        for (String forge : List.of("github", "forgejo")) {
            assertThat(check(forge, place, expression).isEmpty())
                    .as(forge)
                    .isEqualTo(forges != null && forges.contains(forge));
        }
        assertThat(check("github forgejo", place, expression).isEmpty()).isEqualTo("github forgejo".equals(forges));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "JOB_ENV      | runner.temp      | UNKNOWN_CONTEXT  | \"runner\" is not available in a job's \"env\" | available there: github, inputs, needs, secrets, vars; set it in a step of \"before\": echo \"NAME=value\" >> \"$GITHUB_ENV\"",
                "STEP_WITH    | githb.ref        | UNKNOWN_CONTEXT  | \"githb\" is not available in a step's \"with\" | did you mean \"github\"?",
                "STEP_WITH    | False            | UNKNOWN_CONTEXT  | \"False\" is not available in a step's \"with\" | did you mean \"false\"?",
                "JOB_IF       | env.A            | UNKNOWN_CONTEXT  | the target \"github\" does not support \"env\" in a session's \"if\" | available there: github, inputs, needs, vars; use a variable of the repository: vars.NAME",
                "JOB_IF       | hashFiles('a')   | UNKNOWN_FUNCTION | \"hashFiles()\" is not available in a session's \"if\" | call it in a step: files exist only when steps run",
                "STEP_WITH    | tojsn(github)    | UNKNOWN_FUNCTION | \"tojsn()\" is not available in a step's \"with\" | did you mean \"toJSON\"?",
                "STEP_WITH    | lower('A')       | UNKNOWN_FUNCTION | \"lower()\" is not available in a step's \"with\" | available there: contains, endsWith, format, fromJSON, join, startsWith, toJSON, hashFiles",
                "STEP_WITH    | always()         | UNKNOWN_FUNCTION | \"always()\" is not available in a step's \"with\" | call it in the \"if\" of a step",
                "JOB_IF       | Always()         | BAD_CONDITION    | \"Always()\" is not allowed in a session's \"if\" | leave it out: gen-ci makes the session wait for the success of what it needs",
                "STEP_WITH    | contains('a')    | WRONG_ARGUMENTS  | \"contains()\" takes 2 arguments, not 1 |",
                "STEP_WITH    | toJSON()         | WRONG_ARGUMENTS  | \"toJSON()\" takes 1 argument, not 0 |",
                "STEP_WITH    | join(1, 2, 3)    | WRONG_ARGUMENTS  | \"join()\" takes 1 to 2 arguments, not 3 |",
                "STEP_IF      | always(1)        | WRONG_ARGUMENTS  | \"always()\" takes no arguments, not 1 |",
                "STEP_WITH    | inputs.levl      | UNKNOWN_PROPERTY | no event of \"on\" has the input \"levl\" | did you mean \"level\"?",
                "JOB_IF       | needs['a'].x     | UNKNOWN_PROPERTY | \"needs.a\" cannot be read: gen-ci decides which job a session is in | leave it out: a session starts when all that it needs has succeeded; \"artifacts\" hand files over",
                "STEP_WITH    | Steps.other      | UNKNOWN_PROPERTY | no earlier step has the id \"other\" | available there: database",
                "STEP_WITH    | github.hend_ref  | UNKNOWN_PROPERTY | \"github\" has no property \"hend_ref\" | did you mean \"head_ref\"?",
                "STEP_WITH    | GitHub['xyz'].a  | UNKNOWN_PROPERTY | \"GitHub\" has no property \"xyz\" | available there: action, action_ref, action_repository, actor, api_url, base_ref, event, event_name, event_path, head_ref, job, ref, ref_name, ref_type, repository, repository_owner, retention_days, run_attempt, run_id, run_number, server_url, sha, token, workflow, workflow_ref, workspace",
                "STEP_WITH    | github.repositoryUrl | UNKNOWN_PROPERTY | the target \"forgejo\" does not support \"github.repositoryUrl\" | did you mean \"repository\"?",
                "STEP_WITH    | runner.debug     | UNKNOWN_PROPERTY | the target \"forgejo\" does not support \"runner.debug\" | available there: arch, os, temp, tool_cache",
                "STEP_WITH    | github.Ref.name  | UNKNOWN_PROPERTY | \"github.Ref\" is a single value, so it has no properties | ",
                "STEP_WITH    | vars.A.b         | UNKNOWN_PROPERTY | \"vars.A\" is a single value, so it has no properties | ",
                "STEP_WITH    | steps.database.outcom | UNKNOWN_PROPERTY | \"steps.database\" has no property \"outcom\" | did you mean \"outcome\"?",
                "STEP_WITH    | steps.database.outputs.port.a | UNKNOWN_PROPERTY | \"steps.database.outputs.port\" is a single value, so it has no properties | ",
                "STEP_IF      | 'it' | BAD_EXPRESSION | a string is not allowed in a step's \"if\" | remove the quotes around it",
                "CANCEL_IN_PROGRESS | 'true' | BAD_EXPRESSION | a string is not allowed in \"cancel-in-progress\" | remove the quotes around it",
                "JOB_CANCEL_IN_PROGRESS | 'true' | BAD_EXPRESSION | a string is not allowed in \"cancel-in-progress\" | remove the quotes around it",
                "JOB_TIMEOUT_MINUTES | '5' | BAD_EXPRESSION | a string is not allowed in \"timeout-minutes\" | remove the quotes around it",
                "JOB_CONTINUE_ON_ERROR | 'a' | BAD_EXPRESSION | a string is not allowed in \"continue-on-error\" | remove the quotes around it",
                "MATRIX       | '{}' | BAD_EXPRESSION | a string is not allowed in \"matrix\" | remove the quotes around it",
                "FAIL_FAST    | '' | BAD_EXPRESSION | a string is not allowed in \"fail-fast\" | remove the quotes around it",
                "MAX_PARALLEL | '2' | BAD_EXPRESSION | a string is not allowed in \"max-parallel\" | remove the quotes around it",
                "MATRIX_VALUE | steps.a | UNKNOWN_CONTEXT | \"steps\" is not available in \"matrix\" | available there: github, inputs, needs, vars",
                "STEP_TIMEOUT_MINUTES | '5' | BAD_EXPRESSION | a string is not allowed in a step's \"timeout-minutes\" | remove the quotes around it",
                "STEP_WITH    | row.jango        | UNKNOWN_PROPERTY | the row \"tests-3.12\" has no \"jango\" | did you mean \"django\"?",
                "STEP_WITH    | toJSON(row)      | UNKNOWN_PROPERTY | \"row\" is not a value: read one of its fields | for example: row.name",
                "STEP_WITH    | row.name.a       | UNKNOWN_PROPERTY | \"row.name\" is a text, so it has no properties | for example: row.name",
                "STEP_IF      | row.name         | BAD_EXPRESSION | a string is not allowed in a step's \"if\", and fields of a row are strings | compare it: row.name == 'VALUE'",
                "STEP_TIMEOUT_MINUTES | row.name | BAD_EXPRESSION | a string is not allowed in a step's \"timeout-minutes\", and fields of a row are strings | write fromJSON(row.name)",
                "STEP_WITH    | matrix.python    | UNKNOWN_CONTEXT | \"matrix\" is not available in manifests: gen-ci decides what a matrix contains | write row.python",
                "STEP_WITH    | 1 == .5          | BAD_EXPRESSION   | the target \"forgejo\" does not support \".5\" in an expression | write a number as JSON has it: -1, 0.5, 1e3",
            })
    void eachMistakeIsToldInTheWordsOfTheManifest(
            ExpressionPlace place, String expression, RuleId rule, String message, String help) {
        assertThat(check("github forgejo", place, expression)).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo(rule);
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.help()).isEqualTo(help);
        });
    }

    @Test
    void caseIsNoMatterInNames() {
        assertThat(check("github forgejo", ExpressionPlace.STEP_WITH, "HASHFILES('a') == GitHub.Ref && INPUTS.Level"))
                .isEmpty();
    }

    @Test
    void inputsNeedAnEventThatHasSome() {
        Scope none = new Scope(Map.of(), Set.of(), null, null, false);
        assertThat(new ExpressionChecker(List.of("github")).condition("inputs.x", ExpressionPlace.JOB_IF, none))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).contains("no event of \"on\" has inputs");
                    assertThat(problem.start()).isZero();
                    assertThat(problem.length()).isEqualTo("inputs".length());
                });
    }

    @Test
    void everythingWrongIsToldAtOnceAndAtItsWord() {
        String text = "a ${{ runer.os }} ${{ f(secrets.A, needs.x) }}";
        assertThat(new ExpressionChecker(List.of("github")).text(text, ExpressionPlace.RUNS_ON, SCOPE))
                .extracting(problem -> text.substring(problem.start(), problem.start() + problem.length()))
                .containsExactlyInAnyOrder("runer", "f", "secrets", "x");
    }

    @Test
    void everyTableHasARowForEveryPlace() {
        for (String forge : Forges.ids()) {
            Availability table = Availability.read(forge);
            assertThat(ExpressionPlace.values())
                    .allSatisfy(place -> assertThat(table.sites().containsKey(String.join(".", place.path())))
                            .as("expressions/%s.txt has a row for %s", forge, String.join(".", place.path()))
                            .isTrue());
        }
    }
}
