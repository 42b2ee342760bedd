package vn.lienthong.node.trial;

import java.io.Serial;

/** A step of a trial did not come out as it must; the message names the step and what was found. */
final class StepFailedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    StepFailedException(String step, String found) {
        super(step + ": " + found);
    }

    StepFailedException(String step, Throwable cause) {
        super(step + ": " + words(cause), cause);
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
