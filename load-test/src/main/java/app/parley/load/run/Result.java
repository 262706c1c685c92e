package app.parley.load.run;

import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param title what was run, with its parameters
 * @param complaints what is wrong, empty if all is well
 * @param facts what else is to be said, in order
 * @param errors that the server answered, by code: they may all have been overcome
 */
public record Result(
        String title,
        List<Phase> phases,
        Map<String, String> facts,
        Map<String, Long> errors,
        List<String> complaints) {

    public boolean good() {
        return complaints.isEmpty();
    }
}
