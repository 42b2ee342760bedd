package vn.lienthong.node.people.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.Notice;
import vn.lienthong.node.web.StandingNotice;

/** Says on every page that the emergency entry is open, and that it was, until somebody has reviewed it. */
@Component
@InNodeRole
class BreakGlassNotice implements StandingNotice {
    private final BreakGlass entry;

    BreakGlassNotice(BreakGlass entry) {
        this.entry = entry;
    }

    @Override
    public Optional<Notice> now() {
        return entry.standing()
                .map(use -> use.endedAt() == null
                        ? Notice.warning("people.break-glass.open", DateText.write(use.until()))
                        : Notice.warning("people.break-glass.waits", DateText.write(use.from())));
    }
}
