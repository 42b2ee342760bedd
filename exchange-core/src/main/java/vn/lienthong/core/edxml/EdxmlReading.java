package vn.lienthong.core.edxml;

/** What a message turned out to be. */
public sealed interface EdxmlReading {

    /**
     * It carries a document, or the wish to take one back.
     *
     * @param letter the document
     */
    record Letter(EdxmlLetter letter) implements EdxmlReading {}

    /**
     * It tells where a document stands.
     *
     * @param status the status
     */
    record Status(EdxmlStatus status) implements EdxmlReading {}

    /**
     * It is not taken; what its files have put into the sink is of no worth.
     *
     * @param fault why, and what to do
     */
    record Refused(EdxmlFault fault) implements EdxmlReading {}
}
