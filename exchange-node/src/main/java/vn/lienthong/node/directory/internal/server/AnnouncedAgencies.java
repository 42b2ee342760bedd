package vn.lienthong.node.directory.internal.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.gateway.ProblemException;

/** Agencies that were registered before their node enrolled; they are published together with it. */
final class AnnouncedAgencies {

    private final JdbcClient database;

    AnnouncedAgencies(JdbcClient database) {
        this.database = database;
    }

    /** Keeps an agency; refuses a code that is announced already. */
    void add(Agency agency, NodeId node) {
        CodeValidity code = agency.codes().getFirst();
        try {
            int rows = database.sql("insert into announced_agency"
                            + " (agency_id, code, name, bloc, node_id, parent, valid_from)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .param(Columns.octets(agency.id().value()))
                    .param(code.code().value())
                    .param(agency.name())
                    .param(agency.bloc().name())
                    .param(node.value())
                    .param(
                            agency.parent() == null
                                    ? null
                                    : Columns.octets(agency.parent().value()))
                    .param(Columns.of(code.from()))
                    .update();
            if (rows != 1) {
                throw new IllegalStateException("one agency, one row");
            }
        } catch (DuplicateKeyException alreadyAnnounced) {
            throw new ProblemException(ErrorCode.DIRECTORY_CONFLICT);
        }
    }

    /** Takes out the agencies of a node, in the order of their codes. */
    List<Agency> take(NodeId node) {
        List<Agency> agencies = database.sql("select agency_id, code, name, bloc, parent, valid_from"
                        + " from announced_agency where node_id = ? order by code for update")
                .param(node.value())
                .query((row, number) -> agency(row))
                .list();
        int rows = database.sql("delete from announced_agency where node_id = ?")
                .param(node.value())
                .update();
        if (rows != agencies.size()) {
            throw new IllegalStateException("announced agencies changed under a lock");
        }
        return agencies;
    }

    private static Agency agency(ResultSet row) throws SQLException {
        byte[] parent = row.getBytes(5);
        return new Agency(
                new AgencyId(Columns.uuid(row.getBytes(1))),
                Bloc.valueOf(row.getString(4)),
                row.getString(3),
                List.of(new CodeValidity(
                        new AgencyCode(row.getString(2)),
                        row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        null)),
                parent == null ? null : new AgencyId(Columns.uuid(parent)));
    }
}
