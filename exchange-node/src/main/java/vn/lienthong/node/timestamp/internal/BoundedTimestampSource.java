package vn.lienthong.node.timestamp.internal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.timestamp.TimestampClient;
import vn.lienthong.crypto.timestamp.TimestampOutcome;
import vn.lienthong.node.timestamp.TimestampAnswer;
import vn.lienthong.node.timestamp.TimestampSource;

/** Asks an authority on threads of its own; few questions at a time, each for a limited time. */
final class BoundedTimestampSource implements TimestampSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedTimestampSource.class);
    private static final int QUESTIONS = 4;

    private final TimestampClient client;
    private final Duration timeout;
    private final Optional<X509Certificate> foreignIssuer;
    private final Runnable end;
    private final Semaphore questions = new Semaphore(QUESTIONS);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Asks through this client.
     *
     * @param timeout after which a question is given up
     * @param foreignIssuer who issued to the authority, where that is not the exchange's own
     * @param end run when this source is closed
     */
    BoundedTimestampSource(
            TimestampClient client, Duration timeout, Optional<X509Certificate> foreignIssuer, Runnable end) {
        this.client = client;
        this.timeout = timeout;
        this.foreignIssuer = foreignIssuer;
        this.end = end;
    }

    @Override
    public Optional<X509Certificate> foreignIssuer() {
        return foreignIssuer;
    }

    @Override
    public CompletableFuture<TimestampAnswer> stamp(Digest imprint) {
        if (!questions.tryAcquire()) {
            return CompletableFuture.completedFuture(new TimestampAnswer.Away("too many questions at a time"));
        }
        CompletableFuture<TimestampAnswer> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                answer.complete(ask(imprint));
            } finally {
                questions.release();
                // nothing is left waiting, whatever went wrong
                answer.complete(new TimestampAnswer.Away("the question failed"));
            }
        });
        return answer.completeOnTimeout(
                new TimestampAnswer.Away("no answer in time"), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private TimestampAnswer ask(Digest imprint) {
        try {
            return switch (client.stamp(imprint)) {
                case TimestampOutcome.Granted granted -> new TimestampAnswer.Stamped(granted.token());
                case TimestampOutcome.Refused refused -> {
                    LOG.warn("the timestamp authority gave no token that holds: {}", refused.reason());
                    yield new TimestampAnswer.Away("refused: " + refused.reason());
                }
            };
        } catch (IOException e) {
            LOG.warn("the timestamp authority cannot be asked: {}", e.getMessage());
            return new TimestampAnswer.Away("cannot be asked");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        end.run();
    }
}
