package dev.genci.simulation;

import java.util.Map;

/**
 * What happens in a run.
 *
 * @param rows how rows end if they run; a row that is not named succeeds
 * @param context what conditions can read: {@code vars.A}
 * @param cancelledAfter the job after whose end somebody cancels the run; {@code null} when nobody does
 */
record Scenario(Map<String, Result> rows, Map<String, String> context, String cancelledAfter) {
    Result fate(String row) {
        return rows.getOrDefault(row, Result.SUCCESS);
    }
}
