package vn.lienthong.core.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.directory.PublicationCheck.Fault;
import vn.lienthong.core.value.Sha256;

/**
 * The head of the directory's log and the state that all publications up to it make. Immutable: appending gives a new log.
 *
 * <p>Guarantees: numbers without gap, an unbroken chain of digests, both signatures on every publication; a publication that
 * contradicts a held one is never taken.
 */
public final class DirectoryLog {

    private final long sequence;
    private final Sha256 head;
    private final @Nullable Instant publishedAt;
    private final DirectorySnapshot snapshot;

    private DirectoryLog(long sequence, Sha256 head, @Nullable Instant publishedAt, DirectorySnapshot snapshot) {
        this.sequence = sequence;
        this.head = head;
        this.publishedAt = publishedAt;
        this.snapshot = snapshot;
    }

    /** Returns the log before the first publication. */
    public static DirectoryLog empty() {
        return new DirectoryLog(0, Publication.NOTHING_BEFORE, null, DirectorySnapshot.EMPTY);
    }

    static DirectoryLog restored(
            long sequence, Sha256 head, @Nullable Instant publishedAt, DirectorySnapshot snapshot) {
        return new DirectoryLog(sequence, head, publishedAt, snapshot);
    }

    /** Returns when the last publication was made; null when there is none. */
    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    /** Returns the number of the last publication; 0 when there is none. */
    public long sequence() {
        return sequence;
    }

    /** Returns the digest of the last publication's octets; zeros when there is none. */
    public Sha256 head() {
        return head;
    }

    /** Returns the state. */
    public DirectorySnapshot snapshot() {
        return snapshot;
    }

    /** Returns how old the last publication is; nothing when there is none. Never negative. */
    public Optional<Duration> age(Instant now) {
        return Optional.ofNullable(publishedAt)
                .map(published -> now.isAfter(published) ? Duration.between(published, now) : Duration.ZERO);
    }

    /** Compares the number that the directory claims to be its latest with what is held. */
    public Standing compareTo(long latest) {
        if (latest < sequence) {
            return Standing.ROLLED_BACK;
        }
        return latest == sequence ? Standing.CURRENT : Standing.BEHIND;
    }

    /** Makes the publication that follows this log; the directory encodes and signs it. */
    public Publication next(Instant now, List<DirectoryChange> changes) {
        Instant time = publishedAt != null && now.isBefore(publishedAt) ? publishedAt : now;
        return new Publication(sequence + 1, head, time, changes);
    }

    /** Checks a publication that was offered and appends it when it is the next one. */
    public PublicationCheck append(
            SignedPublication offered,
            PublicationReader reader,
            PublicationVerifier verifier,
            KnownPublications known) {
        Optional<Publication> decoded = reader.read(offered.octets());
        if (decoded.isEmpty()) {
            return new PublicationCheck.Refused(Fault.MALFORMED, "");
        }
        Publication publication = decoded.get();
        String number = String.valueOf(publication.sequence());
        Sha256 digest = offered.sha256();
        if (isHeld(publication.sequence(), digest, known)) {
            return new PublicationCheck.AlreadyKnown(publication.sequence());
        }
        // Only what the directory signed can accuse it, so the signatures come before forks and gaps.
        if (!verifier.verifies(offered)) {
            return new PublicationCheck.Refused(Fault.SIGNATURE, number);
        }
        return faultOf(publication, known)
                .<PublicationCheck>map(fault -> new PublicationCheck.Refused(fault, number))
                .orElseGet(() -> fold(publication, digest));
    }

    private boolean isHeld(long number, Sha256 digest, KnownPublications known) {
        if (number == sequence) {
            return digest.equals(head);
        }
        return number < sequence
                && known.digestOf(number).filter(digest::equals).isPresent();
    }

    private Optional<Fault> faultOf(Publication publication, KnownPublications known) {
        if (publication.sequence() <= sequence) {
            boolean held = publication.sequence() == sequence
                    || known.digestOf(publication.sequence()).isPresent();
            return Optional.of(held ? Fault.FORK : Fault.ROLLBACK);
        }
        if (publication.sequence() > sequence + 1) {
            return Optional.of(Fault.GAP);
        }
        return publication.previousSha256().equals(head) ? Optional.empty() : Optional.of(Fault.CHAIN);
    }

    private PublicationCheck fold(Publication publication, Sha256 digest) {
        return switch (snapshot.apply(publication.changes())) {
            case FoldResult.Folded(DirectorySnapshot next) ->
                new PublicationCheck.Appended(
                        new DirectoryLog(publication.sequence(), digest, publication.publishedAt(), next), publication);
            case FoldResult.Inapplicable(int index, String reason) ->
                new PublicationCheck.Refused(
                        Fault.INAPPLICABLE, publication.sequence() + ", change " + index + ": " + reason);
        };
    }

    /** How the held log stands to what the directory offers. */
    public enum Standing {
        /** Nothing new. */
        CURRENT,
        /** There are newer publications. */
        BEHIND,
        /** The directory claims to be older than what is held: it was set back, keep what is held and ring. */
        ROLLED_BACK
    }
}
