package vn.lienthong.node.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.value.Octets;

/**
 * What proves to anyone, offline, that an evidence stands in its issuer's log and that witnesses saw it.
 *
 * @param evidence which evidence
 * @param logProof the {@code .tlog-proof} (C2SP)
 * @param index place in the log, from 0
 * @param size of the tree of the checkpoint
 * @param witnesses how many witnesses of the policy cosigned the checkpoint
 * @param witnessedAt by when all of them had; null without witnesses
 */
public record Receipt(
        EvidenceId evidence,
        Octets logProof,
        long index,
        long size,
        int witnesses,
        @Nullable Instant witnessedAt) {}
