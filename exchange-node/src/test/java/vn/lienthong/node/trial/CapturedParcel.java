package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.SegmentTable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.core.wire.WireFormats;

/**
 * A genuine parcel in the hands of somebody who may use it for something else.
 *
 * @param head as its sender sealed it
 * @param payload as it travels
 */
record CapturedParcel(ParcelHead head, Octets payload) {

    /** Takes a parcel out of its sender's database and store. */
    static CapturedParcel from(NodeUnderTest sender, String parcelId) throws IOException, SQLException {
        try (NodeTables tables = sender.tables()) {
            List<byte[]> row = tables.row(
                    "select header, envelope, signature, segments from outbound_parcel"
                            + " where parcel_id = unhex(replace(?, '-', ''))",
                    parcelId);
            Octets header = Octets.of(row.getFirst());
            ParcelHead head = new ParcelHead(
                    header,
                    header(header),
                    Octets.of(row.get(1)),
                    Octets.of(row.get(2)),
                    new SegmentTable(Octets.of(row.get(3))));
            return new CapturedParcel(
                    head, Octets.of(Files.readAllBytes(sender.payload(parcelId).orElseThrow())));
        }
    }

    private static ParcelHeader header(Octets octets) {
        return switch (WireFormats.PARCEL_HEADER.decode(octets.toByteArray())) {
            case Decoded.Value<ParcelHeader>(ParcelHeader header) -> header;
            case Decoded.Malformed<ParcelHeader>(String reason, String where) ->
                throw new AssertionError(reason + " " + where);
        };
    }

    /** The payload with one octet changed. */
    Octets tamperedPayload() {
        byte[] changed = payload.toByteArray();
        changed[changed.length / 2] ^= 1;
        return Octets.of(changed);
    }

    /** The header under another identifier; the signature is still that of the genuine one. */
    ParcelHead tamperedHeader() {
        return ParcelHead.of(renamed(head.header()), head.envelope(), head.signature(), head.segments());
    }

    /** The header with a later expiry. */
    ParcelHeader later() {
        return changed(header ->
                with(header, header.parcelId(), header.sender(), header.senderNode(), header.recipients(), 1));
    }

    /** The header as if another node had sent it to somebody else. */
    ParcelHeader readdressed(NodeUnderTest by, String sender, String recipient) {
        return changed(header -> with(
                header,
                header.parcelId(),
                new AgencyCode(sender),
                new NodeId(by.id()),
                List.of(new AgencyCode(recipient)),
                0));
    }

    /** The same under another identifier. */
    static ParcelHeader renamed(ParcelHeader header) {
        UUID id = header.parcelId().value();
        ParcelId other = new ParcelId(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1));
        return with(header, other, header.sender(), header.senderNode(), header.recipients(), 0);
    }

    private ParcelHeader changed(UnaryOperator<ParcelHeader> change) {
        return change.apply(head.header());
    }

    private static ParcelHeader with(
            ParcelHeader header,
            ParcelId id,
            AgencyCode sender,
            NodeId node,
            List<AgencyCode> recipients,
            long secondsLater) {
        return new ParcelHeader(
                id,
                header.suite(),
                sender,
                node,
                recipients,
                header.urgency(),
                header.createdAt(),
                header.expiresAt().plusSeconds(secondsLater),
                header.payload());
    }
}
