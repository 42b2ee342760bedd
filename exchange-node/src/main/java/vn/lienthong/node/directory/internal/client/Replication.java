package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.lienthong.core.directory.DirectoryLog;
import vn.lienthong.core.directory.PublicationCheck;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.wire.PublicationPage;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.directory.internal.watch.AgeWatch;
import vn.lienthong.node.directory.internal.watch.AlarmTable;
import vn.lienthong.node.directory.internal.watch.HeadWatch;

/**
 * Follows the central directory by long poll, so that a change is here as soon as it is published.
 *
 * <p>Guarantees: what is refused changes nothing; the node goes on with what it has, and the status says what is wrong.
 */
final class Replication implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Replication.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Where publications come from. */
    interface Source {

        /** Fetches what is behind a number, waiting so long for it if it is not there yet. */
        PublicationPage publications(long after, Duration wait) throws IOException, InterruptedException;

        /** The checkpoint of the directory's log that everybody is shown; empty when it cannot be had now. */
        Optional<byte[]> checkpoint() throws InterruptedException;

        /** The authority's revocation list; empty when it cannot be had now. */
        Optional<byte[]> revocations() throws InterruptedException;
    }

    /**
     * What looks at the outcome of each round.
     *
     * @param heads compares checkpoints
     * @param alarms tells whether publications may be taken at all
     * @param age warns when the copy grows old
     * @param revocations keeps the authority's list
     */
    record Watches(HeadWatch heads, AlarmTable alarms, AgeWatch age, HeldRevocations revocations) {}

    private final Optional<Source> source;
    private final DirectoryCopy copy;
    private final Watches watches;
    private final Duration wait;
    private final RandomGenerator random;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Optional<ErrorCode> alarm = Optional.empty();
    private volatile Optional<Thread> thread = Optional.empty();

    Replication(Optional<Source> source, DirectoryCopy copy, Watches watches, Duration wait, RandomGenerator random) {
        this.source = source;
        this.copy = copy;
        this.watches = watches;
        this.wait = wait;
        this.random = random;
    }

    /** What is wrong with the directory's publications; empty while all is well. */
    Optional<ErrorCode> alarm() {
        return alarm;
    }

    @Override
    public void start() {
        if (source.isEmpty()) {
            LOG.warn("no address of the central directory is set: going on with publication {}", copy.sequence());
        }
        thread = source.map(
                from -> Thread.ofVirtual().name("directory-replication").start(() -> follow(from)));
    }

    @Override
    public void stop() {
        stopped.countDown();
        thread.ifPresent(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return thread.filter(Thread::isAlive).isPresent();
    }

    private void follow(Source from) {
        int failures = 0;
        try {
            // The first question does not wait: a node that just started wants to know that it is current.
            boolean good = attempt(from, Duration.ZERO);
            while (!stopped.await(good ? 0 : pause(failures).toMillis(), TimeUnit.MILLISECONDS)) {
                good = attempt(from, failures == 0 ? wait : Duration.ZERO);
                failures = good ? 0 : failures + 1;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt(Source from, Duration patience) throws InterruptedException {
        boolean good = ask(from, patience);
        watches.age().look();
        return good;
    }

    private boolean ask(Source from, Duration patience) throws InterruptedException {
        try {
            // The checkpoint first: what it covers was published before, so the answer that follows has to hold it.
            Optional<byte[]> checkpoint = from.checkpoint();
            renewRevocations(from);
            PublicationPage page = from.publications(copy.sequence(), patience);
            return take(page) && fits(checkpoint, page.latest());
        } catch (IOException e) {
            LOG.warn(
                    "the central directory cannot be asked, going on with publication {}: {}",
                    copy.sequence(),
                    e.toString());
            return false;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("publications cannot be stored now, trying again", e);
            return false;
        }
    }

    private void renewRevocations(Source from) throws InterruptedException {
        long latest = copy.sequence();
        if (watches.revocations().isDue(latest)) {
            from.revocations().ifPresent(list -> watches.revocations().take(list, latest));
        }
    }

    /** Compares a checkpoint with what was taken; false when it contradicts that. */
    boolean fits(Optional<byte[]> checkpoint, long latest) {
        boolean complete = copy.sequence() == latest;
        boolean fits = checkpoint.isEmpty() || watches.heads().compare(checkpoint.get(), complete);
        if (!fits) {
            alarm = watches.alarms().halt();
        }
        return fits;
    }

    /** Takes what was offered; false when something was wrong with it, or with what came before and nobody has resolved. */
    boolean take(PublicationPage page) {
        Optional<ErrorCode> halt = watches.alarms().halt();
        if (halt.isPresent()) {
            alarm = halt;
            return false;
        }
        if (copy.log().compareTo(page.latest()) == DirectoryLog.Standing.ROLLED_BACK) {
            return ring(ErrorCode.DIRECTORY_ROLLBACK, "it claims " + page.latest() + ", known is " + copy.sequence());
        }
        for (SignedPublication publication : page.publications()) {
            if (copy.offer(publication)
                    instanceof PublicationCheck.Refused(PublicationCheck.Fault fault, String detail)) {
                return ring(fault.code(), fault + " " + detail);
            }
        }
        alarm = Optional.empty();
        if (copy.sequence() == page.latest()) {
            copy.confirm();
        }
        return true;
    }

    private boolean ring(ErrorCode code, String detail) {
        LOG.error(
                "the central directory published what must not be: {} {}; nothing of it was taken",
                code.code(),
                detail);
        alarm = Optional.of(code);
        return false;
    }

    private Duration pause(int failures) {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures, 10));
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }
}
