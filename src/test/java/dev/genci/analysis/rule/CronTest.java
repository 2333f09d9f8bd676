package dev.genci.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "17 4 * * 1",
                "0 0 1 1 0",
                "59 23 31 12 6",
                "*/15 * * * *",
                "20/15 * * * *",
                "0-30/10,45 5 * jan-MAR sun",
                "0 5 29 2 *",
                "0 5 31 2 MON",
                "0 5 30 1,2 *",
                "0   5 * * *",
                "0 5 */2 * */2"
            })
    void whatForgesTake(String text) {
        assertThat(Cron.of(text).problem()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 * * * * | 60 | the minute \"60\" must be 0 to 59",
                "0 24 * * * | 24 | the hour \"24\" must be 0 to 23",
                "0 0 0 * * | 0 | the day of the month \"0\" must be 1 to 31",
                "0 0 * 0 * | 0 | the month \"0\" must be 1 to 12 or JAN to DEC",
                "0 0 * * 7 | 7 | the day of the week \"7\" must be 0 to 6 or SUN to SAT",
                "0 0 * * 1000 | 1000 | the day of the week \"1000\" must be 0 to 6 or SUN to SAT",
                "0 0 * * MO | MO | the day of the week \"MO\" must be 0 to 6 or SUN to SAT",
                "0 0 * * 1-SUNDAY | 1-SUNDAY | the day of the week \"SUNDAY\" must be 0 to 6 or SUN to SAT",
                "MON 0 * * * | MON | the minute \"MON\" must be 0 to 59",
                "0 0 * * FRI-MON | FRI-MON | the range FRI-MON ends before it begins",
                "*/0 0 * * * | */0 | the step \"0\" must be a number from 1 on",
                "*/ 0 * * * | */ | the step \"\" must be a number from 1 on",
                "*/x 0 * * * | */x | the step \"x\" must be a number from 1 on",
                "*/1000 0 * * * | */1000 | the step \"1000\" must be a number from 1 on",
                "0 1,,2 * * * | '' | the hour \"\" must be 0 to 23",
                "0 0 30 2 * | 0 0 30 2 * | no month has such a day",
                "0 0 31 2,4,6,9,11 * | 0 0 31 2,4,6,9,11 * | no month has such a day",
            })
    void whatTheyRefuse(String text, String part, String message) {
        Cron.Problem problem = Cron.of(text).problem();
        assertThat(problem).isNotNull();
        assertThat(text.substring(problem.start(), problem.start() + problem.length()))
                .isEqualTo(part);
        assertThat(problem.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
        "*/2 * * * *, 2",
        "0 5 * * *, 1440",
        "0 5-7 * * *, 60",
        "'0,59 5,6 * * *', 1",
        "'0,59 5,7 * * *', 59",
        "7/30 * * * *, 30"
    })
    void theShortestTimeBetweenTwoStarts(String text, int minutes) {
        assertThat(Cron.of(text).shortestGap()).isEqualTo(minutes);
    }
}
