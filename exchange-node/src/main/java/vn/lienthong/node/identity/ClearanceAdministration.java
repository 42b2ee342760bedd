package vn.lienthong.node.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;

/**
 * Giving and ending clearances: a security officer proposes, a leader of the agency confirms. The clearance of a leader is confirmed by
 * another leader of the agency or by a second security officer.
 *
 * <p>Guarantees: no clearance counts that one person alone gave; nobody decides about the own one; each change is an event in its
 * transaction, is told to {@link ClearanceListener} there, and ends the sessions of the person.
 */
public interface ClearanceAdministration {
    /** The longest reason, in characters. */
    int LONGEST_REASON = 500;

    /**
     * What a person sees of the clearances: proposers those of the places where they may propose, leaders those of their agencies.
     *
     * @param viewer who looks
     * @param ended whether those that were refused or ended are wanted too
     * @return waiting ones first, then by the end; at most 500
     */
    List<ClearanceFacts> list(Person viewer, boolean ended);

    /**
     * One of them.
     *
     * @param id its number
     * @param viewer who looks
     * @return empty when there is none or it is not for this viewer
     */
    Optional<ClearanceFacts> find(long id, Person viewer);

    /**
     * Proposes a clearance, or another level or end of one that is in force.
     *
     * @param login who is to be cleared
     * @param agency for whose documents
     * @param level above ordinary
     * @param lastDay the last day on which it is to count
     * @param reason why, 1 to {@link #LONGEST_REASON} characters
     * @param by who proposes
     * @return whether it now waits for confirmation
     */
    ClearanceStep propose(
            LoginName login, AgencyCode agency, Secrecy level, LocalDate lastDay, String reason, Person by);

    /**
     * Confirms a proposal; it takes the place of the one in force.
     *
     * @param id its number
     * @param by who confirms
     * @return whether the person is cleared now
     */
    ClearanceStep confirm(long id, Person by);

    /**
     * Refuses a proposal.
     *
     * @param id its number
     * @param by who would have to confirm it
     * @return whether it was done
     */
    ClearanceStep refuse(long id, Person by);

    /**
     * Ends a clearance, or takes a proposal back.
     *
     * @param id its number
     * @param reason why, 1 to {@link #LONGEST_REASON} characters
     * @param by anybody who may propose or confirm
     * @return whether it was done
     */
    ClearanceStep end(long id, String reason, Person by);
}
