package vn.lienthong.node.vxp.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.platform.InNodeRole;

/** Lists what waits, gives it out, and takes the answer of the program. */
@InNodeRole
@Component
class Receiving {

    private static final String EDOC = "edoc";
    private static final String STATUS = "status";
    private static final byte[] NOTHING = VxpAnswer.list(List.of());

    private final Handing documents;
    private final StatementHanding statements;
    private final StatementRows rows;
    private final Quiet quiet;
    private final Codes codes;

    Receiving(Handing documents, StatementHanding statements, StatementRows rows, Quiet quiet, Codes codes) {
        this.documents = documents;
        this.statements = statements;
        this.rows = rows;
        this.quiet = quiet;
        this.codes = codes;
    }

    byte[] list(VxpCaller caller) {
        boolean status = caller.parameter("messagetype").orElse(EDOC).equalsIgnoreCase(STATUS);
        if (quiet.isQuiet(caller.agency(), status ? STATUS : EDOC)) {
            return NOTHING;
        }
        List<Map<String, Object>> found = status ? statements(caller.agency()) : documents(caller.agency());
        return found.isEmpty() ? NOTHING : VxpAnswer.list(found);
    }

    int count(VxpCaller caller, boolean status) {
        if (quiet.isQuiet(caller.agency(), status ? STATUS : EDOC)) {
            return 0;
        }
        return (status ? statements(caller.agency()) : documents(caller.agency())).size();
    }

    private List<Map<String, Object>> documents(AgencyCode agency) {
        long before = quiet.before(agency);
        Handing.Offer offer = documents.offer(agency);
        if (offer.entries().isEmpty()) {
            quiet.nothing(agency, EDOC, before, offer.changes());
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (InboxEntry entry : offer.entries()) {
            rows.add(row(
                    EDOC,
                    entry.parcelId().toString(),
                    entry.sender(),
                    entry.recipient(),
                    Codes.time(entry.receivedAt())));
        }
        return rows;
    }

    private List<Map<String, Object>> statements(AgencyCode agency) {
        long before = quiet.before(agency);
        List<StatementRows.Waiting> waiting = statements.offer(agency);
        if (waiting.isEmpty()) {
            quiet.nothing(agency, STATUS, before, rows.nextFree(codes.all(agency)));
        }
        return waiting.stream()
                .map(one -> row(STATUS, one.id().toString(), one.author(), one.agency(), Codes.time(one.keptAt())))
                .toList();
    }

    private static Map<String, Object> row(String type, String docId, AgencyCode from, AgencyCode to, String time) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("docId", docId);
        row.put("serviceType", "eDoc");
        row.put("messageType", type);
        row.put("created_time", time);
        row.put("updated_time", time);
        row.put("from", from.value());
        row.put("to", to.value());
        row.put("status", "initial");
        row.put("status_desc", "Chưa nhận");
        return row;
    }

    /** Writes what the identifier names, reserved for the caller; returns why nothing was written. */
    Optional<VxpFault> write(VxpCaller caller, OutputStream out) throws IOException {
        String docId = caller.parameter("docid").orElse("");
        Optional<InboxEntry> entry = entry(caller, docId);
        if (entry.isPresent()) {
            Optional<VxpFault> fault = documents.write(entry.get(), out);
            quiet.tell(Set.of(caller.agency()));
            return fault;
        }
        Optional<StatementRows.Waiting> statement = statement(caller, docId);
        if (statement.isPresent()) {
            Optional<VxpFault> fault = statements.write(statement.get(), out);
            quiet.tell(Set.of(caller.agency()));
            return fault;
        }
        return Optional.of(VxpFault.notFound());
    }

    private Optional<InboxEntry> entry(VxpCaller caller, String docId) {
        return ParcelId.parse(docId).flatMap(parcel -> documents.find(caller.agency(), parcel));
    }

    private Optional<StatementRows.Waiting> statement(VxpCaller caller, String docId) {
        return StatementId.parse(docId).flatMap(id -> statements.find(caller.agency(), id));
    }

    /** Takes the program's answer: done, fail or processing. */
    Optional<VxpFault> update(VxpCaller caller) {
        String docId = caller.parameter("docid").orElse("");
        String status = caller.parameter("status").orElse("");
        Optional<InboxEntry> entry = entry(caller, docId);
        Optional<StatementRows.Waiting> statement = statement(caller, docId);
        if (entry.isEmpty() && statement.isEmpty()) {
            return Optional.of(VxpFault.notFound());
        }
        Optional<VxpFault> fault = switch (status) {
            case "done" -> entry.map(documents::done).orElseGet(() -> statements.done(statement.orElseThrow()));
            case "fail" -> entry.map(documents::failed).orElseGet(() -> statements.failed(statement.orElseThrow()));
            case "processing" ->
                entry.map(documents::processing).orElseGet(() -> statements.processing(statement.orElseThrow()));
            default -> Optional.of(VxpFault.parameter("status", "phải là done, fail hoặc processing"));
        };
        quiet.tell(Set.of(caller.agency()));
        return fault;
    }
}
