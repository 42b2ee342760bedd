package vn.lienthong.node.incoming.internal.record;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.node.identity.LeftBehind;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;

/** What somebody leaves behind who handled documents. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class WorkLeftBehind {

    /**
     * One kind of work.
     *
     * @param database where it is
     * @param key of its text
     * @param sql counts it
     */
    private record Work(JdbcClient database, String key, String sql) implements LeftBehind {
        @Override
        public long count(LoginName login) {
            return database.sql("select count(*) from " + sql)
                    .param("login", login.value())
                    .query(Long.class)
                    .single();
        }
    }

    @Bean
    LeftBehind tasksLeftBehind(JdbcClient database) {
        return new Work(
                database,
                "people.left.tasks",
                "incoming_task where (login = :login or taken_by = :login) and state in ('GIVEN', 'ACCEPTED')");
    }

    @Bean
    LeftBehind opinionsLeftBehind(JdbcClient database) {
        return new Work(
                database,
                "people.left.opinions",
                "incoming_document where submitted_to = :login and state = 'SUBMITTED'");
    }

    @Bean
    LeftBehind delegationsLeftBehind(JdbcClient database) {
        return new Work(
                database,
                "people.left.delegations",
                "incoming_delegation where (from_login = :login or to_login = :login) and ended_at is null"
                        + " and until_on >= current_date");
    }
}
