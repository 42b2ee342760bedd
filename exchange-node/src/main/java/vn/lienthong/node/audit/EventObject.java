package vn.lienthong.node.audit;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;

/**
 * What it was done to.
 *
 * @param kind what it is
 * @param id its identifier, never a name or subject
 * @param secrecy 0 ordinary to 3 top secret: whoever is not cleared for it does not see the event; null when it has none
 */
public record EventObject(Kind kind, String id, @Nullable Integer secrecy) {

    /** What an object may be. */
    public enum Kind {
        /** A document, by the identifier of its parcel. */
        DOCUMENT,
        /** An account, by its number. */
        ACCOUNT,
        /** An API key, by its public part. */
        API_KEY,
        /** An agency, by its code or identifier. */
        AGENCY,
        /** A node, by its name. */
        NODE,
        /** A certificate, by its fingerprint. */
        CERTIFICATE,
        /** A resource of an interface, by method and path. */
        RESOURCE,
        /** A setting, by its name. */
        SETTING,
        /** A book of documents, by its number. */
        REGISTER,
        /** A log, by its name. */
        LOG,
        /** An event, by its identifier. */
        EVENT,
        /** An export, alert, rule, hold or search, by its identifier. */
        CASE
    }

    /** Bounds the identifier. */
    public EventObject {
        id = Bounds.line(id, 2 * Bounds.ID);
    }

    /** An object without a level of secrecy. */
    public static EventObject of(Kind kind, Object id) {
        return new EventObject(kind, String.valueOf(id), null);
    }

    /** A document by the identifier of its parcel. */
    public static EventObject document(Object parcelId) {
        return of(Kind.DOCUMENT, parcelId);
    }

    /** The same object for what speaks of secrets up to a level; unchanged when it is ordinary. */
    public EventObject speakingOf(Secrecy level) {
        return level.isStateSecret() ? ofSecrecy(level.number()) : this;
    }

    /** The same object with a level of secrecy. */
    public EventObject ofSecrecy(int level) {
        return new EventObject(kind, id, level);
    }
}
