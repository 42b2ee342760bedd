package vn.lienthong.node.directory.internal.listing;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.node.directory.CopyAge;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.Notice;
import vn.lienthong.node.web.StandingNotice;

/** Tells people how long the copy of the directory still counts, from half of its life on. */
public final class CopyNotices implements StandingNotice {

    private final DirectoryView directory;

    /** Speaks about this copy. */
    public CopyNotices(DirectoryView directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Notice> now() {
        CopyAge age = directory.age();
        Instant endsAt = age.endsAt();
        if (endsAt == null) {
            return Optional.empty();
        }
        String end = DateText.write(endsAt);
        return switch (age.stage()) {
            case ORIGINAL, FRESH -> Optional.empty();
            case HALF_OVER -> Optional.of(Notice.warning("directory.age.half", end));
            case LAST_DAY -> Optional.of(Notice.warning("directory.age.last-day", end));
            case OVER -> Optional.of(Notice.warning("directory.age.over", end));
        };
    }
}
