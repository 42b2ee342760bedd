package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.AgencyKeys;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.token.KeyAwayException;
import vn.lienthong.node.directory.AgencyKeyLife.Destruction;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.AgencyKeyStore;
import vn.lienthong.node.keys.KeyDependants;
import vn.lienthong.node.platform.CrashPoints;

/**
 * Sees to it that each agency served here has keys: makes them, has them published, renews each in its own time, destroys them when
 * nothing sealed to them can be on its way any more and nothing that is kept needs them.
 *
 * <p>Guarantees: keys are durable before the directory hears of them, so a crash at any step is mended by the next round; an
 * epoch that this node did not make is reported loudly. Rounds and wishes of administrators come one after the other.
 */
final class AgencyKeyKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(AgencyKeyKeeper.class);

    private final DirectoryView directory;
    private final AgencyKeyStore store;
    private final KeyAdmission admission;
    private final KeyRotation rotation;
    private final List<KeyDependants> dependants;
    private final CrashPoints crashPoints;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();

    AgencyKeyKeeper(
            DirectoryView directory,
            AgencyKeyStore store,
            KeyAdmission admission,
            KeyRotation rotation,
            List<KeyDependants> dependants,
            CrashPoints crashPoints,
            InstantSource clock) {
        this.directory = directory;
        this.store = store;
        this.admission = admission;
        this.rotation = rotation;
        this.dependants = List.copyOf(dependants);
        this.crashPoints = crashPoints;
        this.clock = clock;
    }

    /**
     * Looks after all agencies served here.
     *
     * @param served told of each agency that has keys
     * @return false when something is left to do that could not be done now
     */
    boolean round(Consumer<AgencyId> served) throws InterruptedException {
        boolean done = true;
        for (AgencyId agency : directory.hostedHere()) {
            turn.lockInterruptibly();
            try {
                look(agency);
                served.accept(agency);
            } catch (IOException | KeyAwayException e) {
                LOG.warn("agency {} has no new keys yet: {}", agency, e.toString());
                done = false;
            } finally {
                turn.unlock();
            }
        }
        return done;
    }

    /**
     * Replaces keys before their time. They are durable when this returns; what the directory could not be told is told by the next
     * rounds.
     *
     * @param parts of {@link KeyRotation#all()}
     * @return false when keys are being replaced already, or there are none yet
     * @throws IOException if they could not be made durable
     */
    boolean replace(AgencyId agency, Set<String> parts) throws IOException {
        turn.lock();
        try {
            Optional<AgencyKeySet> current = store.epochs(agency).stream().findFirst();
            if (current.isEmpty() || store.pending(agency).isPresent()) {
                return false;
            }
            store.keepPending(rotation.next(current.get(), parts));
            crashPoints.reach("agency-keys.made");
            return true;
        } catch (KeyAwayException e) {
            throw new IOException("the token in which the keys are made is away", e);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Destroys an epoch, unless it may still be needed.
     *
     * @throws IOException if it could not be removed, or nobody can say now whether it is needed
     */
    Destruction destroy(AgencyId agency, long epoch) throws IOException {
        turn.lock();
        try {
            List<AgencyKeySet> epochs = store.epochs(agency);
            for (int i = 0; i < epochs.size(); i++) {
                if (epochs.get(i).epoch() == epoch) {
                    return i == 0
                            ? new Destruction.InUse()
                            : destroy(epochs.get(i), rotation.keptUntil(epochs.get(i - 1)));
                }
            }
            return new Destruction.Unknown();
        } finally {
            turn.unlock();
        }
    }

    private Destruction destroy(AgencyKeySet going, Instant keptUntil) throws IOException {
        if (!clock.instant().isAfter(keptUntil)) {
            return new Destruction.UntilThen(keptUntil);
        }
        long needed = 0;
        for (KeyDependants dependant : dependants) {
            needed += dependant.release(going.agency(), going);
        }
        if (needed > 0) {
            LOG.warn("{} kept things need epoch {} of agency {}", needed, going.epoch(), going.agency());
            return new Destruction.Needed(needed);
        }
        crashPoints.reach("agency-keys.released");
        store.destroy(going.agency(), going.epoch());
        LOG.info("keys of agency {} of epoch {} are destroyed", going.agency(), going.epoch());
        return new Destruction.Destroyed();
    }

    private void look(AgencyId agency) throws IOException, InterruptedException {
        Optional<AgencyEntry> entry = directory.current().agency(agency);
        Optional<AgencyKeySet> pending = store.pending(agency);
        if (pending.isPresent()) {
            publish(pending.get());
        } else {
            Optional<AgencyKeySet> next = next(agency, entry);
            if (next.isPresent()) {
                store.keepPending(next.get());
                crashPoints.reach("agency-keys.made");
                publish(next.get());
            }
        }
        destroyOld(agency);
    }

    private Optional<AgencyKeySet> next(AgencyId agency, Optional<AgencyEntry> entry) {
        Optional<AgencyKeys> published = entry.flatMap(AgencyEntry::currentKeys);
        Optional<AgencyKeySet> held = published.flatMap(listed -> held(agency, listed));
        if (published.isEmpty() || held.isEmpty()) {
            return Optional.of(rotation.fresh(agency));
        }
        Set<String> due =
                rotation.due(published.get(), entry.map(AgencyEntry::suites).orElse(List.of()));
        return due.isEmpty() ? Optional.empty() : Optional.of(rotation.next(held.get(), due));
    }

    private void publish(AgencyKeySet keys) throws IOException, InterruptedException {
        AgencyKeySet certified =
                admission.register(keys, store.epochs(keys.agency()).stream().findFirst());
        crashPoints.reach("agency-keys.published");
        store.add(certified);
        LOG.info("agency {} has keys of epoch {}", certified.agency(), certified.epoch());
    }

    /** The set that the directory lists, when this node made every key of it. */
    private Optional<AgencyKeySet> held(AgencyId agency, AgencyKeys published) {
        Optional<AgencyKeySet> ours = store.epochs(agency).stream()
                .filter(keys -> isListed(keys, published))
                .findFirst();
        if (ours.isEmpty()) {
            LOG.error(
                    "the directory lists keys of agency {} that this node did not make or has lost (epoch {})",
                    agency,
                    published.epoch());
        }
        return ours;
    }

    private static boolean isListed(AgencyKeySet keys, AgencyKeys published) {
        return fingerprint(keys.signing().classical())
                        .equals(published.classical().fingerprint())
                && fingerprint(keys.signing().postQuantum())
                        .equals(published.postQuantum().fingerprint())
                && published.suiteKeys().stream()
                        .allMatch(key -> Optional.ofNullable(keys.sealing().get(key.suite()))
                                .filter(held -> fingerprint(held)
                                        .equals(key.certificate().fingerprint()))
                                .isPresent());
    }

    private static Sha256 fingerprint(SigningKey key) {
        return Sha256.of(Certificates.encode(key.certificate()));
    }

    private void destroyOld(AgencyId agency) throws IOException {
        List<AgencyKeySet> epochs = store.epochs(agency);
        for (int i = epochs.size() - 1; i > 0; i--) {
            if (!(destroy(epochs.get(i), rotation.keptUntil(epochs.get(i - 1))) instanceof Destruction.Destroyed)) {
                return;
            }
        }
    }
}
