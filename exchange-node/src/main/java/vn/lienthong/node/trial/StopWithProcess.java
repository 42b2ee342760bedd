package vn.lienthong.node.trial;

import java.util.concurrent.CountDownLatch;

/**
 * Stops a site when this process is told to end, also in the middle of a step. A process that is killed outright cannot do so;
 * then its servers notice that themselves, see {@link SupervisedCommand}.
 */
final class StopWithProcess implements AutoCloseable {

    private final Thread hook;
    private final CountDownLatch told = new CountDownLatch(1);

    private StopWithProcess(Site site, TrialPlace place, Narrator narrator) {
        this.hook = Thread.ofPlatform().name("stop").unstarted(() -> {
            told.countDown();
            narrator.say("đang dừng…", "stopping…");
            site.close();
            place.leave(narrator);
            narrator.say("đã dừng", "stopped");
        });
    }

    static StopWithProcess register(Site site, TrialPlace place, Narrator narrator) {
        StopWithProcess stop = new StopWithProcess(site, place, narrator);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** True once this process was told to end. */
    boolean isTold() {
        return told.getCount() == 0;
    }

    /** The site is closed in the ordinary way: nothing is left to do at the end. */
    @Override
    public void close() {
        try {
            boolean wasWaiting = Runtime.getRuntime().removeShutdownHook(hook);
            if (!wasWaiting) {
                told.countDown();
            }
        } catch (IllegalStateException ending) {
            // The process is ending already and the hook is at work.
            told.countDown();
        }
    }
}
