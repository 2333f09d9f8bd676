package dev.genci.manifest;

/** A function or decorator of the noxfile that is only listed in the table. */
public record Helper(Listing listing, EntrySource source) implements Entry {
    @Override
    public EntryKind kind() {
        return EntryKind.HELPER;
    }
}
