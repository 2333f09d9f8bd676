package dev.genci.data;

/** Names of actions. */
public final class ActionName {
    private ActionName() {}

    /**
     * {@code owner/name}, the repository of an action; the whole text where it is not the name of an action.
     *
     * @param uses an action as a step names it, with or without a version and a path inside the repository
     */
    public static String repository(String uses) {
        int at = uses.indexOf('@');
        String path = at < 0 ? uses : uses.substring(0, at);
        int owner = path.indexOf('/');
        if (owner < 0) {
            return uses;
        }
        int name = path.indexOf('/', owner + 1);
        return name < 0 ? path : path.substring(0, name);
    }
}
