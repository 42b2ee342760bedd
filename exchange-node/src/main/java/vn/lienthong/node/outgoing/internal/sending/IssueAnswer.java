package vn.lienthong.node.outgoing.internal.sending;

import java.util.List;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;

/** What came of the order to number and send a document. */
public sealed interface IssueAnswer {

    /**
     * It has its number and leaves at its moment.
     *
     * @param document as it is now
     */
    record Issued(Outgoing document) implements IssueAnswer {}

    /**
     * It had been issued before; nothing was done twice.
     *
     * @param document as it is
     */
    record Already(Outgoing document) implements IssueAnswer {}

    /** It was changed since it was checked. */
    record Changed() implements IssueAnswer {}

    /**
     * It may not be sent so.
     *
     * @param checklist why
     */
    record NotReady(Checklist checklist) implements IssueAnswer {}

    /**
     * The register gave no number.
     *
     * @param key of the words
     * @param arguments of the words
     */
    record NoNumber(String key, List<Object> arguments) implements IssueAnswer {

        /** Copies the arguments. */
        public NoNumber {
            arguments = List.copyOf(arguments);
        }
    }
}
