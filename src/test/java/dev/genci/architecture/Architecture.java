package dev.genci.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rules of the architecture as functions that list what breaks them, so that each can be shown to find something. */
final class Architecture {
    static final String ROOT = "dev.genci.";
    /** What every package may use besides its own table. */
    private static final List<String> EVERYWHERE = List.of("java.", "org.jspecify.annotations.");

    /** Types whose values nobody can change, or that hold values which the JDK's factories made unchangeable. */
    private static final List<Class<?>> CONSTANT = List.of(
            String.class, List.class, Map.class, Set.class, Pattern.class, Integer.class, Long.class, Boolean.class);

    private Architecture() {}

    /** The package of a class below the root: {@code analysis.rule}. */
    static String packageOf(JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.startsWith(ROOT) && name.length() > ROOT.length()
                ? name.substring(ROOT.length(), name.length() - 1)
                : "";
    }

    /**
     * Dependencies that the table does not allow.
     *
     * @param mayImport our packages, by package; its own is always allowed
     * @param libraries prefixes of foreign packages, by package
     */
    static List<String> imports(
            Collection<JavaClass> classes, Map<String, Set<String>> mayImport, Map<String, Set<String>> libraries) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            String from = packageOf(type);
            if (!mayImport.containsKey(from)) {
                found.add("the package " + from + " is not in the table");
                continue;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!target.isPrimitive() && !allowed(from, target, mayImport, libraries)) {
                    found.add(type.getName() + " uses " + target.getName());
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean allowed(
            String from, JavaClass target, Map<String, Set<String>> mayImport, Map<String, Set<String>> libraries) {
        String name = target.getName();
        if (name.startsWith(ROOT)) {
            String to = packageOf(target);
            return to.equals(from) || mayImport.getOrDefault(from, Set.of()).contains(to);
        }
        return EVERYWHERE.stream().anyMatch(name::startsWith)
                || libraries.getOrDefault(from, Set.of()).stream().anyMatch(name::startsWith);
    }

    /** Cycles between packages, each as its packages. */
    static List<String> cycles(Collection<JavaClass> classes) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getName().startsWith(ROOT) && !packageOf(target).equals(packageOf(type))) {
                    uses.computeIfAbsent(packageOf(type), key -> new TreeSet<>())
                            .add(packageOf(target));
                }
            }
        }
        List<String> cycles = new ArrayList<>();
        for (String start : uses.keySet()) {
            Set<String> seen = new LinkedHashSet<>();
            Deque<String> open = new ArrayDeque<>(uses.getOrDefault(start, Set.of()));
            while (!open.isEmpty()) {
                String next = open.remove();
                if (seen.add(next)) {
                    open.addAll(uses.getOrDefault(next, Set.of()));
                }
            }
            if (seen.contains(start)) {
                cycles.add(start + " reaches itself through " + seen);
            }
        }
        return cycles;
    }

    /** Classes that touch the process: its streams, properties, environment, clock, exit. */
    static List<String> usesOfSystem(Collection<JavaClass> classes) {
        return classes.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(System.class)
                                || dependency.getTargetClass().isEquivalentTo(Runtime.class)))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    /** Static fields that are, or may hold, something that changes. */
    static List<String> staticState(Collection<JavaClass> classes) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : classes) {
            for (JavaField field : type.getFields()) {
                Set<JavaModifier> modifiers = field.getModifiers();
                boolean ours = modifiers.contains(JavaModifier.STATIC) && !modifiers.contains(JavaModifier.SYNTHETIC);
                if (ours && (!modifiers.contains(JavaModifier.FINAL) || !isConstant(field.getRawType()))) {
                    found.add(field.getFullName());
                }
            }
        }
        return found.stream().sorted().toList();
    }

    /** Ours are immutable when they are records or enums; of the others those that are listed. */
    private static boolean isConstant(JavaClass type) {
        if (type.isPrimitive() || type.isEnum() || type.isRecord()) {
            return true;
        }
        return CONSTANT.stream().anyMatch(type::isEquivalentTo)
                || type.isAssignableTo(java.util.Comparator.class)
                || type.getName().startsWith(ROOT) && type.getFields().stream().noneMatch(Architecture::isChangeable)
                || type.getName().endsWith(".JsonNodeFactory");
    }

    private static boolean isChangeable(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.FINAL);
    }

    /** Classes that somebody could extend. */
    static List<String> open(Collection<JavaClass> classes) {
        return classes.stream()
                .filter(type -> !type.isInterface()
                        && !type.isEnum()
                        && !type.isAnonymousClass()
                        && !type.getModifiers().contains(JavaModifier.FINAL)
                        && !type.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(type -> !type.getEnclosingClass().map(JavaClass::isEnum).orElse(false))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }
}
