package dev.genci.emit;

/**
 * A step as text.
 *
 * @param number the same for the same text
 * @param comments lines before it, indented; may be empty
 * @param body its lines from after the dash; it ends with a line break
 * @param anchor its anchor if jobs share it
 */
record StepText(int number, String comments, String body, String anchor) {
    private static final String DASH = " ".repeat(Templates.STEP) + "- ";

    /** @param text what a template wrote, indented */
    static StepText of(int number, String text, String anchor) {
        int dash = text.startsWith(DASH) ? 0 : text.indexOf("\n" + DASH) + 1;
        if (!text.startsWith(DASH, dash)) {
            throw new IllegalStateException("the template of " + anchor + " writes no step");
        }
        return new StepText(number, text.substring(0, dash), text.substring(dash + DASH.length()), anchor);
    }

    /** The number of its lines without comments. */
    int lines() {
        int lines = 0;
        for (int at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) {
            lines++;
        }
        return lines;
    }
}
