package vn.lienthong.node.search;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that was found; never prints what it says.
 *
 * @param kind what it is
 * @param id its key among those of its kind
 * @param at its place in the list, newest first
 * @param href its page, on this site
 * @param facts what it says
 * @param state where it stands
 */
public record Found(SearchKind kind, long id, Instant at, String href, Facts facts, State state) {

    /**
     * What it says about itself; texts are empty where it says nothing.
     *
     * @param code number and notation
     * @param ownNumber số đến of a document that arrived
     * @param subject trích yếu; null when it must not be shown
     * @param party sender of what arrived, or receivers
     * @param partyCode code of the sender
     * @param type tên loại
     * @param signer who signed
     * @param urgency 0 to 4
     * @param issuedOn its date; null when it bears none
     */
    public record Facts(
            String code,
            String ownNumber,
            @Nullable String subject,
            String party,
            String partyCode,
            String type,
            String signer,
            int urgency,
            @Nullable LocalDate issuedOn) {

        @Override
        public String toString() {
            return "Facts[…]";
        }
    }

    /**
     * Where it stands.
     *
     * @param label key of the words
     * @param mark how lists mark it
     */
    public record State(String label, String mark) {}

    @Override
    public String toString() {
        return "Found[" + kind + " " + id + "]";
    }
}
