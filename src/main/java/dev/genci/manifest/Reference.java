package dev.genci.manifest;

import java.util.List;

/** What an item of {@code needs} or {@code members} refers to. */
public sealed interface Reference {
    /** What makes a word the name of a tag. */
    String TAG = "tag:";

    /** The name of an entry. */
    record Name(String name) implements Reference {
        @Override
        public String word() {
            return name;
        }
    }

    /** The entries with a tag: {@code tag:NAME}. */
    record Tag(String tag) implements Reference {
        /** The tag of every session in CI. */
        private static final String CI = "ci";
        /** The tag of every session. */
        private static final String ALL = "all";

        /** How {@code members} names these two. */
        public static final List<String> RESERVED = List.of(TAG + CI, TAG + ALL);

        @Override
        public String word() {
            return TAG + tag;
        }

        /** Whether it means every session in CI, whatever its tags. */
        public boolean isCi() {
            return tag.equals(CI);
        }

        /** Whether it means every session, whatever its tags. */
        public boolean isAll() {
            return tag.equals(ALL);
        }

        /** Whether only {@code members} may name it. */
        public boolean isReserved() {
            return isCi() || isAll();
        }
    }

    /** Reads a word. */
    static Reference of(String word) {
        return word.startsWith(TAG) ? new Tag(word.substring(TAG.length())) : new Name(word);
    }

    /** As the manifest writes it. */
    String word();

    /** Whether it names an entry. */
    default boolean isName(String name) {
        return this instanceof Name own && own.name().equals(name);
    }
}
