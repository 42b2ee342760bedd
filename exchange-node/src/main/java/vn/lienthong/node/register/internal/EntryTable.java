package vn.lienthong.node.register.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.text.SearchText;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.BookId;
import vn.lienthong.node.register.EntryFacts;
import vn.lienthong.node.register.EntryId;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.register.Registers.Delivery;

/** Statements on {@code register_entry}. */
@InNodeRole
@Component
class EntryTable {
    private static final String OF_SERIES = " from register_entry where book_id = :book and series = :series";
    private static final String INSERT = "insert into register_entry (book_id, agency, kind, series,"
            + " number, suffix, suffix_reason, document, entered_on, registered_at, registered_by,"
            + " code_number, code_mark, code_notation, issued_on, type_name, subject, signer, author_code,"
            + " author_name, author_key, receivers, kept_by, copies, urgency, secrecy, note, due_on,"
            + " moved_on, signed_for,"
            + " changed_at, changed_by, search_text) values (:book, :agency, :kind, :series, :number,"
            + " :suffix, :reason, :document, :entered, :now, :by, :code, :mark, :notation, :issued, :type,"
            + " :subject, :signer, :authorCode, :author, :authorKey, :receivers, :keptBy, :copies,"
            + " :urgency, :secrecy, :note, :due, :moved, :signed, :now, :by, :search)";
    private static final String CHANGED = " changed_at = :now, changed_by = :by, version = version + 1";

    private final JdbcClient database;
    private final InstantSource clock;

    EntryTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    EntryId add(NewEntry entry) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        LocalDateTime now = now();
        EntryFacts facts = entry.facts();
        JdbcClient.StatementSpec statement = database.sql(INSERT)
                .param("book", entry.book().id().value())
                .param("agency", entry.book().agency().value())
                .param("kind", entry.book().kind().name())
                .param("series", entry.number().series())
                .param("number", entry.number().value())
                .param("suffix", entry.number().suffix())
                .param("reason", entry.number().reason())
                .param("document", entry.document())
                .param("entered", entry.enteredOn())
                .param("now", now)
                .param("by", entry.by().value())
                .param("code", entry.code().number())
                .param("mark", entry.code().mark())
                .param("notation", entry.code().notation())
                .param("issued", entry.issuedOn())
                .param("type", facts.type())
                .param("subject", entry.subject())
                .param("receivers", entry.receivers())
                .param("urgency", urgency(facts))
                .param("secrecy", SecrecyColumn.level(facts.secrecy()))
                .param("moved", entry.movedOn())
                .param("signed", entry.signedFor())
                .param("search", entry.searchText());
        int _ = kindOf(statement, facts).update(key, "entry_id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("the database gave no key");
        }
        return new EntryId(id.longValue());
    }

    private static JdbcClient.StatementSpec kindOf(JdbcClient.StatementSpec statement, EntryFacts facts) {
        return switch (facts) {
            case EntryFacts.Outgoing outgoing ->
                statement
                        .param("signer", outgoing.signer())
                        .param("authorCode", null)
                        .param("author", "")
                        .param("authorKey", "")
                        .param("keptBy", outgoing.keptBy())
                        .param("copies", outgoing.copies())
                        .param("note", outgoing.note())
                        .param("due", null);
            case EntryFacts.Incoming incoming ->
                statement
                        .param("signer", incoming.signer())
                        .param("authorCode", code(incoming.author()))
                        .param("author", incoming.author().name())
                        .param("authorKey", SearchText.fold(incoming.author().name()))
                        .param("keptBy", "")
                        .param("copies", null)
                        .param("note", incoming.note())
                        .param("due", incoming.dueOn());
        };
    }

    private static @Nullable String code(EntryFacts.Author author) {
        AgencyCode code = author.code();
        return code == null ? null : code.value();
    }

    private static int urgency(EntryFacts facts) {
        return switch (facts) {
            case EntryFacts.Outgoing outgoing -> outgoing.urgency().level();
            case EntryFacts.Incoming incoming -> incoming.urgency().level();
        };
    }

    Optional<RegisterEntry> find(AgencyCode agency, EntryId id) {
        return database.sql("select * from register_entry where entry_id = :id and agency = :agency")
                .param("id", id.value())
                .param("agency", agency.value())
                .query(EntryRows::entry)
                .optional();
    }

    Optional<RegisterEntry> lock(AgencyCode agency, EntryId id) {
        return database.sql("select * from register_entry where entry_id = :id and agency = :agency for update")
                .param("id", id.value())
                .param("agency", agency.value())
                .query(EntryRows::entry)
                .optional();
    }

    Optional<RegisterEntry> ofDocument(AgencyCode agency, BookKind kind, String document) {
        return database.sql(
                        "select * from register_entry where agency = :agency and kind = :kind and document = :document")
                .param("agency", agency.value())
                .param("kind", kind.name())
                .param("document", document)
                .query(EntryRows::entry)
                .optional();
    }

    /** All numbers of a book, each with its series. */
    void eachNumber(BookId book, RowCallbackHandler taking) {
        database.sql("select series, number, suffix from register_entry where book_id = :book")
                .param("book", book.value())
                .query(taking);
    }

    /** The suffixes at a number; the plain number counts as an empty one. */
    List<String> suffixes(BookId book, String series, int number) {
        return database.sql("select suffix" + OF_SERIES + " and number = :number order by suffix")
                .param("book", book.value())
                .param("series", series)
                .param("number", number)
                .query((row, _) -> row.getString(1))
                .list();
    }

    void cancel(EntryId id, String reason, LoginName by) {
        var _ = database.sql("update register_entry set cancelled_at = :now, cancelled_by = :by,"
                        + " cancel_reason = :reason," + CHANGED + " where entry_id = :id")
                .param("now", now())
                .param("by", by.value())
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    void deliver(RegisterEntry entry, Delivery delivery, LoginName by) {
        String receivers = delivery.receivers() == null ? entry.receivers() : delivery.receivers();
        String searched = String.join(
                " ",
                entry.number().display(),
                entry.code().display(),
                entry.author(),
                entry.type(),
                entry.subject(),
                receivers);
        var _ = database.sql("update register_entry set receivers = :receivers, moved_on = :moved,"
                        + " signed_for = :signed, note = :note, search_text = :search," + CHANGED
                        + " where entry_id = :id")
                .param("receivers", receivers)
                .param("moved", delivery.movedOn())
                .param("signed", delivery.signedFor())
                .param("note", delivery.note() == null ? entry.note() : delivery.note())
                .param("search", SearchText.indexed(searched))
                .param("now", now())
                .param("by", by.value())
                .param("id", entry.id().value())
                .update();
    }

    void followUp(EntryId id, RegisterEntry.FollowUp followUp, LoginName by) {
        var _ = database.sql("update register_entry set due_on = :due, progress = :progress, reply_code = :reply,"
                        + CHANGED + " where entry_id = :id")
                .param("due", followUp.dueOn())
                .param("progress", followUp.progress())
                .param("reply", followUp.reply())
                .param("now", now())
                .param("by", by.value())
                .param("id", id.value())
                .update();
    }

    private LocalDateTime now() {
        Instant at = clock.instant();
        return Columns.of(at);
    }
}
