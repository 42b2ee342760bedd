package vn.lienthong.node.dropfolder.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.node.edxml.EdxmlOutlet;
import vn.lienthong.node.events.AgencyEvent;
import vn.lienthong.node.events.AgencyEvents;
import vn.lienthong.node.events.AgencyNews;
import vn.lienthong.node.events.EventJson;
import vn.lienthong.node.events.EventType;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.Statements;

/**
 * Writes what happens to an agency's documents into {@code status/}: every event as JSON, statements of other agencies as edXML
 * besides. The system removes what it has read. After a kill an event may be written again, under the same name.
 */
@InNodeRole
@Component
class StatusWriter implements FolderParts.Statuses {

    private static final int MOST = 200;
    private static final int MOST_FILES = 10_000;
    private static final Set<EventType> ELSEWHERE = Set.of(EventType.INBOX_ARRIVED, EventType.INBOX_SETTLED);

    private final AgencyEvents events;
    private final Statements statements;
    private final EdxmlOutlet outlet;
    private final NodeKeys node;

    StatusWriter(AgencyEvents events, Statements statements, EdxmlOutlet outlet, NodeKeys node) {
        this.events = events;
        this.statements = statements;
        this.outlet = outlet;
        this.node = node;
    }

    @Override
    public void round(AgencyCode agency, FolderTree tree) throws IOException {
        Path cursor = tree.memory().resolve("events");
        if (!FolderTree.exists(cursor)) {
            // A folder that is new hears of what happens from now on.
            remember(tree, cursor, events.head());
        }
        long place = Long.parseLong(
                Files.readString(cursor, StandardCharsets.US_ASCII).strip());
        List<AgencyEvent> found = events.after(agency, place, MOST, Instant.EPOCH);
        if (!found.isEmpty() && FolderTree.names(tree.status()).size() >= MOST_FILES) {
            throw new IOException("nobody takes the news out of a folder; it goes on when some are removed");
        }
        for (AgencyEvent event : found) {
            if (!ELSEWHERE.contains(event.news().type())) {
                write(tree, event);
            }
        }
        if (!found.isEmpty()) {
            remember(tree, cursor, found.getLast().place());
        }
    }

    private static void remember(FolderTree tree, Path cursor, long place) throws IOException {
        tree.write(cursor, (place + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void write(FolderTree tree, AgencyEvent event) throws IOException {
        Optional<byte[]> message = statement(event.news()).flatMap(outlet::statement);
        if (message.isPresent()) {
            tree.write(tree.status().resolve(event.place() + ".xml"), message.get());
        }
        tree.write(
                tree.status().resolve(event.place() + ".json"), FolderJson.octets(EventJson.of(event, node.nodeId())));
    }

    private Optional<KeptStatement> statement(AgencyNews news) {
        ParcelId parcel = news.parcelId();
        StatementId wanted = news.statementId();
        AgencyCode counterpart = news.counterpart();
        if (parcel == null || wanted == null || counterpart == null) {
            return Optional.empty();
        }
        // Sender and recipient may be either of the two.
        return List.of(counterpart, news.agency()).stream()
                .flatMap(recipient -> statements.history(parcel, recipient).stream())
                .filter(kept -> kept.statement().id().equals(wanted))
                .findFirst();
    }
}
