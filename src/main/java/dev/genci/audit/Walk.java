package dev.genci.audit;

import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Step;
import dev.genci.workflow.Uses;
import dev.genci.yaml.YamlScalar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Walks through the steps of one row of a job, into local actions and scripts, and notes what runs nox. */
final class Walk {
    private static final int DEEPEST = 5;
    /** Inputs of actions that are run as a command. */
    private static final List<String> COMMANDS = List.of("run", "command", "script", "cmd");

    private final Library library;
    private final Found found;
    private final Settings defaults;
    private final int row;
    /** What earlier steps have written to the file of variables. */
    private final Map<String, Argument> written = new HashMap<>();

    /** The folder in which the repository is checked out; empty for the usual one. */
    private String top = "";

    private int step;

    /** @param defaults {@code defaults.run} of the job, or of the workflow */
    Walk(Library library, Found found, Settings defaults, int row) {
        this.library = library;
        this.found = found;
        this.defaults = defaults;
        this.row = row;
    }

    /** The steps of a job. */
    void job(List<Step> steps, Environment environment) {
        for (step = 0; step < steps.size() && found.spend(); step++) {
            step(steps.get(step), environment.with(written), "step", 0);
        }
    }

    private void step(Step each, Environment around, String via, int depth) {
        Environment environment = around.with(each.settings());
        Content scope = environment.scope();
        if (!Template.mayBeTrue(each.settings().text("if"), scope)) {
            return;
        }
        Uses uses = each.uses();
        YamlScalar run = each.settings().scalar("run");
        if (uses != null) {
            found.cache(each, step, scope);
            checkOut(each, uses, scope);
            if (Paths.isOfRepository(uses.address())) {
                action(each, uses, environment, depth);
            } else {
                otherAction(each, uses, environment);
            }
        } else if (run != null && isShell(each)) {
            script(run, environment, via, folder(each, scope), depth);
        }
    }

    /** A check-out of this repository may be in a folder: what is there is at its top. */
    private void checkOut(Step each, Uses uses, Content scope) {
        Settings with = each.settings().in("with");
        String from = with.text("repository").replaceAll("[${}\\s]", "");
        String path = Template.text(with.text("path"), scope);
        if (uses.repository().toLowerCase(Locale.ROOT).endsWith("/checkout")
                && (from.isEmpty() || from.equals("github.repository"))
                && path != null) {
            top = Paths.normal(path);
        }
    }

    private boolean isShell(Step each) {
        String own = each.settings().text("shell");
        String shell = own.isEmpty() ? defaults.text("shell") : own;
        return !shell.startsWith("python") && !shell.startsWith("node") && !shell.startsWith("perl");
    }

    private String folder(Step each, Content scope) {
        String own = each.settings().text("working-directory");
        String written = own.isEmpty() ? defaults.text("working-directory") : own;
        String folder = Template.text(written, scope);
        return Paths.normal(folder == null ? written : folder);
    }

    private void script(YamlScalar run, Environment environment, String via, String folder, int depth) {
        Content scope = environment.scope();
        String text = run.text();
        if (Template.isExpression(text)) {
            String value = Template.text(text.strip(), scope);
            text = value == null ? text : value;
        }
        commands(text, environment, new Origin(run, via), folder, depth);
    }

    /** Where commands come from: the scalar they are written in, or that names their script. */
    private record Origin(YamlScalar scalar, String via) {
        Origin behind(String program) {
            return via.equals("step") ? new Origin(scalar, "program:" + program) : this;
        }
    }

    private void commands(String text, Environment environment, Origin origin, String folder, int depth) {
        ScriptWalk walk = new ScriptWalk(new Expansion(environment.scope(), environment.variables()), folder);
        for (ShellCommand command : found.commands(text)) {
            for (Expansion variables : walk.alternatives(command)) {
                if (found.spend()) {
                    command(walk, command, variables, environment, origin, depth);
                }
            }
        }
        written.putAll(walk.written());
    }

    private void command(
            ScriptWalk walk,
            ShellCommand command,
            Expansion variables,
            Environment environment,
            Origin origin,
            int depth) {
        Starter starter = walk.command(command, variables);
        if (starter.isNox()) {
            Expansion all = variables.copy();
            starter.unset().forEach(all::unset);
            starter.assigned().forEach(all::set);
            nox(starter.arguments(), command, all, assigned(walk, starter), walk, origin);
            return;
        }
        if (depth < DEEPEST) {
            Environment inner = environment.with(variables.variables());
            started(walk, command, starter, inner, variables, origin, depth);
        }
    }

    private static Map<String, Argument> assigned(ScriptWalk walk, Starter starter) {
        if (walk.exported().isEmpty() && starter.assigned().isEmpty()) {
            return Map.of();
        }
        Map<String, Argument> assigned = new LinkedHashMap<>(walk.exported());
        assigned.putAll(starter.assigned());
        assigned.keySet().removeAll(starter.unset());
        return assigned;
    }

    private void nox(
            List<Argument> arguments,
            ShellCommand command,
            Expansion variables,
            Map<String, Argument> assigned,
            ScriptWalk walk,
            Origin origin) {
        boolean elsewhere = origin.via().startsWith("script:") || origin.via().startsWith("action:");
        Place place = elsewhere ? origin.scalar().place() : Places.of(origin.scalar(), command);
        NoxRun run = NoxReader.read(
                arguments, variables, assigned, top, walk.folder(), place, origin.via(), command.text(), row, step);
        if (run != null) {
            found.run(run);
        }
    }

    /** What another program starts. */
    private void started(
            ScriptWalk walk,
            ShellCommand command,
            Starter starter,
            Environment environment,
            Expansion variables,
            Origin origin,
            int depth) {
        Started started = Started.of(starter, command.input());
        Origin inner = started.behind().isEmpty() ? origin : origin.behind(started.behind());
        switch (started.kind()) {
            case NOX -> nox(started.arguments(), command, variables, assigned(walk, starter), walk, inner);
            case SCRIPT -> {
                Environment own = environment.with(numbered(started.arguments()));
                commands(started.text(), own, inner, walk.folder(), depth + 1);
            }
            case FILE -> {
                String folder = Paths.below(top, walk.folder());
                Recipes.Found recipe = library.recipe(starter.program(), starter.arguments(), folder);
                if (recipe != null) {
                    Origin file = new Origin(origin.scalar(), "script:" + recipe.file());
                    commands(recipe.text(), environment, file, walk.folder(), depth + 1);
                }
                local(started.text(), folder, started.arguments(), environment, origin, depth);
            }
        }
    }

    private static Map<String, Argument> numbered(List<Argument> arguments) {
        Map<String, Argument> numbered = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            numbered.put(Integer.toString(i + 1), arguments.get(i));
        }
        return numbered;
    }

    /** A script of the repository. */
    private void local(
            String path, String folder, List<Argument> arguments, Environment environment, Origin origin, int depth) {
        if (path.indexOf('/') < 0 && !path.endsWith(".sh")) {
            return;
        }
        String whole = Paths.join(folder, path);
        SourceFile script = whole.isEmpty() || path.startsWith("/") ? null : library.script(whole);
        if (script == null && folder.indexOf('$') < 0) {
            found.missingScript(path, origin.scalar());
        } else if (script != null && Paths.isShell(script)) {
            Origin inner = new Origin(origin.scalar(), "script:" + whole);
            commands(script.text(), environment.with(numbered(arguments)), inner, folder, depth + 1);
        }
    }

    private void action(Step each, Uses uses, Environment environment, int depth) {
        String path = Paths.normal(uses.address());
        Library.Action action = library.action(path);
        if (action == null) {
            found.missingAction(uses);
            return;
        }
        if (depth >= DEEPEST) {
            return;
        }
        Content inputs = Inputs.of(action.inputs(), each.settings().in("with"), environment.scope());
        for (Step inner : action.steps()) {
            if (found.spend()) {
                actionStep(inner, each, environment.with("inputs", inputs), "action:./" + path, depth + 1);
            }
        }
    }

    /** A step of an action; what it does is reported where the job uses the action. */
    private void actionStep(Step inner, Step outer, Environment environment, String via, int depth) {
        Environment own = environment.with(inner.settings());
        YamlScalar run = inner.settings().scalar("run");
        YamlScalar place = outer.settings().scalar("uses");
        if (run != null && place != null && Template.mayBeTrue(inner.settings().text("if"), own.scope())) {
            commands(run.text(), own, new Origin(place, via), folder(inner, own.scope()), depth);
        } else if (run == null) {
            step(inner, environment, via, depth);
        }
    }

    private void otherAction(Step each, Uses uses, Environment environment) {
        Settings with = each.settings().in("with");
        List<Argument> arguments = NoxAction.arguments(uses, with, environment.scope());
        if (arguments == null) {
            found.otherAction(uses);
            inputs(each, environment);
            return;
        }
        Expansion variables = new Expansion(environment.scope(), environment.variables());
        String folder = Template.text(with.text("working-directory"), environment.scope());
        NoxRun run = NoxReader.read(
                arguments,
                variables,
                Map.of(),
                top,
                folder == null ? "" : Paths.normal(folder),
                uses.place(),
                "action:" + uses.address(),
                "nox",
                row,
                step);
        if (run != null) {
            found.run(run);
        }
    }

    private void inputs(Step each, Environment environment) {
        Settings with = each.settings().in("with");
        for (String name : with.names()) {
            YamlScalar value = with.scalar(name);
            String lower = name.toLowerCase(Locale.ROOT);
            if (value != null && COMMANDS.stream().anyMatch(lower::contains)) {
                String text = Template.isExpression(value.text())
                        ? String.valueOf(Template.text(value.text().strip(), environment.scope()))
                        : value.text();
                commands(text, environment, new Origin(value, "input:" + name), "", DEEPEST);
            }
        }
    }
}
