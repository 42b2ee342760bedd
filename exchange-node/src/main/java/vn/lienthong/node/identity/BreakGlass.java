package vn.lienthong.node.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The emergency entry for administration, for the day on which no administrator can sign in: credentials in two halves for two people,
 * drawn on the machine and kept sealed.
 *
 * <p>Guarantees: both halves together work once, for a bounded time, and carry {@link Permission#MANAGE_ACCOUNTS} and nothing else; of
 * two who use them at the same moment one succeeds; every step is an event in its transaction; a use stands open until a security
 * officer has reviewed it.
 */
public interface BreakGlass {
    /** The account that is opened for the time of a use; nobody else can have the name, and nobody administers it. */
    LoginName LOGIN = new LoginName("break-glass");

    /** The longest name of a person who brings a half, in characters. */
    int LONGEST_NAME = 100;

    /** The longest reason and the longest finding, in characters. */
    int LONGEST_TEXT = 500;

    /**
     * Whether credentials lie sealed, and since when.
     *
     * @return when they were drawn; empty when there are none
     */
    Optional<Instant> sealedSince();

    /**
     * Uses the credentials up.
     *
     * @param halves both, as typed
     * @param said who uses them and why
     * @return what came of it
     * @throws IllegalArgumentException when a text is missing or too long
     */
    Opening open(Halves halves, Said said);

    /**
     * What was used, newest first, at most 50.
     *
     * @return none when it was never used
     */
    List<Use> uses();

    /**
     * The use that lasts now or was not reviewed yet; from memory, a few seconds old.
     *
     * @return empty when all is in order
     */
    Optional<Use> standing();

    /**
     * Closes a use after a review; one that still lasts ends.
     *
     * @param id which
     * @param finding what the review found
     * @param by a security officer who took no part in it
     * @return whether it was done
     */
    Closing close(long id, String finding, Person by);

    /**
     * The credentials.
     *
     * @param first what lay in the first envelope
     * @param second what lay in the second envelope
     */
    record Halves(String first, String second) {
        /** Never prints them. */
        @Override
        public String toString() {
            return "Halves[]";
        }
    }

    /**
     * What those who use it say.
     *
     * @param first name of the person who brings the first half
     * @param second name of the person who brings the second half
     * @param reason why
     * @param address the network address
     */
    record Said(String first, String second, String reason, String address) {}

    /**
     * One use.
     *
     * @param id which
     * @param from when it began
     * @param until when it ends at the latest
     * @param said by whom and why
     * @param endedAt when it ended, or null
     * @param review what a security officer found, or null
     */
    record Use(
            long id,
            Instant from,
            Instant until,
            Said said,
            @Nullable Instant endedAt,
            @Nullable Review review) {}

    /**
     * How a use was closed.
     *
     * @param by the security officer
     * @param at when
     * @param finding what was found
     */
    record Review(LoginName by, Instant at, String finding) {}

    /** What came of using the credentials. */
    sealed interface Opening {
        /**
         * The entry is open.
         *
         * @param person as whom
         * @param until when it ends
         */
        record Opened(Person person, Instant until) implements Opening {}

        /** These are not the two halves that lie sealed. */
        record Wrong() implements Opening {}

        /**
         * Too many wrong ones from this address.
         *
         * @param until when to try again
         */
        record Throttled(Instant until) implements Opening {}
    }

    /** What came of closing a use. */
    enum Closing {
        /** It is closed. */
        DONE,
        /** Who took part in the use does not review it. */
        TOOK_PART,
        /** It was closed already, or there is no such use. */
        GONE
    }
}
