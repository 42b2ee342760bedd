package vn.lienthong.node.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.search.Found;
import vn.lienthong.node.search.SearchKind;
import vn.lienthong.node.search.SearchSource;
import vn.lienthong.node.search.SearchTable;
import vn.lienthong.node.search.SearchTable.ByNumber;
import vn.lienthong.node.web.DateText;

/** Lines that were taken over from old books, for the search. Lines of documents at the desk are found as these documents. */
@Component
@InNodeRole
class RegisterSearch implements SearchSource {

    private static final SearchTable TABLE = new SearchTable(
            "register_entry d",
            "register_entry_when",
            "d.*",
            "d.entry_id",
            "d.agency",
            "d.entered_on",
            true,
            "d.document is null",
            "d.search_text",
            new ByNumber("d.kind in ('INCOMING', 'OUTGOING') and d.code_number in (:numbers)", "register_entry_code"),
            new ByNumber(
                    "d.kind in ('INCOMING', 'OUTGOING') and d.number in (:numbers)"
                            + " and d.entered_on between :yearFrom and :yearUntil",
                    "register_entry_given"),
            "if(d.cancelled_at is null, 'KEPT', 'CANCELLED')",
            "d.type_name",
            "d.urgency",
            RegisterSearch::found);

    RegisterSearch() {}

    @Override
    public SearchKind kind() {
        return SearchKind.REGISTER;
    }

    @Override
    public SearchTable table() {
        return TABLE;
    }

    @Override
    public Optional<Range> rangeOf(Person person) {
        return person.may(Permission.READ_REGISTERS)
                ? Range.all(person.agencies(Permission.READ_REGISTERS).stream()
                        .map(AgencyCode::value)
                        .collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    @Override
    public List<StateName> states() {
        return List.of(
                new StateName("KEPT", "register.line.kept"), new StateName("CANCELLED", "register.line.cancelled"));
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        RegisterEntry entry = EntryRows.entry(row, number);
        boolean incoming = entry.kind() == BookKind.INCOMING;
        boolean kept = entry.cancelled() == null;
        return new Found(
                SearchKind.REGISTER,
                entry.id().value(),
                entry.enteredOn().atStartOfDay(DateText.HANOI).toInstant(),
                "/registers/" + entry.book() + "/entries/" + entry.id(),
                new Found.Facts(
                        entry.code().display(),
                        incoming ? entry.number().display() : "",
                        entry.secrecy().isStateSecret() ? null : entry.subject(),
                        incoming ? entry.author() : entry.receivers(),
                        "",
                        entry.type(),
                        entry.signer(),
                        entry.urgency().level(),
                        entry.issuedOn()),
                new Found.State(kept ? "register.line.kept" : "register.line.cancelled", kept ? "quiet" : "failed"));
    }
}
