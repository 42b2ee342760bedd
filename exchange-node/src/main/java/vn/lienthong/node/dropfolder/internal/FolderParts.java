package vn.lienthong.node.dropfolder.internal;

import java.time.InstantSource;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.edxml.Quarantine;
import vn.lienthong.node.platform.CrashPoints;

/** What every folder works with. */
record FolderParts(
        DropSending sending,
        Inbox inbox,
        ArrivalWriter writer,
        Quarantine quarantine,
        StatusWriter statuses,
        InstantSource clock,
        CrashPoints crash) {}
