package dev.genci.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.shell.CommandLineModel.Command;
import dev.genci.shell.CommandLineModel.Kind;
import dev.genci.shell.CommandLineModel.Option;
import dev.genci.shell.CommandLineModel.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the scripts and the page say of a small command line; {@code packaging/shell-test} tries the whole one in shells. */
class ShellScriptsTest {
    private static final Option FOLDER =
            new Option(List.of("-C"), "Change to it first. As git does.", word(Kind.FOLDER, "DIR"), false);
    private static final Option COLOR =
            new Option(List.of("--color"), "Colour [messages]: or not.", choice("WHEN", "always", "never"), false);
    private static final Option OUTPUT =
            new Option(List.of("-o", "--output"), "Don't print.", word(Kind.FILE, "FILE"), false);
    private static final Option LISTING = new Option(List.of("--noxfile"), "Compare", word(Kind.FILE, "FILE"), true);
    private static final Option WRITE = new Option(List.of("-w"), "Write it.", Word.NONE, false);
    private static final Option ID = new Option(List.of("--id"), ".odd", word(Kind.TEXT, "ID"), false);

    private static final CommandLineModel LINE = new CommandLineModel(
            new Command(
                    "gen-ci", "Compile it.", word(Kind.FILE, "MANIFEST"), List.of(FOLDER, OUTPUT), List.of("'x' -y")),
            List.of(
                    new Command(
                            "check", "Look.", word(Kind.FILE, "MANIFEST"), List.of(FOLDER, COLOR, LISTING), List.of()),
                    new Command("explain", "Tell: a rule.", choice("RULE", "a", "b"), List.of(WRITE, ID), List.of()),
                    new Command("schema", "Print.", Word.NONE, List.of(), List.of())));

    private static Word word(Kind kind, String label) {
        return new Word(kind, label, List.of());
    }

    private static Word choice(String label, String... choices) {
        return new Word(Kind.CHOICE, label, List.of(choices));
    }

    @Test
    void bashKnowsVerbsOptionsAndTheirValues() {
        assertThat(BashCompletion.script(LINE).lines())
                .contains(
                        "            check | explain | schema)",
                        "        check:-C | explain:--id | :-C | :-o | :--output) words='' ;;",
                        "        check:--color) words='always never' ;;",
                        "        explain:*) words='a b' ;;",
                        "        :*) words='check explain schema' ;;",
                        "            '') words='-C -o --output' ;;",
                        "            check) words='-C --color --noxfile' ;;",
                        "            schema) words='' ;;");
    }

    @Test
    void zshHasDescriptions() {
        assertThat(ZshCompletion.script(LINE).lines())
                .contains(
                        "        'explain:Tell: a rule'",
                        "        '(-C)-C+[Change to it first]:DIR:_files -/' \\",
                        "        '(-o --output)-o+[Don'\\''t print]:FILE:_files' \\",
                        "        '(-o --output)--output=[Don'\\''t print]:FILE:_files' \\",
                        "                        '(--color)--color=[Colour \\[messages\\]\\: or not]:WHEN:(always never)' \\",
                        "                        '(--noxfile)--noxfile=-[Compare]::FILE:_files' \\",
                        "                        '(-w)-w[Write it]' \\",
                        "                        '(--id)--id=[.odd]:ID: ' \\",
                        "                        '1:MANIFEST:_files' && ret=0",
                        "                        '1:RULE:(a b)' && ret=0",
                        "                        '*: :' && ret=0");
    }

    @Test
    void fishHasDescriptionsToo() {
        String check = "complete -c gen-ci -n '__fish_seen_subcommand_from check' ";
        String explain = "complete -c gen-ci -n '__fish_seen_subcommand_from explain' ";
        assertThat(FishCompletion.script(LINE).lines())
                .contains(
                        "complete -c gen-ci -n __fish_use_subcommand -a explain -d 'Tell: a rule'",
                        "complete -c gen-ci -n __fish_use_subcommand -s o -l output -r -d 'Don\\'t print'",
                        check + "-s C -x -a '(__fish_complete_directories)' -d 'Change to it first'",
                        check + "-l color -x -a 'always never' -d 'Colour [messages]: or not'",
                        check + "-l noxfile -d 'Compare'",
                        explain + "-s w -d 'Write it'",
                        explain + "-l id -x -d '.odd'",
                        explain + "-f -a 'a b'",
                        "complete -c gen-ci -n '__fish_seen_subcommand_from schema' -f");
    }

    @Test
    void thePageHasNoMacroByAccident() {
        assertThat(ManPage.text(LINE, "1.0-x").lines())
                .contains(
                        ".TH GEN-CI 1 \"\" \"gen\\-ci 1.0\\-x\"",
                        "gen\\-ci \\- compile it",
                        ".B \\-C\\fR \\fIDIR\\fR",
                        ".B \\-o\\fR, \\fB\\-\\-output\\fR=\\fIFILE\\fR",
                        ".B \\-\\-noxfile\\fR[=\\fIFILE\\fR]",
                        ".B \\-w",
                        "\\&.odd",
                        ".SS gen\\-ci check [MANIFEST]",
                        ".SS gen\\-ci schema",
                        "\\(aqx\\(aq \\-y");
    }

    @Test
    void whatEveryCommandHasStandsOnce() {
        assertThat(ManPage.text(LINE, "1").lines().filter(line -> line.contains("\\fIDIR")))
                .hasSize(1);
    }
}
