package dev.genci.emit;

import java.util.List;

/**
 * The steps of a job as text.
 *
 * @param number the same for the same text
 * @param text its lines, as they stand in the file; it ends in a line break
 * @param anchor what they are called where jobs share them; the template of a step says so
 * @param claims what must be read in them
 */
record StepText(int number, String text, String anchor, List<StepClaim> claims) {}
