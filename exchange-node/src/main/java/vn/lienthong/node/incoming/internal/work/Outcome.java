package vn.lienthong.node.incoming.internal.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Steps.Step;

/** What came of the wish to do something with a document. Only {@link Done} has changed anything. */
public sealed interface Outcome {

    /**
     * Done.
     *
     * @param document as it stands now
     */
    record Done(IncomingDocument document) implements Outcome {}

    /**
     * Somebody else was faster, or it cannot be done where the document stands.
     *
     * @param document as it stands now
     * @param last what was done last; empty when nothing is known
     */
    record Overtaken(IncomingDocument document, Optional<Step> last) implements Outcome {}

    /**
     * A program is taking the document just now.
     *
     * @param until when it ends at the latest
     */
    record Busy(Instant until) implements Outcome {}

    /**
     * A rule is against it.
     *
     * @param field which field of the form is to blame; {@code main} when none
     * @param key of the words
     * @param arguments of the words
     */
    record Refused(String field, String key, List<Object> arguments) implements Outcome {
        /** Copies the arguments. */
        public Refused {
            arguments = List.copyOf(arguments);
        }
    }

    /** There is no such document, or not for this person. */
    record Absent() implements Outcome {}
}
