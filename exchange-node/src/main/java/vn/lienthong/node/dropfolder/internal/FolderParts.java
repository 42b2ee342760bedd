package vn.lienthong.node.dropfolder.internal;

import java.io.IOException;
import java.time.InstantSource;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.edxml.Quarantine;
import vn.lienthong.node.platform.CrashPoints;

/** What every folder works with. */
record FolderParts(
        DropSending sending,
        Inbox inbox,
        ArrivalWriting writer,
        Quarantine quarantine,
        Statuses statuses,
        InstantSource clock,
        CrashPoints crash) {

    /** Tells an agency what has happened to its documents. */
    @FunctionalInterface
    interface Statuses {

        void round(AgencyCode agency, FolderTree tree) throws IOException;
    }
}
