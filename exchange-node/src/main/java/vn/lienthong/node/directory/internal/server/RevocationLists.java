package vn.lienthong.node.directory.internal.server;

import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.certificate.RevokedCertificate;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.directory.internal.publication.PublicationTable;
import vn.lienthong.node.platform.InDirectoryRole;

/**
 * The authority's revocation list (RFC 5280 §5), for those who do not follow the publications: programs of others, and proofs that
 * are checked years later. It says what the publications say.
 */
@Component
@InDirectoryRole
class RevocationLists {

    /** So long a list counts as current. */
    static final Duration CURRENT = Duration.ofDays(7);

    private static final Duration RENEW = Duration.ofHours(1);

    private final DirectoryCopy copy;
    private final PublicationTable table;
    private final DirectoryAuthority authority;
    private final InstantSource clock;
    private Optional<Made> last = Optional.empty();

    RevocationLists(DirectoryCopy copy, PublicationTable table, DirectoryAuthority authority, InstantSource clock) {
        this.copy = copy;
        this.table = table;
        this.authority = authority;
        this.clock = clock;
    }

    private record Made(long sequence, Instant at, Octets list) {}

    /** The list of now, at most an hour old and never older than the last publication. */
    synchronized Octets current() {
        Instant now = clock.instant();
        long sequence = copy.sequence();
        Optional<Made> good = last.filter(made -> made.sequence() == sequence)
                .filter(made -> now.isBefore(made.at().plus(RENEW)) && !now.isBefore(made.at()));
        Made made = good.orElseGet(() -> new Made(sequence, now, make(now)));
        last = Optional.of(made);
        return made.list();
    }

    private Octets make(Instant now) {
        List<RevokedCertificate> revoked = new ArrayList<>();
        DirectorySnapshot snapshot = copy.current();
        snapshot.forEachRevocation(revocation ->
                serial(revocation.fingerprint()).ifPresent(serial -> revoked.add(entry(serial, revocation.at()))));
        snapshot.forEachNode(node -> ofNode(node).forEach(revoked::add));
        // Numbers have to grow also after a restart: the time does.
        return Octets.of(authority.revocationList(revoked, now.toEpochMilli(), CURRENT));
    }

    /** A node that was revoked takes all its certificates along. */
    private Stream<RevokedCertificate> ofNode(NodeEntry node) {
        Instant at = node.revokedAt();
        return at == null
                ? Stream.empty()
                : Stream.concat(
                                Stream.of(node.tlsFingerprint(), node.signingFingerprint()),
                                node.formerSigning().stream())
                        .flatMap(fingerprint -> serial(fingerprint).stream())
                        .map(serial -> entry(serial, at));
    }

    private static RevokedCertificate entry(BigInteger serial, Instant at) {
        return new RevokedCertificate(serial, at);
    }

    private Optional<BigInteger> serial(Sha256 fingerprint) {
        return table.certificate(fingerprint).map(der -> {
            try {
                return Certificates.decode(der).getSerialNumber();
            } catch (CertificateException e) {
                throw new IllegalStateException("a listed certificate does not read", e);
            }
        });
    }
}
