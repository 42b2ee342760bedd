package vn.lienthong.node.identity;

import java.util.List;
import java.util.Optional;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;

/**
 * Up to which level of secrecy people are cleared, per agency.
 *
 * <p>Guarantees: a clearance counts only after somebody else confirmed it, until its last day, while the account is open and its
 * owner holds a role for the agency that carries {@link Permission#HANDLE_SECRETS}, or {@link Permission#READ_EVENTS}, with which it
 * opens no document but shows the events about them. Each change ends the sessions of the person.
 */
public interface Clearances {
    /**
     * The level up to which somebody is cleared now.
     *
     * @param login who
     * @param agency for whose documents
     * @return above ordinary; empty when not cleared, and for unknown people
     */
    Optional<Secrecy> level(LoginName login, AgencyCode agency);

    /**
     * Up to which level somebody may learn of secrets by the log of this installation.
     *
     * @param login who
     * @return the highest level for any agency whose events are that person's to read; ordinary when not cleared for any
     */
    Secrecy ofEvents(LoginName login);

    /**
     * Who is cleared now for an agency.
     *
     * @param agency whose documents
     * @param atLeast the level they must be cleared for
     * @return by login name, at most 500; nobody for documents that are no secret
     */
    List<LoginName> cleared(AgencyCode agency, Secrecy atLeast);
}
