package vn.lienthong.node.desk.door;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.identity.ApiCaller;

/** Takes documents from programs, whatever door they come through, by one set of rules ({@code docs/rest-api.md}). */
public interface DocumentDoor {

    /**
     * Takes a document.
     *
     * @param caller who sends, with the scope to do so
     * @param key digest of the key under which the request may be repeated
     * @param parts read once, in order
     * @throws vn.lienthong.node.gateway.ProblemException when it is refused; nothing of it is kept
     */
    Sent take(ApiCaller caller, Sha256 key, FormParts parts);

    /**
     * A document that was taken.
     *
     * @param dispatch what came of it
     * @param repeated whether the same request came before
     * @param leftOut recipients to whom nothing is sent
     */
    record Sent(Dispatch dispatch, boolean repeated, List<LeftOut> leftOut) {

        /** Copies the list. */
        public Sent {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * A recipient to whom nothing was sent.
     *
     * @param recipient agency code
     * @param code why; null in a repeated answer, where it is not known any more
     * @param message why, in Vietnamese
     */
    record LeftOut(String recipient, @Nullable String code, String message) {}
}
