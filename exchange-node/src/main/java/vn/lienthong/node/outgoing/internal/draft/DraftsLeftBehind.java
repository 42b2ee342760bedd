package vn.lienthong.node.outgoing.internal.draft;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.LeftBehind;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;

/** Documents that somebody began and that nobody sent. */
@Component
@InNodeRole
class DraftsLeftBehind implements LeftBehind {
    private final JdbcClient database;

    DraftsLeftBehind(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String key() {
        return "people.left.drafts";
    }

    @Override
    public long count(LoginName login) {
        return database.sql("select count(*) from outgoing_document where created_by = :login"
                        + " and state in ('DRAFT', 'SIGNED', 'NUMBERED')")
                .param("login", login.value())
                .query(Long.class)
                .single();
    }
}
