package vn.lienthong.node.identity.internal.oidc;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.IdentityProviders.Link;
import vn.lienthong.node.identity.LoginName;

/** Statements on {@code account_provider}. */
@Component
class ProviderTable {
    private final JdbcClient database;

    ProviderTable(JdbcClient database) {
        this.database = database;
    }

    Optional<LoginName> account(String issuer, String subject) {
        return database.sql("select a.login from account_provider p join account a on a.id = p.account_id"
                        + " where p.issuer = :issuer and p.subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, _) -> new LoginName(row.getString(1)))
                .optional();
    }

    /** False when the identity or the account is linked already. */
    boolean add(LoginName login, String provider, String issuer, String subject, Instant now) {
        return database.sql("insert ignore into account_provider (issuer, subject, account_id, provider, linked_at)"
                                + " select :issuer, :subject, id, :provider, :now from account where login = :login")
                        .param("issuer", issuer)
                        .param("subject", subject)
                        .param("provider", provider)
                        .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                        .param("login", login.value())
                        .update()
                == 1;
    }

    boolean remove(LoginName login, String provider) {
        return database.sql("delete from account_provider where provider = :provider"
                                + " and account_id = (select id from account where login = :login)")
                        .param("provider", provider)
                        .param("login", login.value())
                        .update()
                > 0;
    }

    List<Link> links(LoginName login) {
        return database.sql("select p.provider, p.subject, p.linked_at from account_provider p"
                        + " join account a on a.id = p.account_id where a.login = :login order by p.provider")
                .param("login", login.value())
                .query((row, _) -> new Link(
                        row.getString(1),
                        row.getString(2),
                        Objects.requireNonNull(row.getObject(3, LocalDateTime.class))
                                .toInstant(ZoneOffset.UTC)))
                .list();
    }
}
