package vn.lienthong.node.desk.internal.rest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.identity.ApiKeyKind;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.platform.InNodeRole;

/** The rows of {@code dispatch_request}. */
@InNodeRole
@Component
class SendingRequestRows {
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(40);
    private static final int AT_ONCE = 50;

    private final JdbcClient database;

    SendingRequestRows(JdbcClient database) {
        this.database = database;
    }

    /** Writes a new request; false when the agency has used the key already. */
    boolean insert(SendingRequest request, byte[] metadata) {
        return database.sql("insert ignore into dispatch_request (request_id, agency, key_sha256, request_sha256,"
                                + " metadata, submitted_by, kind, state, created_at, claimed_until)"
                                + " values (?, ?, ?, ?, ?, ?, ?, 'VALIDATING', ?, ?)")
                        .params(
                                Columns.octets(request.id().value()),
                                request.caller().agency().value(),
                                request.key().bytes(),
                                request.request().bytes(),
                                metadata,
                                request.caller().key().value(),
                                request.caller().kind().name(),
                                Columns.of(request.createdAt()),
                                Columns.of(request.createdAt().plus(CLAIM)))
                        .update()
                == 1;
    }

    Optional<SendingRequest> find(RequestId id) {
        return database.sql("select * from dispatch_request where request_id = ?")
                .param(Columns.octets(id.value()))
                .query((row, _) -> request(row))
                .optional();
    }

    Optional<SendingRequest> byKey(AgencyCode agency, Sha256 key) {
        return database.sql("select * from dispatch_request where agency = ? and key_sha256 = ?")
                .params(agency.value(), key.bytes())
                .query((row, _) -> request(row))
                .optional();
    }

    byte[] metadata(RequestId id) {
        return database.sql("select metadata from dispatch_request where request_id = ?")
                .param(Columns.octets(id.value()))
                .query((row, _) -> row.getBytes("metadata"))
                .single();
    }

    /** Requests that nobody works on, as whoever did has died or put them off. */
    List<RequestId> left(Instant now) {
        return database.sql("select request_id from dispatch_request where state = 'VALIDATING' and claimed_until < ?"
                        + " order by claimed_until limit " + AT_ONCE)
                .param(Columns.of(now))
                .query((row, _) -> new RequestId(Columns.uuid(row.getBytes("request_id"))))
                .list();
    }

    /** Takes over a request that was left; of two who try one succeeds. */
    boolean claim(RequestId id, Instant now) {
        return database.sql("update dispatch_request set claimed_until = ? where request_id = ?"
                                + " and state = 'VALIDATING' and claimed_until < ?")
                        .params(Columns.of(now.plus(CLAIM)), Columns.octets(id.value()), Columns.of(now))
                        .update()
                == 1;
    }

    void putOff(RequestId id, Instant until) {
        int _ = database.sql("update dispatch_request set claimed_until = ? where request_id = ?"
                        + " and state = 'VALIDATING'")
                .params(Columns.of(until), Columns.octets(id.value()))
                .update();
    }

    /** Ends a request once; false when it has ended before. */
    boolean end(RequestId id, SendingRequest.State state, SendingRequest.Outcome outcome, Instant now) {
        ParcelId parcel = outcome.parcelId();
        return database.sql("update dispatch_request set state = :state, parcel_id = :parcel, problem = :problem,"
                                + " ended_at = :now where request_id = :id and state = 'VALIDATING'")
                        .param("state", state.name())
                        .param("parcel", parcel == null ? null : Columns.octets(parcel.value()))
                        .param("problem", outcome.problem())
                        .param("now", Columns.of(now))
                        .param("id", Columns.octets(id.value()))
                        .update()
                == 1;
    }

    /** Requests that were carried out by a node that died before it removed their uploads. */
    List<RequestId> unfinished() {
        return database.sql("select distinct r.request_id from dispatch_request r join api_upload u"
                        + " on u.taken_by = r.request_id where r.state = 'ACCEPTED' limit " + AT_ONCE)
                .query((row, _) -> new RequestId(Columns.uuid(row.getBytes("request_id"))))
                .list();
    }

    /** Forgets requests that ended long ago; their idempotency keys may be used again. */
    void prune(Instant now) {
        int _ = database.sql("delete from dispatch_request where ended_at < ? limit " + AT_ONCE)
                .param(Columns.of(now.minus(KEPT)))
                .update();
    }

    private static SendingRequest request(ResultSet row) throws SQLException {
        byte[] parcel = row.getBytes("parcel_id");
        return new SendingRequest(
                new RequestId(Columns.uuid(row.getBytes("request_id"))),
                new ApiCaller(
                        new ApiKeyId(row.getString("submitted_by")),
                        new AgencyCode(row.getString("agency")),
                        Set.of(ApiScope.SUBMIT),
                        ApiKeyKind.valueOf(row.getString("kind"))),
                Sha256.fromBytes(row.getBytes("key_sha256")),
                Sha256.fromBytes(row.getBytes("request_sha256")),
                SendingRequest.State.valueOf(row.getString("state")),
                new SendingRequest.Outcome(
                        parcel == null ? null : new ParcelId(Columns.uuid(parcel)), row.getString("problem")),
                Columns.instant(row, "created_at"));
    }
}
