package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.log.InclusionProof;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogPosition;
import vn.lienthong.node.log.LogTimestamps;
import vn.lienthong.node.timestamp.TimestampAnswer;
import vn.lienthong.node.timestamp.TimestampSource;

/** Has the last proven checkpoint of each log time-stamped now and then. While the authority is away, checkpoints go on without. */
@Component
class CheckpointStamping implements LogTimestamps {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointStamping.class);

    private final ObjectProvider<TimestampSource> source;
    private final StampRows rows;
    private final HeadRows heads;
    private final OwnLogs logs;
    private final InstantSource clock;

    CheckpointStamping(ObjectProvider<TimestampSource> source, LogTables tables, OwnLogs logs, InstantSource clock) {
        this.source = source;
        this.rows = tables.stamps();
        this.heads = tables.heads();
        this.logs = logs;
        this.clock = clock;
    }

    @Override
    public Optional<Stamped> covering(LogPosition position) {
        return rows.covering(position.column(), position.index());
    }

    @Override
    public Optional<StampedProof> proof(String origin, long index) {
        Optional<LogPosition> position = logs.of(LogName.EVENTS).origin().equals(origin)
                ? Optional.of(new LogPosition(LogName.EVENTS, index))
                : rows.closedEpoch(origin).map(epoch -> new LogPosition(LogName.EVENTS, index, epoch));
        return position.flatMap(at ->
                covering(at).map(stamped -> new StampedProof(inclusion(at, stamped), stamped.token())));
    }

    private Octets inclusion(LogPosition position, Stamped stamped) {
        try {
            LogFiles today = logs.of(position.log()).files();
            LogFiles files = position.closedEpoch() == 0 ? today : today.closed(position.closedEpoch());
            SignedNote note = SignedNote.parse(stamped.note().toByteArray());
            InclusionProof proof = InclusionProof.build(position.index(), stamped.size(), files);
            return Octets.of(LogReceipt.of(proof, new byte[0], note).encode());
        } catch (IOException e) {
            throw new UncheckedIOException("the tiles of a log cannot be read", e);
        }
    }

    /** Stamps the last proven checkpoint of each log. */
    void round() {
        logs.all().forEach(own -> stamp(own.name()));
    }

    /** Stamps the last proven checkpoint, if it has no time-stamp yet and the authority answers. */
    void stamp(LogName log) {
        Optional<HeadRows.Head> head = heads.find(log);
        TimestampSource authority = source.getIfAvailable();
        if (authority == null || head.isEmpty()) {
            return;
        }
        String note = head.get().provenNote();
        long size = head.get().provenSize();
        if (note == null || size <= rows.latest(log)) {
            return;
        }
        switch (authority
                .stamp(Digest.sha256(note.getBytes(StandardCharsets.UTF_8)))
                .join()) {
            case TimestampAnswer.Stamped(var token) -> rows.keep(log, size, note, token.encoded(), clock.instant());
            case TimestampAnswer.Away(String why) ->
                LOG.info("the checkpoint of size {} waits for a time-stamp: {}", size, why);
        }
    }
}
