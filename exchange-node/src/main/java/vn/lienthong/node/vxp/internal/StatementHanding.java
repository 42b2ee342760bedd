package vn.lienthong.node.vxp.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.node.edxml.EdxmlOutlet;
import vn.lienthong.node.edxml.Quarantine;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.Statements;

/** Hands statements out as status messages, each to one system at a time. */
@InNodeRole
@Component
class StatementHanding {

    private static final int PAGE = 200;

    private final StatementRows rows;
    private final Statements statements;
    private final EdxmlOutlet outlet;
    private final Quarantine quarantine;
    private final Codes codes;

    StatementHanding(
            StatementRows rows, Statements statements, EdxmlOutlet outlet, Quarantine quarantine, Codes codes) {
        this.rows = rows;
        this.statements = statements;
        this.outlet = outlet;
        this.quarantine = quarantine;
        this.codes = codes;
    }

    List<StatementRows.Waiting> offer(AgencyCode agency) {
        Set<AgencyCode> all = codes.all(agency);
        List<StatementRows.Waiting> waiting = rows.waiting(all, PAGE);
        if (waiting.isEmpty()) {
            return waiting;
        }
        Set<Quarantine.Item> aside = quarantine.aside(all);
        return waiting.stream().filter(one -> !aside.contains(item(one))).toList();
    }

    private static Quarantine.Item item(StatementRows.Waiting waiting) {
        return new Quarantine.Item.Statement(waiting.agency(), waiting.id());
    }

    Optional<StatementRows.Waiting> find(AgencyCode agency, StatementId id) {
        return rows.find(codes.all(agency), id);
    }

    /** Writes the message, once it has been reserved for the caller; returns why nothing was written. */
    Optional<VxpFault> write(StatementRows.Waiting waiting, OutputStream out) throws IOException {
        Optional<byte[]> message = statements.history(waiting.parcel(), waiting.recipient()).stream()
                .filter(kept -> kept.statement().id().equals(waiting.id()))
                .findFirst()
                .flatMap(this::message);
        if (message.isEmpty() || quarantine.aside(Set.of(waiting.agency())).contains(item(waiting))) {
            return Optional.of(VxpFault.notFound());
        }
        if (waiting.taken() || !rows.serve(waiting.id())) {
            return Optional.of(new VxpFault(
                    VxpFault.SYSTEM,
                    ErrorCode.REQUEST_IN_PROGRESS,
                    "Trạng thái này đã được nhận hoặc đang được một phiên khác lấy. Cách xử lý: lấy lại danh sách."));
        }
        boolean whole = false;
        try {
            out.write(message.get());
            out.flush();
            whole = true;
            return Optional.empty();
        } finally {
            if (!whole) {
                boolean _ = rows.again(waiting.id());
            }
        }
    }

    private Optional<byte[]> message(KeptStatement kept) {
        return outlet.statement(kept);
    }

    @Transactional
    Optional<VxpFault> done(StatementRows.Waiting waiting) {
        boolean taken = waiting.taken() || rows.taken(waiting.id());
        if (taken) {
            quarantine.taken(item(waiting));
        }
        return taken ? Optional.empty() : Optional.of(notServed());
    }

    @Transactional
    Optional<VxpFault> failed(StatementRows.Waiting waiting) {
        if (!rows.again(waiting.id())) {
            return Optional.of(notServed());
        }
        var _ = quarantine.failed(item(waiting), Handing.DOOR, "updateStatus fail");
        return Optional.empty();
    }

    Optional<VxpFault> processing(StatementRows.Waiting waiting) {
        return rows.keep(waiting.id()) ? Optional.empty() : Optional.of(notServed());
    }

    private static VxpFault notServed() {
        return new VxpFault(
                VxpFault.SYSTEM,
                ErrorCode.PRECONDITION_FAILED,
                "Trạng thái chưa được lấy về qua cửa này. Cách xử lý: gọi getEdoc rồi báo done.");
    }
}
