package vn.lienthong.node.directory.internal.listing;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.node.directory.internal.watch.WitnessDemand;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.Notice;
import vn.lienthong.node.web.StandingNotice;

/** Tells people when nobody but this node has seen what the directory says, for longer than that may be. */
@InNodeRole
@Component
class HeadNotices implements StandingNotice {

    private final WitnessDemand demand;

    HeadNotices(WitnessDemand demand) {
        this.demand = demand;
    }

    @Override
    public Optional<Notice> now() {
        WitnessDemand.Standing standing = demand.standing();
        return standing.overdue()
                ? standing.waitingSince().map(since -> Notice.warning("directory.unwitnessed", DateText.write(since)))
                : Optional.empty();
    }
}
