package vn.lienthong.node.web;

import java.util.Collection;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;

/**
 * Tells open pages that something changed, so that they look again. Only the name of what changed travels, never what it is; the
 * page asks for the part that it shows, with the rights of whoever looks.
 *
 * <p>A part of a page listens with {@code data-live="topic"} beside {@code hx-get} and {@code hx-trigger="live"}. Where the stream
 * does not work the same part is asked for every 30 seconds, and without scripts people reload.
 *
 * <p>Guarantees: called in a transaction, nobody hears before it is committed, or when it is not; pages that are open at another
 * program of the installation hear within about a second. Does not guarantee that a page hears at all: it looks again by itself.
 */
public interface LiveEvents {
    /**
     * Something changed for everybody who works for an agency here.
     *
     * @param topic what, such as {@code incoming} or {@code tracking}: lower-case letters and hyphens, at most 40
     * @param agencies for whom
     */
    void changed(String topic, Collection<AgencyCode> agencies);

    /**
     * Something changed for one person.
     *
     * @param topic what: lower-case letters and hyphens, at most 40
     * @param person for whom
     */
    void changed(String topic, LoginName person);
}
