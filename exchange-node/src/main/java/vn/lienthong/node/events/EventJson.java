package vn.lienthong.node.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.value.Timestamps;

/**
 * An event as programs get it, by the feed and by webhook: the attributes of CloudEvents 1.0, and data of identities and codes.
 *
 * @param specversion {@code 1.0}
 * @param id the same however often the event is told; unique within the source
 * @param source the node
 * @param type a word of {@link EventType}
 * @param subject the agency to whom it happened
 * @param time when
 * @param data about what
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventJson(
        String specversion, String id, String source, String type, String subject, String time, Data data) {

    /**
     * About what.
     *
     * @param parcelId document on its way
     * @param entryId entry of the inbox
     * @param counterpart code of the other agency
     * @param statementId statement
     * @param status where it stands now
     * @param code why, or which
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(
            @Nullable String parcelId,
            @Nullable Long entryId,
            @Nullable String counterpart,
            @Nullable String statementId,
            @Nullable String status,
            @Nullable String code) {}

    /**
     * The form of an event.
     *
     * @param event from the feed
     * @param node this node
     * @return the form
     */
    public static EventJson of(AgencyEvent event, NodeId node) {
        AgencyNews news = event.news();
        ParcelId parcel = news.parcelId();
        AgencyCode counterpart = news.counterpart();
        StatementId statement = news.statementId();
        return new EventJson(
                "1.0",
                id(event),
                "/nodes/" + node.value(),
                news.type().word(),
                news.agency().value(),
                Timestamps.format(event.at()),
                new Data(
                        parcel == null ? null : parcel.toString(),
                        news.entryId(),
                        counterpart == null ? null : counterpart.value(),
                        statement == null ? null : statement.toString(),
                        news.status(),
                        news.code()));
    }

    /**
     * The identity of an event as programs see it.
     *
     * @param event from the feed
     * @return at most 24 characters
     */
    public static String id(AgencyEvent event) {
        return "evt_" + event.place();
    }
}
