package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.workflow.Settings;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import dev.genci.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads which checks the files of a repository require: its rules of branches as GitHub exports them or as the app Settings and
 * Google's sync-repo-settings have them, and Mergify's conditions.
 *
 * <p>Only what holds for the main branch counts: those of others may be reported by the workflows of these. So does only
 * what is required in any case, not one of several alternatives.
 */
final class RequiredChecks {
    /** GitHub Actions among the apps of GitHub. */
    private static final String ACTIONS = "15368";

    private static final Pattern MAIN =
            Pattern.compile("(refs/heads/)?(main|master|trunk|default)|~DEFAULT_BRANCH|~ALL");
    private static final Pattern BASE = Pattern.compile("(-?)base\\s*(!=|~=|=|:)\\s*(.*)");
    private static final Pattern CHECK = Pattern.compile(
            "(?:check-success(?:-or-neutral)?|check-neutral|check-skipped|status-success)\\s*=\\s*(.+)");

    /** Nobody requires so many, and each is compared with every check that is reported. */
    private static final int MOST = 500;

    private static final String PROTECTION = "branch protection";

    private final List<RequiredCheck> checks = new ArrayList<>();
    private final Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private RequiredChecks() {}

    /**
     * Those of a file.
     *
     * @param notes gets one if the file cannot be read
     */
    static List<RequiredCheck> of(SourceFile file, List<Diagnostic> notes) {
        YamlTree tree = YamlReader.readShared(file).value();
        if (tree == null) {
            notes.add(Diagnostic.of(
                    RuleId.OUT_OF_REACH,
                    Place.start(file),
                    "this file cannot be read, so the checks that it requires are not known"));
            return List.of();
        }
        RequiredChecks all = new RequiredChecks();
        boolean mergify = file.name().contains("mergify");
        if (mergify) {
            all.conditions(tree.root());
        } else {
            all.rules(tree.root());
        }
        return all.checks;
    }

    /** The conditions of Mergify below a node. */
    private void conditions(YamlNode node) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                if (!key.equals("or") && !key.equals("not")) {
                    conditions(entry.value());
                }
            });
        } else if (node instanceof YamlSequence list && list.items().stream().noneMatch(RequiredChecks::isOtherBase)) {
            list.items().forEach(this::conditions);
        } else if (node instanceof YamlScalar scalar) {
            Matcher check = CHECK.matcher(scalar.text().strip());
            if (check.matches()) {
                add(scalar, check.group(1).strip().replaceAll("^([\"'])(.*)\\1$", "$2"), "Mergify", false);
            }
        }
    }

    private static boolean isOtherBase(YamlNode condition) {
        Matcher base = BASE.matcher(
                condition instanceof YamlScalar scalar ? scalar.text().strip() : "");
        if (!base.matches()) {
            return false;
        }
        boolean main = MAIN.matcher(base.group(3)).matches();
        boolean not = !base.group(1).isEmpty() ^ base.group(2).equals("!=");
        return !base.group(2).endsWith("=") || base.group(2).equals("~=") || not == main;
    }

    /** The rules of branches below a node. */
    private void rules(YamlNode node) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof YamlSequence list) {
            list.items().forEach(this::rules);
        } else if (node instanceof YamlMapping mapping && isOfMain(new Settings(mapping))) {
            Settings settings = new Settings(mapping);
            settings.list("requiredStatusCheckContexts").forEach(name -> add(name, name.text(), PROTECTION, false));
            required(settings.get("required_status_checks"));
            mapping.entries().values().forEach(entry -> rules(entry.value()));
        }
    }

    /** Whether rules hold, and for the main branch; what names no branch is a part of what does. */
    private static boolean isOfMain(Settings rules) {
        boolean names = rules.has("protection") || rules.has("requiredStatusCheckContexts");
        String branch = rules.text("name") + rules.text("pattern");
        Settings refs = rules.in("conditions").in("ref_name");
        boolean included = refs.list("include").stream()
                .anyMatch(ref -> MAIN.matcher(ref.text()).matches());
        boolean excluded = refs.list("exclude").stream()
                .anyMatch(ref -> MAIN.matcher(ref.text()).matches());
        String enforced = rules.text("enforcement");
        return (!names || branch.isEmpty() || MAIN.matcher(branch).matches())
                && (!refs.has("include") || included)
                && !excluded
                && (enforced.isEmpty() || enforced.equals("active"));
    }

    private void required(@Nullable YamlNode value) {
        Settings protection = Settings.of(value);
        protection.list("contexts").forEach(name -> add(name, name.text(), PROTECTION, false));
        YamlNode checks = value instanceof YamlSequence ? value : protection.get("checks");
        for (YamlNode each : checks instanceof YamlSequence list ? list.items() : List.<YamlNode>of()) {
            Settings check = Settings.of(each);
            YamlScalar context = check.scalar("context");
            if (context != null) {
                boolean actions = (check.text("integration_id") + check.text("app_id")).equals(ACTIONS);
                add(context, context.text(), PROTECTION, actions);
            }
        }
    }

    private void add(YamlScalar scalar, String name, String who, boolean ofActions) {
        if (!name.isBlank() && checks.size() < MOST) {
            checks.add(new RequiredCheck(name, scalar.place(), who, ofActions));
        }
    }
}
