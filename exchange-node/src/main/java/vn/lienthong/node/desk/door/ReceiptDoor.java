package vn.lienthong.node.desk.door;

import java.util.Optional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.web.Download;

/** The receipt of one delivery on one page, with evidence and proofs inside. */
@FunctionalInterface
public interface ReceiptDoor {

    /**
     * Makes the page.
     *
     * @param recipient one of the dispatch's recipients
     * @param withSubject whether the page tells what the document is about
     * @return empty when nothing has happened yet that it could prove
     */
    Optional<Download> receipt(Dispatch dispatch, AgencyCode recipient, boolean withSubject);
}
