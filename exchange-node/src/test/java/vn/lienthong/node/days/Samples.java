package vn.lienthong.node.days;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.testing.Installation;

/** Paths of things that are really there, and of things that are not, for the patterns of routes. */
final class Samples {

    private static final String NO_NUMBER = "999999999";
    private static final String NO_ID = "0193ab00-0000-7000-8000-00000000dead";
    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("{number}", "1"),
            Map.entry("{page}", "1"),
            Map.entry("{section}", "incoming"),
            Map.entry("{code}", "LT-2005"),
            Map.entry("{act}", "disable"),
            Map.entry("{slug}", "1"),
            Map.entry("{template}", "bulk-download"),
            Map.entry("{about}", "ACCESS"),
            Map.entry("{part}", "data"),
            Map.entry("{origin}", "lienthong.vn"),
            Map.entry("**", "checkpoint"));

    private static final String UUID_TEXT =
            "insert(insert(insert(insert(lower(hex(%s)), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24, 0, '-')";
    private static final Pattern BY_ID =
            Pattern.compile("/(alerts|events|exports|listings|retention|api)/.*|.*/import/.*");

    private final JdbcClient database;
    private final AgencyCode own;

    Samples(Installation node, AgencyCode own) {
        this.database = node.get(JdbcClient.class);
        this.own = own;
    }

    /** A path where something of the agency is; the unknown one where there is nothing yet. */
    String real(String pattern) {
        Map<String, String> found = new TreeMap<>();
        if (pattern.startsWith("/incoming/")) {
            put(found, "{id}", "select max(document_id) from incoming_task where agency = ?");
        } else if (pattern.startsWith("/tasks/")) {
            put(found, "{id}", "select max(id) from incoming_task where agency = ?");
        } else if (pattern.startsWith("/units/")) {
            put(found, "{id}", "select max(id) from incoming_unit where agency = ?");
        } else if (pattern.startsWith("/delegations/")) {
            put(found, "{id}", "select max(id) from incoming_delegation where agency = ?");
        } else if (pattern.startsWith("/registers/")) {
            put(found, "{book}", "select max(book_id) from register_entry where agency = ?");
            put(found, "{entry}", "select max(entry_id) from register_entry where agency = ?");
            found.put("{agency}", own.value());
        } else if (pattern.startsWith("/outgoing/")) {
            outgoing(pattern, found);
        } else if (pattern.startsWith("/notifications/{")) {
            put(found, "{id}", "select max(notification_id) from notification where login = 'ba.tt' and ? <> ''");
        } else if (pattern.startsWith("/groups/")) {
            put(found, "{id}", "select max(group_id) from outgoing_group where agency = ?");
        } else if (pattern.startsWith("/recall") || pattern.startsWith("/api/v1/disp")) {
            parcel(pattern, found);
        } else if (pattern.startsWith("/api/v1/inbox/")) {
            put(found, "{entryId}", "select max(entry_id) from inbox_entry where recipient_code = ?");
            put(found, "{id}", "select max(entry_id) from inbox_entry where recipient_code = ?");
        }
        String path = pattern;
        for (Map.Entry<String, String> one : found.entrySet()) {
            path = path.replace(one.getKey(), one.getValue());
        }
        return unknown(path);
    }

    private void outgoing(String pattern, Map<String, String> found) {
        boolean draft =
                Stream.of("/edit", "/check", "/discard", "/sign", "/send").anyMatch(pattern::contains);
        String of = " from outgoing_document where agency = ? and state = '" + (draft ? "DRAFT'" : "SENT'");
        put(found, "{id}", "select max(document_id)" + of);
        put(
                found,
                "{file}",
                "select " + UUID_TEXT.formatted("max(file_id)")
                        + " from outgoing_file where document_id = (select max(document_id)" + of + ")");
        found.put("{recipient}", TwoNodes.COMMUNE.value());
    }

    private void parcel(String pattern, Map<String, String> found) {
        String of = pattern.startsWith("/recall-requests/") ? "incoming_document" : "outgoing_document";
        String query = "select " + UUID_TEXT.formatted("max(parcel_id)") + " from " + of
                + " where agency = ? and parcel_id is not null";
        put(found, "{parcelId}", query);
        put(found, "{id}", query);
        found.put("{recipient}", TwoNodes.COMMUNE.value());
    }

    private void put(Map<String, String> found, String name, String query) {
        List<Optional<String>> values = database.sql(query)
                .param(own.value())
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .list();
        values.getFirst().ifPresent(value -> found.put(name, value));
    }

    /** A path where nothing is. */
    String unknown(String pattern) {
        String path = pattern;
        for (Map.Entry<String, String> one : FIXED.entrySet()) {
            path = path.replace(one.getKey(), one.getValue());
        }
        path = path.replace("{recipient}", "H99.99")
                .replace("{agency}", "H99.99")
                .replace("{login}", "nobody.here")
                .replace("{parcelId}", NO_ID)
                .replace("{signing}", NO_ID)
                .replace("{file}", NO_ID);
        return path.replaceAll("\\{[a-zA-Z]+\\}", BY_ID.matcher(path).matches() ? NO_ID : NO_NUMBER);
    }
}
