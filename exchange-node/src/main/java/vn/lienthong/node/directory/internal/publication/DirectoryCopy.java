package vn.lienthong.node.directory.internal.publication;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
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
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryLog;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.PublicationCheck;
import vn.lienthong.core.directory.PublicationVerifier;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.evidence.DirectoryHead;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.node.directory.CopyAge;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.directory.internal.publication.StandingTable.KeptSnapshot;
import vn.lienthong.node.platform.StartRefusedException;

/** The folded state of all stored publications; grows by one publication at a time and never goes back. */
public final class DirectoryCopy implements DirectoryView {

    /** Publications have up to 8 MiB; so many are in memory at once. */
    private static final int PAGE = 8;

    private static final int REMEMBERED_CERTIFICATES = 20_000;
    private static final Duration REMEMBER_REFRESH = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryCopy.class);

    private final CopyStore store;
    private final PublicationVerifier verifier;
    private final NodeId self;
    private final TakenListener taken;
    private final Optional<Duration> mostAge;
    private final InstantSource clock;
    private final Executor executor;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<Sha256, X509Certificate> certificates = new ConcurrentHashMap<>();
    private final ReentrantLock appending = new ReentrantLock();
    private volatile State state = new State(DirectoryLog.empty(), TreeHead.empty(), Set.of());
    private volatile Predicate<Sha256> heldBack = fingerprint -> false;
    private volatile Instant refreshedAt = Instant.EPOCH;
    private volatile Instant rememberedAt = Instant.EPOCH;

    /**
     * Starts with nothing; see {@link #load}.
     *
     * @param mostAge how old the copy may become before nothing is sent to others; empty at the directory itself
     */
    public DirectoryCopy(
            CopyStore store,
            PublicationVerifier verifier,
            NodeId self,
            TakenListener taken,
            Optional<Duration> mostAge,
            InstantSource clock,
            Executor executor) {
        this.store = store;
        this.verifier = verifier;
        this.self = self;
        this.taken = taken;
        this.mostAge = mostAge;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * Goes on from the snapshot file, if it is the one that was written last, and folds what is stored behind it. The chain of
     * digests is checked, and both signatures of the last publication, which vouches for all before it.
     *
     * @throws StartRefusedException if the stored publications are not what the directory signed
     */
    public void load(SnapshotFile file) {
        store.catchUpTree();
        refreshedAt = store.standing().refreshedAt();
        appending.lock();
        try {
            restored(file).ifPresent(log -> state = new State(log, headAt(log.sequence()), hostedIn(log.snapshot())));
            long latest = store.table().latest();
            if (latest > 0 && latest == sequence()) {
                requireSigned(latest);
            }
            fold(latest);
        } finally {
            appending.unlock();
        }
    }

    /** Writes the snapshot file for the next start; answers with the number of the last publication in it. */
    @CanIgnoreReturnValue
    public long save(SnapshotFile file) {
        DirectoryLog log = log();
        try {
            store.standing().snapshot(new KeptSnapshot(log.sequence(), file.write(log)));
        } catch (IOException e) {
            LOG.warn("the directory's snapshot is not written; the next start takes longer: {}", e.toString());
        }
        return log.sequence();
    }

    private Optional<DirectoryLog> restored(SnapshotFile file) {
        try {
            Optional<KeptSnapshot> kept = store.standing().snapshot();
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            DirectoryLog log = file.read(kept.get().sha256());
            return store.table()
                    .digestOf(log.sequence())
                    .filter(log.head()::equals)
                    .map(fitting -> log);
        } catch (IOException e) {
            LOG.warn("the directory's snapshot is not used, folding all publications: {}", e.toString());
            return Optional.empty();
        }
    }

    private void requireSigned(long sequence) {
        SignedPublication last = store.table().after(sequence - 1, 1).getFirst();
        if (!last.sha256().equals(log().head()) || !verifier.verifies(last)) {
            throw damaged(PublicationCheck.Fault.SIGNATURE, String.valueOf(sequence));
        }
    }

    /** Folds what another transaction of this installation has stored; signatures were made or checked by it. */
    public void catchUp() {
        appending.lock();
        try {
            fold(Long.MAX_VALUE);
        } finally {
            appending.unlock();
        }
    }

    private void fold(long verified) {
        DirectoryLog folded = log();
        Set<AgencyId> hosted = new HashSet<>(state.hosted);
        List<SignedPublication> page = store.table().after(folded.sequence(), PAGE);
        while (!page.isEmpty()) {
            for (SignedPublication publication : page) {
                boolean vouches = folded.sequence() + 1 == verified;
                PublicationCheck.Appended next = advance(folded, publication, vouches ? verifier : stored -> true);
                folded = next.log();
                follow(hosted, next.publication());
            }
            page = store.table().after(folded.sequence(), PAGE);
        }
        if (folded.sequence() > sequence()) {
            become(new State(folded, headAt(folded.sequence()), Set.copyOf(hosted)));
        }
    }

    private PublicationCheck.Appended advance(
            DirectoryLog log, SignedPublication publication, PublicationVerifier trust) {
        return switch (log.append(publication, DirectoryCopy::read, trust, store.table()::digestOf)) {
            case PublicationCheck.Appended appended -> appended;
            case PublicationCheck.AlreadyKnown(long sequence) ->
                throw damaged(PublicationCheck.Fault.GAP, String.valueOf(sequence));
            case PublicationCheck.Refused(PublicationCheck.Fault fault, String detail) -> throw damaged(fault, detail);
        };
    }

    private static StartRefusedException damaged(PublicationCheck.Fault fault, String detail) {
        return new StartRefusedException("the stored copy of the directory is damaged (" + fault + " " + detail
                + "); empty the table publication to fetch it anew");
    }

    private TreeHead headAt(long sequence) {
        return store.table()
                .headAt(sequence)
                .orElseThrow(() -> new IllegalStateException("publication " + sequence + " has no tree"));
    }

    /** Checks a publication from outside, stores it when it is the next one, and goes on with it. */
    public PublicationCheck offer(SignedPublication offered) {
        appending.lock();
        try {
            PublicationCheck check = log().append(offered, DirectoryCopy::read, verifier, store.table()::digestOf);
            if (check instanceof PublicationCheck.Appended(DirectoryLog next, Publication publication)) {
                TreeHead head = keep(publication, offered);
                Set<AgencyId> hosted = new HashSet<>(state.hosted);
                follow(hosted, publication);
                become(new State(next, head, Set.copyOf(hosted)));
            }
            return check;
        } finally {
            appending.unlock();
        }
    }

    /** Stores the publication that follows the state of the moment. */
    public TreeHead keep(Publication publication, SignedPublication signed) {
        State before = state;
        if (before.log.sequence() + 1 != publication.sequence()) {
            throw new IllegalStateException("publication " + publication.sequence() + " is not the next one");
        }
        return store.keep(new Taken(publication, before.log.snapshot(), before.head), signed, clock.instant(), taken);
    }

    /** The central directory has nothing newer at this moment. */
    public void confirm() {
        Instant now = clock.instant();
        refreshedAt = now;
        // Remembered by the minute: after a start the age may be told a minute too high.
        if (!now.isBefore(rememberedAt.plus(REMEMBER_REFRESH)) || now.isBefore(rememberedAt)) {
            store.standing().refresh(now);
            rememberedAt = now;
        }
    }

    /** The log as far as it is known. */
    public DirectoryLog log() {
        return state.log;
    }

    /** The tree of the directory's log at the end of the last publication. */
    public TreeHead tree() {
        return state.head;
    }

    /** Nothing is sealed to certificates that this holds back. */
    public void holdBack(Predicate<Sha256> certificates) {
        heldBack = certificates;
    }

    @Override
    public DirectorySnapshot current() {
        return log().snapshot().withholding(heldBack);
    }

    @Override
    public long sequence() {
        return log().sequence();
    }

    @Override
    public Optional<DirectoryHead> head() {
        State now = state;
        return now.head.size() == 0
                ? Optional.empty()
                : Optional.of(new DirectoryHead(
                        now.log.sequence(),
                        now.head.size(),
                        Sha256.fromBytes(now.head.root().toByteArray())));
    }

    @Override
    public CopyAge age() {
        if (mostAge.isEmpty()) {
            return CopyAge.original();
        }
        Instant published = log().publishedAt();
        Instant asOf = published != null && published.isAfter(refreshedAt) ? published : refreshedAt;
        return CopyAge.of(asOf, mostAge.get(), clock.instant());
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
                : store.table().certificate(fingerprint).map(this::remember);
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

    private void become(State next) {
        state = next;
        listeners.forEach(executor::execute);
    }

    private void follow(Set<AgencyId> hosted, Publication publication) {
        for (DirectoryChange change : publication.changes()) {
            if (change instanceof AgencyPut put) {
                AgencyId id = put.agency().id();
                boolean changed = put.node().equals(self) ? hosted.add(id) : hosted.remove(id);
                LOG.trace("agency {} served here: {}", id, changed);
            }
        }
    }

    private Set<AgencyId> hostedIn(DirectorySnapshot snapshot) {
        Set<AgencyId> hosted = new HashSet<>();
        snapshot.forEachAgency(entry -> {
            if (entry.node().equals(self)) {
                hosted.add(entry.agency().id());
            }
        });
        return Set.copyOf(hosted);
    }

    private static Optional<Publication> read(Octets octets) {
        return WireFormats.PUBLICATION.decode(octets.toByteArray())
                        instanceof Decoded.Value<Publication>(Publication value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private record State(DirectoryLog log, TreeHead head, Set<AgencyId> hosted) {}
}
