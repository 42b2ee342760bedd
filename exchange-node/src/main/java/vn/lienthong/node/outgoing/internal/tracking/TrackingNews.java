package vn.lienthong.node.outgoing.internal.tracking;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.StatementListener;
import vn.lienthong.node.web.LiveEvents;

/** Lets open pages of the sender look again when a recipient has stated something. */
@InNodeRole
@Component
class TrackingNews implements StatementListener {

    private final LiveEvents live;

    TrackingNews(LiveEvents live) {
        this.live = live;
    }

    @Override
    public void arrived(KeptStatement statement) {
        live.changed("tracking", List.of(statement.statement().subject().to()));
    }
}
