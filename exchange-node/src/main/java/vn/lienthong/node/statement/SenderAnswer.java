package vn.lienthong.node.statement;

import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.core.party.AgencyCode;

/** What came of an act of a sender. */
public sealed interface SenderAnswer {

    /**
     * Done, for each recipient as it could be.
     *
     * @param results one per recipient that was named
     */
    record Done(Map<AgencyCode, Result> results) implements SenderAnswer {

        /** Copies the map. */
        public Done {
            results = new TreeMap<>(results);
        }

        /** Returns how many ended so. */
        public long count(Result result) {
            return results.values().stream().filter(one -> one == result).count();
        }
    }

    /** None of the caller's agencies sent such a document. */
    record Absent() implements SenderAnswer {}

    /**
     * Nothing was done.
     *
     * @param fault what is wrong
     */
    record Faulty(Fault fault) implements SenderAnswer {}

    /** What became of it for one recipient. */
    enum Result {
        /** Stated, and on its way. */
        SENT,
        /** The parcel was stopped before it left this node. */
        STOPPED,
        /** The same was stated before. */
        REPEATED,
        /** The recipient has refused the document, given it back, or never got it. */
        ENDED,
        /** The last reminder is too fresh. */
        TOO_SOON,
        /** The agency cannot sign at the moment, or is not served here any more. */
        NOT_POSSIBLE
    }

    /** What is wrong with an act. */
    enum Fault {
        /** Nobody is named. */
        RECIPIENTS_MISSING,
        /** Somebody is named who is no recipient of the document. */
        RECIPIENT_FOREIGN,
        /** The reason is missing. */
        REASON_MISSING,
        /** The other document was not sent by the same agency, or is this very one. */
        OTHER_UNKNOWN,
        /** No change is told, or too many. */
        CHANGES_WRONG
    }
}
