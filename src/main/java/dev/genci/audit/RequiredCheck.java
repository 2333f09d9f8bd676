package dev.genci.audit;

import dev.genci.source.Place;

/**
 * A check that something waits for, by its name.
 *
 * @param place of the name
 * @param who waits: {@code branch protection}, {@code Mergify}, an action
 * @param ofActions whether the file says that GitHub Actions reports it, and no other service
 */
record RequiredCheck(String name, Place place, String who, boolean ofActions) {}
