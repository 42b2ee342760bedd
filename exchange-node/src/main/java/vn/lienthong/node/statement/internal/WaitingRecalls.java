package vn.lienthong.node.statement.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.Standing;

/** Recall requests that wait for the answer of agencies of this node. */
@Component
@InNodeRole
public class WaitingRecalls {

    private final StandingRows rows;

    WaitingRecalls(StandingRows rows) {
        this.rows = rows;
    }

    /** Those to these codes, oldest first. */
    public List<Standing> of(Collection<AgencyCode> recipients, int limit) {
        return rows.waiting(recipients, limit);
    }
}
