package vn.lienthong.node.outgoing.internal.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.search.Found;
import vn.lienthong.node.search.SearchKind;
import vn.lienthong.node.search.SearchSource;
import vn.lienthong.node.search.SearchTable;
import vn.lienthong.node.search.SearchTable.ByNumber;

/** Outgoing documents, for the search: all of the agencies of a person. */
@Component
@InNodeRole
class OutgoingSearch implements SearchSource {

    private static final String LABEL = "outgoing.state.";
    private static final int SHOWN_RECEIVERS = 20;
    private static final SearchTable TABLE = new SearchTable(
            "outgoing_document d",
            "outgoing_document_when",
            "d.document_id, d.created_at, d.state, d.subject, d.code_number, d.notation, d.issued_on, d.signer,"
                    + " d.type_name, d.urgency,"
                    + " (select group_concat(r.label order by r.position separator '; ') from outgoing_recipient r"
                    + " where r.document_id = d.document_id and r.position <= " + SHOWN_RECEIVERS + ") receivers",
            "d.document_id",
            "d.agency",
            "d.created_at",
            false,
            "1 = 1",
            "d.search_text",
            new ByNumber("d.code_number in (:numbers)", "outgoing_document_number"),
            new ByNumber(
                    "d.code_number in (:numbers) and d.issued_on between :yearFrom and :yearUntil",
                    "outgoing_document_number"),
            "d.state",
            "d.type_name",
            "d.urgency",
            (row, _) -> found(row));

    OutgoingSearch() {}

    @Override
    public SearchKind kind() {
        return SearchKind.OUTGOING;
    }

    @Override
    public SearchTable table() {
        return TABLE;
    }

    @Override
    public Optional<Range> rangeOf(Person person) {
        return person.readsDocuments()
                ? Range.all(person.agencies(Permission.READ_DOCUMENTS).stream()
                        .map(AgencyCode::value)
                        .collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    @Override
    public List<StateName> states() {
        return Stream.of(OutgoingState.values())
                .map(state -> new StateName(state.name(), LABEL + state.slug()))
                .toList();
    }

    private static Found found(ResultSet row) throws SQLException {
        OutgoingState state = OutgoingState.valueOf(row.getString("state"));
        long id = row.getLong("document_id");
        return new Found(
                SearchKind.OUTGOING,
                id,
                Columns.instant(row, "created_at"),
                "/outgoing/" + id,
                new Found.Facts(
                        code(row),
                        "",
                        row.getString("subject"),
                        Objects.requireNonNullElse(row.getString("receivers"), ""),
                        "",
                        row.getString("type_name"),
                        row.getString("signer"),
                        row.getInt("urgency"),
                        row.getObject("issued_on", LocalDate.class)),
                new Found.State(LABEL + state.slug(), state.mark()));
    }

    private static String code(ResultSet row) throws SQLException {
        return Outgoing.code(row.getString("code_number"), row.getString("notation"));
    }
}
