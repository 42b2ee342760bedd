package vn.lienthong.node.incoming.internal.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.search.Found;
import vn.lienthong.node.search.SearchKind;
import vn.lienthong.node.search.SearchSource;
import vn.lienthong.node.search.SearchTable;
import vn.lienthong.node.search.SearchTable.ByNumber;

/** Documents that arrived, for the search: all for clerks and leaders, those that were given to them for officers. */
@Component
@InNodeRole
class IncomingSearch implements SearchSource {

    private static final String LABEL = "incoming.state.";
    private static final String GIVEN = "d.id in (select document_id from ("
            + "select document_id from incoming_task where login = :givenTo and state <> 'WITHDRAWN'"
            + " union select document_id from incoming_task where taken_by = :givenTo and state <> 'WITHDRAWN'"
            + " union select t.document_id from incoming_unit_member m join incoming_task t on t.unit_id = m.unit_id"
            + " where m.login = :givenTo and t.state <> 'WITHDRAWN') given)";
    private static final SearchTable TABLE = new SearchTable(
            "incoming_document d",
            "incoming_when",
            RowReading.COLUMNS,
            "d.id",
            "d.agency",
            "d.arrived_at",
            false,
            "1 = 1",
            "d.search_text",
            new ByNumber("d.code_number in (:numbers)", "incoming_number"),
            new ByNumber(
                    "d.arrival_number in (:numbers) and d.arrival_on between :yearFrom and :yearUntil",
                    "incoming_given"),
            "d.state",
            "d.type_name",
            "d.urgency",
            (row, _) -> found(row));

    private final Reach reach;

    IncomingSearch(Reach reach) {
        this.reach = reach;
    }

    @Override
    public SearchKind kind() {
        return SearchKind.INCOMING;
    }

    @Override
    public SearchTable table() {
        return TABLE;
    }

    @Override
    public Optional<Range> rangeOf(Person person) {
        boolean whole = Reach.seesAll(person);
        Set<String> codes = whole ? reach.wholeCodes(person) : reach.codes(person);
        return whole || codes.isEmpty()
                ? Range.all(codes)
                : Optional.of(
                        new Range(codes, GIVEN, Map.of("givenTo", person.login().value())));
    }

    @Override
    public List<StateName> states() {
        return Stream.of(IncomingState.values())
                .map(state -> new StateName(state.name(), LABEL + state.slug()))
                .toList();
    }

    private static Found found(ResultSet row) throws SQLException {
        IncomingDocument document = RowReading.document(row);
        IncomingDocument.Facts facts = document.facts();
        IncomingDocument.Registration place = document.registration();
        return new Found(
                SearchKind.INCOMING,
                document.id(),
                document.times().arrivedAt(),
                "/incoming/" + document.id(),
                new Found.Facts(
                        facts.code().display(),
                        place == null ? "" : place.number(),
                        document.shownSubject(),
                        facts.senderName(),
                        facts.senderCode(),
                        facts.typeName(),
                        facts.signerName(),
                        facts.urgency(),
                        facts.issuedOn()),
                new Found.State(
                        LABEL + document.state().slug(), document.state().mark()));
    }
}
