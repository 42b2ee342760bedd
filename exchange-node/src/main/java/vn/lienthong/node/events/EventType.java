package vn.lienthong.node.events;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.node.identity.ApiScope;

/** What can happen to an agency. Words are stored and sent: they keep their meaning. */
public enum EventType {
    /** A document arrived in the inbox. */
    INBOX_ARRIVED("inbox.arrived", ApiScope.RECEIVE),
    /** An entry of the inbox was handed over, refused or withdrawn. */
    INBOX_SETTLED("inbox.settled", ApiScope.RECEIVE),
    /** This node took responsibility for a document of the agency. */
    DISPATCH_ACCEPTED("dispatch.accepted", ApiScope.SUBMIT),
    /** A recipient's node has the document. */
    DISPATCH_CONSIGNED("dispatch.consigned", ApiScope.SUBMIT),
    /** A recipient has taken the document. */
    DISPATCH_HANDED_OVER("dispatch.handed-over", ApiScope.SUBMIT),
    /** A recipient or a node on the way has refused the document. */
    DISPATCH_REFUSED("dispatch.refused", ApiScope.SUBMIT),
    /** The document could not be brought to a recipient in time. */
    DISPATCH_EXPIRED("dispatch.expired", ApiScope.SUBMIT),
    /** The document was taken back from a recipient. */
    DISPATCH_RECALLED("dispatch.recalled", ApiScope.SUBMIT),
    /** The log of the recipient's node has proved that the recipient has taken the document. */
    DISPATCH_RECEIPTED("dispatch.receipted", ApiScope.SUBMIT),
    /** Another agency has stated something about a document between the two. */
    STATEMENT_RECEIVED("statement.received", ApiScope.TRACK),
    /** A webhook was switched off because it failed for too long. */
    WEBHOOK_DISABLED("webhook.disabled", ApiScope.TRACK),
    /** A key of the agency ends soon. */
    KEY_EXPIRING("key.expiring", ApiScope.TRACK);

    private final String word;
    private final ApiScope scope;

    EventType(String word, ApiScope scope) {
        this.word = word;
        this.scope = scope;
    }

    /** Returns its name on the wire and in rows. */
    public String word() {
        return word;
    }

    /** Tells whether a key with these scopes may read it: the scope that it belongs to, or {@link ApiScope#TRACK}. */
    public boolean isReadableWith(Set<ApiScope> scopes) {
        return scopes.contains(scope)
                || scopes.contains(ApiScope.TRACK)
                || (scope == ApiScope.TRACK && (scopes.contains(ApiScope.SUBMIT) || scopes.contains(ApiScope.RECEIVE)));
    }

    /** Returns the type of that name; empty when there is none. */
    public static Optional<EventType> ofWord(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}
