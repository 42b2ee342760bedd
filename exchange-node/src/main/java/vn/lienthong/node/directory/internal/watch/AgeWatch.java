package vn.lienthong.node.directory.internal.watch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import vn.lienthong.node.directory.CopyAge;
import vn.lienthong.node.directory.CopyAge.Stage;
import vn.lienthong.node.directory.DirectoryAgeing;
import vn.lienthong.node.directory.DirectoryView;

/** Warns once at each stage of the ageing of the copy, and once when it is fresh again. */
public final class AgeWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AgeWatch.class);

    private final DirectoryView directory;
    private final ApplicationEventPublisher events;
    private Stage told = Stage.FRESH;

    /** Watches this copy. */
    public AgeWatch(DirectoryView directory, ApplicationEventPublisher events) {
        this.directory = directory;
        this.events = events;
    }

    /** Looks whether the stage has changed. */
    public void look() {
        CopyAge age = directory.age();
        if (age.stage() == told) {
            return;
        }
        told = age.stage();
        switch (age.stage()) {
            case HALF_OVER, LAST_DAY ->
                LOG.warn(
                        "the directory was not reached since {}; at {} sending to others ends",
                        age.asOf(),
                        age.endsAt());
            case OVER -> LOG.error("the directory was not reached since {}: nothing is sent to others", age.asOf());
            case FRESH, ORIGINAL -> LOG.info("the copy of the directory is fresh again");
        }
        events.publishEvent(new DirectoryAgeing(age));
    }
}
