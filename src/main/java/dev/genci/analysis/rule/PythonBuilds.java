package dev.genci.analysis.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The oldest CPython 3 that can be had. setup-python: for the images of GitHub's runners, from {@code versions-manifest.json}
 * of the repository actions/python-versions, commit 7ecd5646 of August 2026, {@code platform}, {@code platform_version} and
 * {@code arch} of each build; GitHub's page on hosted runners lists the processors of images. uv: from the list in
 * uv 0.13.9, {@code uv python list --all-versions}. New releases come to all of them; so there is no newest one here.
 */
final class PythonBuilds {
    /** The minor of the first free-threaded one, everywhere. */
    static final int FREE_THREADED = 13;
    /** The minor of uv's oldest one. */
    static final int OLDEST_OF_UV = 8;

    /** A label, or the beginning of labels up to a hyphen, and the minor of its oldest CPython 3. */
    private record Image(String label, int oldest) {
        boolean is(String other) {
            return other.startsWith(label) && (other.length() == label.length() || other.charAt(label.length()) == '-');
        }
    }

    /** The longer label comes first. */
    private static final List<Image> IMAGES = List.of(
            new Image("ubuntu-22.04-arm", 8),
            new Image("ubuntu-22.04", 7),
            new Image("ubuntu-24.04", 8),
            new Image("ubuntu-26.04", 10),
            new Image("ubuntu-latest", 8),
            new Image("macos-14-large", 5),
            new Image("macos-14", 8),
            new Image("macos-15-intel", 5),
            new Image("macos-15-large", 5),
            new Image("macos-15", 8),
            new Image("macos-26-intel", 5),
            new Image("macos-26-large", 5),
            new Image("macos-26", 8),
            new Image("macos-latest-large", 5),
            new Image("macos-latest", 8),
            new Image("windows-11-arm", 11),
            new Image("windows-2022", 0),
            new Image("windows-2025", 0),
            new Image("windows-latest", 0));

    private PythonBuilds() {}

    /** The minor of the oldest CPython 3 of an image; {@code null} if nothing is known of it. */
    static @Nullable Integer oldestOn(String label) {
        for (Image image : IMAGES) {
            if (image.is(label)) {
                return image.oldest();
            }
        }
        return null;
    }
}
