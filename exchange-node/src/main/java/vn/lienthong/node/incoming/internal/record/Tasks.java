package vn.lienthong.node.incoming.internal.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;

/** What was given to whom, in the database. */
@Component
@InNodeRole
public class Tasks {

    private static final String SELECT = "select t.* from incoming_task t where ";

    private final JdbcClient database;

    Tasks(JdbcClient database) {
        this.database = database;
    }

    private static Task task(ResultSet row) throws SQLException {
        LocalDate until = Columns.dateOrNull(row, "asked_until");
        return new Task(
                row.getLong("id"),
                row.getLong("document_id"),
                new Party(row.getLong("unit_id"), Columns.text(row, "login"), Columns.text(row, "name")),
                Task.Part.valueOf(row.getString("part")),
                Task.State.valueOf(row.getString("state")),
                row.getInt("version"),
                new Task.Order(
                        Columns.text(row, "given_by"),
                        Columns.instant(row, "given_at"),
                        Columns.text(row, "instruction"),
                        Columns.dateOrNull(row, "due_on")),
                row.getString("taken_by"),
                new Task.Work(
                        Columns.text(row, "progress"),
                        Columns.text(row, "result"),
                        Columns.text(row, "reply_code"),
                        Columns.instantOrNull(row, "done_at")),
                until == null ? null : new Task.Asked(until, Columns.text(row, "asked_why")));
    }

    /** All parts of a document, in the order in which they were given. */
    public List<Task> of(long document) {
        return database.sql(SELECT + "t.document_id = ? order by t.id limit 200")
                .param(document)
                .query((row, _) -> task(row))
                .list();
    }

    /** One part, locked until the end of the caller's transaction. */
    public Optional<Task> lock(long id) {
        return database.sql(SELECT + "t.id = ? for update")
                .param(id)
                .query((row, _) -> task(row))
                .optional();
    }

    /** One part. */
    public Optional<Task> find(long id) {
        return database.sql(SELECT + "t.id = ?")
                .param(id)
                .query((row, _) -> task(row))
                .optional();
    }

    /** Open parts of a person: given to the person, taken by the person, or given to one of the units and not taken. */
    public List<Task> mine(String login, Collection<Long> units, int limit) {
        List<Long> keys = new ArrayList<>(units);
        keys.add(-1L);
        return database.sql(SELECT + "t.state in ('GIVEN', 'ACCEPTED') and (t.login = :login or t.taken_by = :login"
                        + " or (t.unit_id in (:units) and t.taken_by is null))"
                        + " order by t.due_on is null, t.due_on, t.id limit :most")
                .param("login", login)
                .param("units", keys)
                .param("most", limit)
                .query((row, _) -> task(row))
                .list();
    }

    /** Parts of these agencies that are open and due before that day, the most overdue first. */
    public List<Task> overdue(Collection<String> agencies, LocalDate today, int limit) {
        return agencies.isEmpty()
                ? List.of()
                : database.sql(SELECT + "t.agency in (:agencies) and t.state in ('GIVEN', 'ACCEPTED')"
                                + " and t.due_on < :today order by t.due_on, t.id limit :most")
                        .param("agencies", agencies)
                        .param("today", today)
                        .param("most", limit)
                        .query((row, _) -> task(row))
                        .list();
    }

    /** Parts of these agencies for which somebody asks for a later day. */
    public List<Task> asked(Collection<String> agencies, int limit) {
        return agencies.isEmpty()
                ? List.of()
                : database.sql(SELECT + "t.agency in (:agencies) and t.state in ('GIVEN', 'ACCEPTED')"
                                + " and t.asked_until is not null order by t.due_on, t.id limit :most")
                        .param("agencies", agencies)
                        .param("most", limit)
                        .query((row, _) -> task(row))
                        .list();
    }

    /** Takes back what is open, because somebody else is to do it. */
    public int withdraw(long document) {
        return database.sql("update incoming_task set state = 'WITHDRAWN', version = version + 1"
                        + " where document_id = ? and state in ('GIVEN', 'ACCEPTED')")
                .param(document)
                .update();
    }

    /** Gives a part. */
    public void give(IncomingDocument document, Party party, Task.Part part, Task.Order order) {
        one(database.sql("insert into incoming_task (document_id, agency, unit_id, login, name, part, state, given_by,"
                        + " given_at, instruction, due_on) values (?, ?, ?, ?, ?, ?, 'GIVEN', ?, ?, ?, ?)")
                .param(document.id())
                .param(document.agency().value())
                .param(party.unit())
                .param(party.login())
                .param(party.name())
                .param(part.name())
                .param(order.by())
                .param(Columns.of(order.at()))
                .param(order.words())
                .param(order.dueOn())
                .update());
    }

    /** Somebody takes a part on. */
    public void take(Task task, String login) {
        one(database.sql(
                        "update incoming_task set state = 'ACCEPTED', taken_by = ?, version = version + 1 where id = ?")
                .params(login, task.id())
                .update());
    }

    /** Somebody says how far it is. */
    public void progress(Task task, String words) {
        one(database.sql("update incoming_task set progress = ?, version = version + 1 where id = ?")
                .params(words, task.id())
                .update());
    }

    /** Somebody asks for a later day; null takes the wish back. */
    public void ask(Task task, Task.@Nullable Asked asked) {
        one(database.sql("update incoming_task set asked_until = ?, asked_why = ?, version = version + 1 where id = ?")
                .param(asked == null ? null : asked.until())
                .param(asked == null ? "" : asked.why())
                .param(task.id())
                .update());
    }

    /** The later day is granted. */
    public void grant(Task task, LocalDate until) {
        one(database.sql("update incoming_task set due_on = ?, asked_until = null, asked_why = '',"
                        + " version = version + 1 where id = ?")
                .params(until, task.id())
                .update());
    }

    /** It is done. */
    public void done(Task task, String result, String reply, Instant at) {
        one(database.sql("update incoming_task set state = 'DONE', result = ?, reply_code = ?, done_at = ?,"
                        + " asked_until = null, version = version + 1 where id = ?")
                .params(result, reply, Columns.of(at), task.id())
                .update());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("wrote " + rows + " tasks instead of one");
        }
    }
}
