package dev.genci.manifest;

/** A function or decorator of the noxfile that people want to see in the table. */
public record Helper(Listing listing, EntrySource source) implements Entry {
    @Override
    public EntryKind kind() {
        return EntryKind.HELPER;
    }
}
