package vn.lienthong.node.edxml;

import java.util.List;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.statement.StatementId;

/** What came of an edXML message. */
public sealed interface EdxmlTaken {

    /**
     * A letter was accepted for sending.
     *
     * @param parcelId its parcel
     * @param repeated whether the same letter was accepted before, and nothing new is sent
     * @param leftOut recipients of the letter to whom nothing is sent
     */
    record Sent(ParcelId parcelId, boolean repeated, List<RecipientCheck> leftOut) implements EdxmlTaken {

        /** Copies the list. */
        public Sent {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Something was stated about an earlier document, or a document was asked back.
     *
     * @param parcelId the document about which it was stated
     * @param statements what was stated, now or by the same message before; empty when every recipient's parcel was stopped before
     *     it had left this node
     */
    record Stated(ParcelId parcelId, List<StatementId> statements) implements EdxmlTaken {

        /** Copies the list. */
        public Stated {
            statements = List.copyOf(statements);
        }
    }

    /**
     * Nothing was done.
     *
     * @param refusal why
     */
    record Refused(EdxmlRefusal refusal) implements EdxmlTaken {}
}
