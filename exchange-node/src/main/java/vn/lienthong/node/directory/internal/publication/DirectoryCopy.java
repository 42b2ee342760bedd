package vn.lienthong.node.directory.internal.publication;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import vn.lienthong.core.directory.DirectoryLog;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.PublicationCheck;
import vn.lienthong.core.directory.PublicationVerifier;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.StartRefusedException;

/** The folded state of all stored publications; grows by one publication at a time and never goes back. */
public final class DirectoryCopy implements DirectoryView {

    private static final int PAGE = 64;
    private static final int REMEMBERED_CERTIFICATES = 20_000;

    private final PublicationTable table;
    private final PublicationVerifier verifier;
    private final NodeId self;
    private final InstantSource clock;
    private final Executor executor;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<Sha256, X509Certificate> certificates = new ConcurrentHashMap<>();
    private final ReentrantLock appending = new ReentrantLock();
    private volatile State state = new State(DirectoryLog.empty(), Set.of());
    private volatile Instant refreshedAt = Instant.EPOCH;

    /** Starts with nothing; see {@link #load}. */
    public DirectoryCopy(
            PublicationTable table, PublicationVerifier verifier, NodeId self, InstantSource clock, Executor executor) {
        this.table = table;
        this.verifier = verifier;
        this.self = self;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * Folds what is stored. The chain of digests is checked throughout and both signatures on the last publication, which
     * vouches for all before it.
     *
     * @throws StartRefusedException if the stored publications are not what the directory signed
     */
    public void load() {
        fold(table.latest());
    }

    /** Folds what another transaction of this installation has stored; signatures were made or checked by it. */
    public void catchUp() {
        fold(Long.MAX_VALUE);
    }

    private void fold(long verified) {
        appending.lock();
        try {
            DirectoryLog folded = log();
            List<SignedPublication> page = table.after(folded.sequence(), PAGE);
            while (!page.isEmpty()) {
                for (SignedPublication publication : page) {
                    boolean vouches = folded.sequence() + 1 == verified;
                    folded = advance(folded, publication, vouches ? verifier : stored -> true);
                }
                page = table.after(folded.sequence(), PAGE);
            }
            if (folded.sequence() > sequence()) {
                become(folded);
            }
        } finally {
            appending.unlock();
        }
    }

    private DirectoryLog advance(DirectoryLog log, SignedPublication publication, PublicationVerifier trust) {
        return switch (log.append(publication, DirectoryCopy::read, trust, table::digestOf)) {
            case PublicationCheck.Appended(DirectoryLog next, Publication appended) -> next;
            case PublicationCheck.AlreadyKnown known -> log;
            case PublicationCheck.Refused(PublicationCheck.Fault fault, String detail) ->
                throw new StartRefusedException("the stored copy of the directory is damaged (" + fault + " " + detail
                        + "); empty the table publication to fetch it anew");
        };
    }

    /** Checks a publication from outside, stores it when it is the next one, and goes on with it. */
    public PublicationCheck offer(SignedPublication offered) {
        appending.lock();
        try {
            PublicationCheck check = log().append(offered, DirectoryCopy::read, verifier, table::digestOf);
            if (check instanceof PublicationCheck.Appended(DirectoryLog next, Publication publication)) {
                keep(publication, offered);
                become(next);
            }
            return check;
        } finally {
            appending.unlock();
        }
    }

    /** Stores a publication with its certificates; the certificates first, so that whoever sees it finds them. */
    public void keep(Publication publication, SignedPublication signed) {
        ListedCertificates.forEach(
                publication, (der, owner) -> table.keepCertificate(der, owner, publication.sequence()));
        table.insert(publication.sequence(), signed, clock.instant());
    }

    /** The central directory has nothing newer at this moment. */
    public void confirm() {
        refreshedAt = clock.instant();
    }

    /** The log as far as it is known. */
    public DirectoryLog log() {
        return state.log;
    }

    @Override
    public DirectorySnapshot current() {
        return log().snapshot();
    }

    @Override
    public long sequence() {
        return log().sequence();
    }

    @Override
    public Instant refreshedAt() {
        return refreshedAt;
    }

    @Override
    public Set<AgencyId> hostedHere() {
        return state.hosted;
    }

    @Override
    public Optional<X509Certificate> certificate(Sha256 fingerprint) {
        X509Certificate remembered = certificates.get(fingerprint);
        return remembered != null
                ? Optional.of(remembered)
                : table.certificate(fingerprint).map(this::remember);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private X509Certificate remember(byte[] der) {
        try {
            X509Certificate certificate = Certificates.decode(der);
            if (certificates.size() >= REMEMBERED_CERTIFICATES) {
                certificates.clear();
            }
            certificates.put(Sha256.of(der), certificate);
            return certificate;
        } catch (CertificateException e) {
            throw new IllegalStateException("a listed certificate cannot be read", e);
        }
    }

    private void become(DirectoryLog next) {
        Set<AgencyId> hosted = new HashSet<>();
        next.snapshot().forEachAgency(entry -> {
            if (entry.node().equals(self)) {
                hosted.add(entry.agency().id());
            }
        });
        state = new State(next, Set.copyOf(hosted));
        listeners.forEach(executor::execute);
    }

    private static Optional<Publication> read(Octets octets) {
        return WireFormats.PUBLICATION.decode(octets.toByteArray())
                        instanceof Decoded.Value<Publication>(Publication value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private record State(DirectoryLog log, Set<AgencyId> hosted) {}
}
