package vn.lienthong.node.statement;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.node.delivery.ParcelParties;

/**
 * Something a sender asks of a recipient served here.
 *
 * @param arrived the delivery
 * @param senderName the sender's name in the directory
 * @param asked the request; the last one when there were several
 * @param answer the answer to it; null while it waits
 * @param history everything that was stated about the document, oldest first
 */
public record Request(
        ParcelParties.Arrived arrived,
        String senderName,
        KeptStatement asked,
        @Nullable KeptStatement answer,
        List<KeptStatement> history) {

    /** Copies the history. */
    public Request {
        history = List.copyOf(history);
    }

    /** Returns whether somebody still has to answer. */
    public boolean isOpen() {
        return answer == null;
    }

    /** Returns the last thing of the kind that was stated. */
    public Optional<KeptStatement> last(StatementKind kind) {
        return history.stream().filter(kept -> kept.statement().kind() == kind).reduce((_, later) -> later);
    }
}
