package vn.lienthong.node.client.proof;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryLog;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.FoldResult;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.PublicationCheck;
import vn.lienthong.core.directory.PublishedLog;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.PublicationPage;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.asic.AsicSigners;
import vn.lienthong.crypto.certificate.CertificateCheck;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.certificate.TrustAnchor;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.signature.SignatureCheck;
import vn.lienthong.node.evidence.WitnessRules;

/**
 * The central directory as its own signatures prove it: every publication from the first on, chained and signed twice by the
 * certificates of the anchor (docs/protocol §8).
 *
 * <p>Guarantees: a certificate is only handed out for the node or agency for which the directory published it. Does not
 * guarantee: that there is no newer publication.
 */
public final class DirectoryRecord {

    private static final int ANCHOR_CERTIFICATES = 3;

    private final X509Certificate authority;
    private final X509Certificate classical;
    private final X509Certificate postQuantum;
    private final Map<Sha256, X509Certificate> certificates = new HashMap<>();
    private final Map<NodeId, Set<Sha256>> nodeSigners = new HashMap<>();
    private final Map<AgencyId, List<AsicSigners>> agencySigners = new HashMap<>();
    private final Map<String, PublishedLog> logsByOrigin = new HashMap<>();
    private final Map<String, NodeId> keepers = new HashMap<>();
    private DirectoryLog log = DirectoryLog.empty();
    private DirectorySnapshot snapshot = DirectorySnapshot.EMPTY;
    private Optional<RevocationList> revocations = Optional.empty();
    private boolean whole = true;

    private DirectoryRecord(List<X509Certificate> anchor) {
        this.authority = anchor.get(0);
        this.classical = anchor.get(1);
        this.postQuantum = anchor.get(2);
    }

    /**
     * Verifies the publications from the first on.
     *
     * @param anchor the file {@code anchor.pem}
     * @param pages answers of the directory, {@code GET /directory/v1/publications?after=n}, exactly as they came, in order
     * @throws NotProvenException if the anchor is none, or a publication does not follow or is not signed
     */
    public static DirectoryRecord verify(byte[] anchor, List<byte[]> pages) throws NotProvenException {
        DirectoryRecord record = new DirectoryRecord(anchorCertificates(anchor));
        for (byte[] page : pages) {
            record.takePage(page);
        }
        return record;
    }

    /**
     * A part of the directory: what single proofs from its log show, whose keys are listed in one publication.
     *
     * <p>What it holds was listed; that nothing newer takes its place is not shown.
     *
     * @param anchor the file {@code anchor.pem}
     * @param keysOfLog a page with the publication that lists the keys of the directory's log
     * @param proofs what is shown
     * @throws NotProvenException if one of them does not hold
     */
    static DirectoryRecord ofProofs(byte[] anchor, byte[] keysOfLog, List<ListedChange.Offer> proofs)
            throws NotProvenException {
        DirectoryRecord record = new DirectoryRecord(anchorCertificates(anchor));
        record.whole = false;
        PublishedLog directorys = record.logIn(keysOfLog);
        List<ListedChange> listed = new ArrayList<>();
        for (ListedChange.Offer proof : proofs) {
            listed.add(ListedChange.of(proof, directorys));
        }
        List<DirectoryChange> changes = listed.stream()
                .sorted(ListedChange.IN_ORDER)
                .map(ListedChange::change)
                .distinct()
                .toList();
        record.snapshot = switch (record.snapshot.apply(changes)) {
            case FoldResult.Folded(DirectorySnapshot folded) -> folded;
            case FoldResult.Inapplicable(int index, String reason) ->
                throw new NotProvenException("what the key proofs show does not fit together: " + reason);
        };
        for (DirectoryChange change : changes) {
            record.remember(change);
        }
        return record;
    }

    /** The directory's log as a signed publication lists it. */
    private PublishedLog logIn(byte[] page) throws NotProvenException {
        if (WireFormats.PUBLICATION_PAGE.decode(page) instanceof Decoded.Value<PublicationPage>(PublicationPage it)) {
            for (SignedPublication signed : it.publications()) {
                Optional<PublishedLog> found =
                        isSigned(signed) ? ListedChange.logOfDirectory(signed) : Optional.empty();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new NotProvenException("no signed publication lists the log of the directory");
    }

    /**
     * Takes a revocation list of the authority into account.
     *
     * @throws NotProvenException if it is none, or not of this authority
     */
    void takeRevocations(byte[] list) throws NotProvenException {
        revocations = Optional.of(RevocationList.read(list, authority));
    }

    /** The revocation list that was taken; empty when there was none. */
    Optional<RevocationList> revocations() {
        return revocations;
    }

    /** Whether this is the whole directory up to a publication, so that the last word about everything is known. */
    boolean isWhole() {
        return whole;
    }

    private static List<X509Certificate> anchorCertificates(byte[] pem) throws NotProvenException {
        try {
            List<X509Certificate> certificates = Certificates.decodeChain(pem);
            if (certificates.size() != ANCHOR_CERTIFICATES) {
                throw new NotProvenException("the anchor does not hold exactly three certificates");
            }
            return certificates;
        } catch (CertificateException broken) {
            throw new NotProvenException("the anchor cannot be read: " + broken.getMessage());
        }
    }

    private void takePage(byte[] octets) throws NotProvenException {
        switch (WireFormats.PUBLICATION_PAGE.decode(octets)) {
            case Decoded.Malformed<PublicationPage>(String reason, String where) ->
                throw new NotProvenException("not publications of a directory: " + reason + " " + where);
            case Decoded.Value<PublicationPage>(PublicationPage page) -> {
                for (SignedPublication publication : page.publications()) {
                    take(publication);
                }
            }
        }
    }

    private void take(SignedPublication offered) throws NotProvenException {
        PublicationCheck check = log.append(
                offered,
                octets -> switch (WireFormats.PUBLICATION.decode(octets.toByteArray())) {
                    case Decoded.Value<Publication>(var publication) -> Optional.of(publication);
                    case Decoded.Malformed<Publication> malformed -> Optional.empty();
                },
                this::isSigned,
                number -> Optional.empty());
        switch (check) {
            case PublicationCheck.Appended(DirectoryLog next, var publication) -> {
                log = next;
                snapshot = next.snapshot();
                for (DirectoryChange change : publication.changes()) {
                    remember(change);
                }
            }
            case PublicationCheck.AlreadyKnown known -> {}
            case PublicationCheck.Refused(var fault, String detail) ->
                throw new NotProvenException("publication " + detail + " of the directory: " + fault);
        }
    }

    private boolean isSigned(SignedPublication publication) {
        byte[] octets = publication.octets().toByteArray();
        return isSigned(octets, publication.classicalSignature(), classical)
                && isSigned(octets, publication.postQuantumSignature(), postQuantum);
    }

    private static boolean isSigned(byte[] octets, Octets signature, X509Certificate certificate) {
        return DetachedSignature.verify(octets, signature.toByteArray(), certificate) instanceof SignatureCheck.Valid;
    }

    private void remember(DirectoryChange change) throws NotProvenException {
        switch (change) {
            case DirectoryChange.NodePut node -> {
                Sha256 fingerprint = remember(node.signingCertificate());
                nodeSigners.computeIfAbsent(node.id(), id -> new HashSet<>()).add(fingerprint);
            }
            case DirectoryChange.AgencyKeysPut keys -> {
                X509Certificate first = certificate(remember(keys.classical().der()));
                X509Certificate second = certificate(remember(keys.postQuantum().der()));
                if (first.equals(second)) {
                    throw new NotProvenException("the directory lists one certificate for both signatures");
                }
                agencySigners
                        .computeIfAbsent(keys.agency(), id -> new ArrayList<>())
                        .addFirst(new AsicSigners(first, second));
            }
            case DirectoryChange.NodeLogsPut put ->
                put.logs().log(LogPurpose.EVENTS).ifPresent(events -> {
                    logsByOrigin.put(events.origin(), events);
                    keepers.put(events.origin(), put.node());
                });
            default -> {}
        }
    }

    /**
     * By which rules a receipt is judged. A log that a node closed keeps the keys that the directory listed for it last.
     *
     * @param issuer whose log it should be
     * @param origin of the log in the receipt
     */
    Optional<LogPolicy> policy(NodeId issuer, String origin) throws LogFormatException {
        Optional<LogPolicy> today = WitnessRules.forLogOf(issuer, snapshot);
        PublishedLog former = logsByOrigin.get(origin);
        if (former == null || !issuer.equals(keepers.get(origin))) {
            return today;
        }
        List<LogPolicy.Log> keys = ListedChange.keys(former).stream()
                .map(key -> new LogPolicy.Log(key, ""))
                .toList();
        return today.map(policy -> policy.withLogs(keys));
    }

    private Sha256 remember(Octets der) throws NotProvenException {
        try {
            X509Certificate certificate = Certificates.decode(der.toByteArray());
            certificates.put(der.sha256(), certificate);
            return der.sha256();
        } catch (CertificateException broken) {
            throw new NotProvenException("the directory lists a certificate that cannot be read");
        }
    }

    private X509Certificate certificate(Sha256 remembered) {
        return Optional.ofNullable(certificates.get(remembered)).orElseThrow();
    }

    /** The number of the last publication. */
    public long sequence() {
        return log.sequence();
    }

    /** The state of the directory after the last publication. */
    public DirectorySnapshot snapshot() {
        return snapshot;
    }

    /** The issuing authority as it stands. */
    TrustAnchor issuer() {
        return new TrustAnchor(authority);
    }

    /** The issuing authority, below which nothing that is revoked is accepted. */
    public TrustAnchor authority(Instant at) {
        Set<String> revoked = new HashSet<>();
        certificates.forEach((fingerprint, certificate) -> {
            if (snapshot.isRevoked(fingerprint, at)
                    || revocations
                            .filter(list -> list.isRevoked(certificate, at))
                            .isPresent()) {
                revoked.add(fingerprint.hex());
            }
        });
        return new TrustAnchor(authority, revoked);
    }

    /** The certificate if the directory ever listed it as the signing certificate of this node. */
    public Optional<X509Certificate> nodeSigner(NodeId node, Sha256 fingerprint) {
        boolean listed = nodeSigners.getOrDefault(node, Set.of()).contains(fingerprint);
        return listed ? Optional.ofNullable(certificates.get(fingerprint)) : Optional.empty();
    }

    /** The certificates with which the node signs or ever signed, as far as they held at that time. */
    List<X509Certificate> nodeSigners(NodeId node, Instant at) {
        TrustAnchor anchor = authority(at);
        return nodeSigners.getOrDefault(node, Set.of()).stream()
                .flatMap(fingerprint -> Optional.ofNullable(certificates.get(fingerprint)).stream())
                .filter(certificate -> anchor.check(certificate, CertificateProfile.NODE_SIGNING, at)
                        instanceof CertificateCheck.Valid)
                .toList();
    }

    /** The pairs of certificates with which the agency signs or ever signed packages, newest first. */
    public List<AsicSigners> agencySigners(AgencyCode code) {
        List<AsicSigners> signers = new ArrayList<>();
        snapshot.forEachAgency(entry -> {
            if (entry.agency().codes().stream()
                    .anyMatch(validity -> validity.code().equals(code))) {
                signers.addAll(agencySigners.getOrDefault(entry.agency().id(), List.of()));
            }
        });
        return signers;
    }
}
