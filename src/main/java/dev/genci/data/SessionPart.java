package dev.genci.data;

/** What a call of nox does of a session: nox can make its environment, and run its commands, one without the other. */
public enum SessionPart {
    /** Both. */
    WHOLE,
    /** It makes the environment, and runs no command. */
    INSTALL,
    /** It runs the commands in the environment that an earlier call has made. */
    RUN
}
