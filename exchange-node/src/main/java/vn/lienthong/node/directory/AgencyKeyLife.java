package vn.lienthong.node.directory;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;

/**
 * The life of the keys of the agencies served here, for ceremonies: what there is, replacing before its time, destroying, revoking; and
 * the keys of other agencies that are held back. Everything goes on by itself after a crash.
 */
public interface AgencyKeyLife {

    /** What the pair of signing keys is called among the parts. */
    String SIGNING = "signing";

    /** All parts that an agency has keys for: {@link #SIGNING} and its suites. */
    Set<String> parts();

    /** The keys of an agency; empty when it is not served here. */
    Optional<Standing> standing(AgencyId agency);

    /**
     * Replaces keys before their time. The new ones are durable when this returns and published soon after.
     *
     * @param parts of {@link #parts()}, at least one
     * @return false when keys are being replaced already
     * @throws IOException if they could not be made durable
     */
    boolean replace(AgencyId agency, Set<String> parts) throws IOException;

    /**
     * Destroys an epoch: what is kept and needs it moves to the archive first.
     *
     * @throws IOException if it could not be removed, or nobody can say now whether it is needed
     */
    Destruction destroy(AgencyId agency, long epoch) throws IOException;

    /**
     * Has the directory revoke a certificate of an agency served here; new keys follow by themselves.
     *
     * @param reason for people, 1 to 200 characters
     * @throws IOException if the directory cannot be reached or refuses
     */
    void revoke(AgencyId agency, Sha256 certificate, String reason) throws IOException, InterruptedException;

    /** Keys of agencies to which nothing is sealed because their keys before have not confirmed them, newest first. */
    List<HeldBack> heldBack();

    /**
     * Somebody has asked the agency: the keys of the epoch are its own.
     *
     * @param by who asked
     * @return false when there are none such
     */
    boolean trust(AgencyId agency, long epoch, String by);

    /**
     * The keys of an agency.
     *
     * @param epochs newest first
     * @param pending whether new keys are made and wait for the directory
     */
    record Standing(List<Epoch> epochs, boolean pending) {

        /** Copies the list. */
        public Standing {
            epochs = List.copyOf(epochs);
        }
    }

    /**
     * The keys of an epoch.
     *
     * @param epoch its number
     * @param since when it came into use
     * @param keptUntil from when on it can be destroyed; null while it is the present one
     * @param keys the keys
     */
    record Epoch(long epoch, Instant since, @Nullable Instant keptUntil, List<Key> keys) {

        /** Copies the list. */
        public Epoch {
            keys = List.copyOf(keys);
        }
    }

    /**
     * One key.
     *
     * @param part {@link #SIGNING} or a suite
     * @param algorithm its name
     * @param certificate fingerprint
     * @param notBefore from when on
     * @param notAfter until when
     * @param revoked whether the directory has revoked it
     */
    record Key(
            String part, String algorithm, Sha256 certificate, Instant notBefore, Instant notAfter, boolean revoked) {}

    /**
     * A key that is held back.
     *
     * @param agency whose it is said to be
     * @param epoch of which epoch
     * @param suite for which suite
     * @param certificate fingerprint
     * @param seenAt when it came
     */
    record HeldBack(AgencyId agency, long epoch, SuiteId suite, Sha256 certificate, Instant seenAt) {}

    /** What came of the wish to destroy an epoch. */
    sealed interface Destruction {

        /** It is gone. */
        record Destroyed() implements Destruction {}

        /** There is no such epoch. */
        record Unknown() implements Destruction {}

        /** It is the present one. */
        record InUse() implements Destruction {}

        /** Something sealed to it may be on its way until then. */
        record UntilThen(Instant until) implements Destruction {}

        /** So many kept things cannot be opened without it. */
        record Needed(long count) implements Destruction {}
    }
}
