package vn.lienthong.node.client.command;

/** Exit codes that scripts can rely on. */
final class Outcome {

    /** Done, or proven. */
    static final int DONE = 0;
    /** Refused, or not proven; what was printed says why. */
    static final int REFUSED = 1;
    /** The other side or a file could not be reached or used. */
    static final int UNREACHABLE = 3;
    /** The time to wait was over before the state was reached. */
    static final int NOT_YET = 4;
    /** Nothing is wrong, but the signing node has to be believed: not enough witnesses stand behind it. */
    static final int SIGNED_ONLY = 5;

    private Outcome() {}
}
