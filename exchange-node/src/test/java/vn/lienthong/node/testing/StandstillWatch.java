package vn.lienthong.node.testing;

import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says where everything waits when no test has ended for a long time. The time limit of the tests does not see an application that
 * does not finish to start, and a build that was ended from outside does not tell why.
 */
public final class StandstillWatch implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final Logger LOG = LoggerFactory.getLogger(StandstillWatch.class);
    private static final Duration LONGEST = Duration.ofMinutes(8);
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("standstill-watch").daemon().factory());

    private final AtomicReference<@Nullable ScheduledFuture<?>> planned = new AtomicReference<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        plan(context.getDisplayName());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        plan(context.getDisplayName());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        forget(planned.getAndSet(null));
    }

    private void plan(String last) {
        forget(planned.getAndSet(WATCH.schedule(() -> tell(last), LONGEST.toSeconds(), TimeUnit.SECONDS)));
    }

    private static void forget(@Nullable ScheduledFuture<?> earlier) {
        if (earlier != null) {
            earlier.cancel(false);
        }
    }

    private static void tell(String last) {
        StringJoiner threads = new StringJoiner("\n");
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            threads.add("\n" + thread.getKey());
            for (StackTraceElement place : thread.getValue()) {
                threads.add("    at " + place);
            }
        }
        LOG.error("nothing ended since {} for {}:{}", last, LONGEST, threads);
    }
}
