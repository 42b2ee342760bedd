package vn.lienthong.node.statement;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.BusinessStatus.Known;

/** What came of an answer of a recipient. */
public sealed interface RecipientAnswer {

    /**
     * Stated, and on its way.
     *
     * @param kept the answer
     * @param closed whether the document was taken out of the inbox before anybody had taken it
     */
    record Done(KeptStatement kept, boolean closed) implements RecipientAnswer {}

    /**
     * Somebody has answered before.
     *
     * @param given what that was
     */
    record Answered(KeptStatement given) implements RecipientAnswer {

        /** Returns the answer, 15 or 16; null on other statements. */
        public @Nullable Known status() {
            return given.statement().status();
        }
    }

    /** There is no such request to an agency of the caller. */
    record Absent() implements RecipientAnswer {}

    /** Declining needs a reason. */
    record ReasonMissing() implements RecipientAnswer {}

    /**
     * The agency cannot state it.
     *
     * @param reason why
     */
    record NotPossible(SendAnswer.Reason reason) implements RecipientAnswer {}
}
