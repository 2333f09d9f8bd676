package dev.genci.analysis.rule;

import java.util.List;

/** The list of rules. */
public final class Rules {
    /** All of them; the order does not matter, diagnostics are sorted. */
    public static final List<Rule> ALL = List.of(
            new UndecidedFlag(),
            new UnknownNeed(),
            new UnknownMember(),
            new UnknownTag(),
            new UnknownWorkflow(),
            new OtherWorkflow(),
            new EmptyWorkflow(),
            new ReservedTag(),
            new OutsideCi(),
            new HelperReferred(),
            new EmptyNeed(),
            new EmptyMeta(),
            new NestedMeta(),
            new CyclicNeeds(),
            new IncompleteFinalJob(),
            new FinalJobTwice(),
            new EnvironmentClash(),
            new ConfusingNames(),
            new NoEnvironment(),
            new UnknownInterpreter(),
            new UnknownOption(),
            new NoBuild(),
            new NoShell(),
            new PythonParameter(),
            new NoxfileElsewhere(),
            new OldNox(),
            new MissingUv(),
            new MissingNode(),
            new PathOutside(),
            new PathClaimedTwice(),
            new IdClash(),
            new NameClash(),
            new OsWithRunsOn(),
            new UselessKey(),
            new ExpressionNotAllowed(),
            new BadExpression(),
            new UnpinnedAction(),
            new StepIdClash(),
            new ReservedVariable(),
            new SelectingArgument(),
            new UnknownArtifact(),
            new ArtifactClash(),
            new OverwrittenFile(),
            new NeededAnyway(),
            new KeptCredentials(),
            new WritePermissions(),
            new NoConcurrency(),
            new BadFilter(),
            new BadSchedule(),
            new FrequentSchedule(),
            new UnexpandedVariable(),
            new VariableClash(),
            new PinMismatch());

    private Rules() {}
}
