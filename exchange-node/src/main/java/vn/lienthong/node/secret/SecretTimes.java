package vn.lienthong.node.secret;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.identity.LoginName;

/** How long documents stay secret. */
public interface SecretTimes {

    /** The terms of a document that the caller knows of. */
    SecretAnswer<Terms> terms(SecretCaller caller, SecretId id);

    /** Documents that the caller knows of whose protection or look-again day comes within this time, the nearest first, at most 200. */
    SecretAnswer<List<Due>> due(SecretCaller caller, Duration within);

    /** Proposes that a document is no secret any more. */
    SecretAnswer<Terms> propose(SecretCaller caller, SecretId id, String reason);

    /** Confirms what somebody else proposed; a leader's act. The document then counts as declassified; nothing else changes by itself. */
    SecretAnswer<Terms> confirm(SecretCaller caller, SecretId id);

    /**
     * Terms of one document.
     *
     * @param protectedUntil the last day of protection
     * @param declassifyOn the day on which to look again; null without
     * @param proposedBy who proposed to declassify it; null without
     * @param why the reason given for that; empty without
     * @param confirmedBy who confirmed; null before
     * @param confirmedAt when; null before
     */
    record Terms(
            LocalDate protectedUntil,
            @Nullable LocalDate declassifyOn,
            @Nullable LoginName proposedBy,
            String why,
            @Nullable LoginName confirmedBy,
            @Nullable Instant confirmedAt) {
        /** Never prints the reason. */
        @Override
        public String toString() {
            return "Terms[" + protectedUntil + "]";
        }
    }

    /**
     * A document whose day comes.
     *
     * @param line what lists show
     * @param on which day
     */
    record Due(SecretLine line, LocalDate on) {}
}
