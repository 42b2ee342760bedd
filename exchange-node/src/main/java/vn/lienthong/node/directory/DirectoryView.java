package vn.lienthong.node.directory;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.evidence.DirectoryHead;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.value.Sha256;

/**
 * The directory as this installation knows it. Answers from memory, also while the central directory is away.
 *
 * <p>Guarantees: made of publications whose chain and signatures were verified, and of nothing else.
 */
public interface DirectoryView {

    /** The state of the moment; immutable. */
    DirectorySnapshot current();

    /** The number of the last publication; 0 when there is none yet. */
    long sequence();

    /** When the central directory last said that there is nothing newer; the epoch when it never did. */
    Instant refreshedAt();

    /** The state of the moment by the head of the directory's log; empty as long as there is none. */
    default Optional<DirectoryHead> head() {
        return Optional.empty();
    }

    /**
     * The name of the agency that certificates of the directory's authority name by its identifier; empty when the common name is none.
     * Says nothing about the certificate, which must have been found valid.
     */
    default Optional<String> agencyOf(String commonName) {
        return commonName.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? current()
                        .agency(new AgencyId(UUID.fromString(commonName)))
                        .map(entry -> entry.agency().name())
                : Optional.empty();
    }

    /** All codes that the agencies of these codes have or had: an agency keeps its documents when it gets a new code. */
    default Set<AgencyCode> allCodes(Collection<AgencyCode> codes, Instant now) {
        Set<AgencyCode> all = new TreeSet<>(codes);
        for (AgencyCode code : codes) {
            current()
                    .agency(code, now)
                    .ifPresent(entry -> entry.agency().codes().stream()
                            .map(CodeValidity::code)
                            .forEach(all::add));
        }
        return all;
    }

    /** How long the copy still counts. */
    default CopyAge age() {
        return CopyAge.original();
    }

    /** The agencies that this node serves. */
    Set<AgencyId> hostedHere();

    /** A certificate that is or was listed, also one of an earlier epoch; says nothing about its validity or revocation. */
    Optional<X509Certificate> certificate(Sha256 fingerprint);

    /** Calls the listener after each change, on a thread of its own; changes in a row may be told as one. */
    void onChange(Runnable listener);
}
