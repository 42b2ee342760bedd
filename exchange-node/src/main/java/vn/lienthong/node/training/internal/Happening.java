package vn.lienthong.node.training.internal;

import java.time.Instant;

/**
 * Something that really happened here and that a task may have asked for.
 *
 * @param at when
 * @param action what: the action of a security event, {@code say.} or {@code hear.} with the kind of a statement, or {@code arrive}
 * @param object which document: its parcel, or {@code outgoing/} and a number; may be empty
 * @param party the other side; may be empty
 */
record Happening(Instant at, String action, String object, String party) {

    static final String ARRIVE = "arrive";
    static final String SAY = "say.";
    static final String HEAR = "hear.";
}
