package vn.lienthong.node.incoming.internal.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Extent;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Facts;
import vn.lienthong.node.incoming.internal.record.Source;
import vn.lienthong.node.incoming.internal.work.RegisterOrder;
import vn.lienthong.node.register.BookId;
import vn.lienthong.node.register.NumberWish;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;

/** What was typed into the form of the register, read word by word; every fault is noted beside its field. */
final class RegisterForm {

    private static final int MOST_PAGES = 99_999;
    private static final int SHORTEST_REASON = 5;

    private final Map<String, String> typed;
    private final FormFaults faults;
    private final LocalDate today;

    RegisterForm(Map<String, String> typed, FormFaults faults, LocalDate today) {
        this.typed = typed;
        this.faults = faults;
        this.today = today;
    }

    /** The form as it is first shown: what the document says, today, and the usual book. */
    static Map<String, String> prefilled(IncomingDocument document, RegisterOrder usual) {
        Map<String, String> typed = new HashMap<>();
        typed.put("version", Integer.toString(document.version()));
        typed.put("book", usual.book().toString());
        typed.put("arrived-on", DateText.write(usual.arrivedOn()));
        typed.put("type", usual.type());
        typed.put("due", written(usual.dueOn()));
        Facts facts = document.facts();
        typed.put("sender", facts.senderName());
        typed.put("sender-code", facts.senderCode());
        typed.put("code", facts.code().display());
        typed.put("issued-on", written(facts.issuedOn()));
        typed.put("subject", facts.subject());
        typed.put("signer", facts.signerName());
        typed.put("position", facts.signerPosition());
        typed.put("urgency", Integer.toString(facts.urgency()));
        typed.put("source", document.origin().source().name());
        typed.put("pages", written(facts.extent().pages()));
        typed.put("copies", written(facts.extent().copies()));
        typed.put("paper", Boolean.toString(facts.extent().paper()));
        return typed;
    }

    private static String written(@Nullable LocalDate date) {
        return date == null ? "" : DateText.write(date);
    }

    private static String written(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    int version() {
        String version = text("version", 9);
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    /** What the clerk decides; look at the faults before using it. */
    RegisterOrder order() {
        String book = text("book", 19);
        if (!book.matches("[0-9]{1,18}")) {
            faults.add("book", "incoming.register.book.missing");
        }
        LocalDate arrived =
                date("arrived-on", "incoming.register.arrived.missing").orElse(today);
        if (arrived.isAfter(today)) {
            faults.add("arrived-on", "incoming.register.arrived.future", DateText.write(today));
        }
        String type = text("type", 100);
        if (type.isEmpty()) {
            faults.add("type", "incoming.register.type.missing");
        }
        LocalDate due =
                text("due", 30).isEmpty() ? null : date("due", "ui.date.wrong").orElse(null);
        if (due != null && due.isBefore(arrived)) {
            faults.add("due", "incoming.register.due.early");
        }
        RegisterOrder.Extra extra = new RegisterOrder.Extra(
                number("pages"),
                number("copies"),
                flag("paper"),
                text("field", 100),
                text("file-code", 50),
                text("note", 500));
        return new RegisterOrder(
                new BookId(book.matches("[0-9]{1,18}") ? Long.parseLong(book) : 0), wish(), arrived, type, due, extra);
    }

    private NumberWish wish() {
        String behind = text("behind", 9);
        if (behind.isEmpty()) {
            return new NumberWish.Next();
        }
        String reason = text("suffix-reason", 500);
        if (!behind.matches("[0-9]{1,9}")) {
            faults.add("behind", "incoming.register.number.wrong");
            return new NumberWish.Next();
        }
        if (reason.length() < SHORTEST_REASON) {
            faults.add("suffix-reason", "register.refused.suffix-reason");
        }
        return new NumberWish.Inserted(Integer.parseInt(behind), reason);
    }

    Source source() {
        String name = text("source", 8);
        for (Source source : Source.values()) {
            if (source != Source.AXIS && source.name().equals(name)) {
                return source;
            }
        }
        faults.add("source", "incoming.register.source.missing");
        return Source.POST;
    }

    /** What a paper says; look at the faults before using it. */
    Facts facts() {
        String sender = required("sender", 200, "incoming.register.sender.missing");
        String code = text("code", 91);
        DocumentCode read = code(code);
        if (read.equals(DocumentCode.NONE) && !flag("no-code")) {
            faults.add("code", "incoming.register.code.missing");
        }
        LocalDate issued = date("issued-on", "incoming.register.issued.missing").orElse(null);
        LocalDate arrived = DateText.date(text("arrived-on", 30), today).orElse(today);
        if (issued != null && issued.isAfter(arrived)) {
            faults.add("issued-on", "incoming.register.issued.late");
        }
        String urgency = text("urgency", 1);
        int level = urgency.matches("[0-4]") ? Integer.parseInt(urgency) : 0;
        return new Facts(
                level,
                appointed(level),
                Secrecy.ORDINARY,
                senderCode(),
                sender,
                read,
                issued,
                text("type", 100),
                required("subject", 2000, "incoming.register.subject.missing"),
                text("signer", 100),
                text("position", 100),
                new Extent(0, 0, number("pages"), number("copies"), true));
    }

    private @Nullable Instant appointed(int level) {
        if (level != Urgency.EXPRESS_AT_HOUR.level()) {
            return null;
        }
        Instant now = today.atStartOfDay(DateText.HANOI).toInstant();
        Optional<Instant> at = DateText.moment(text("appointed", 30), now, false);
        if (at.isEmpty()) {
            faults.add("appointed", "incoming.register.appointed.missing");
        }
        return at.orElse(null);
    }

    private String senderCode() {
        return AgencyCode.check(text("sender-code", 35)) instanceof AgencyCodeCheck.Valid(AgencyCode code)
                ? code.value()
                : "";
    }

    /** {@code 123/UBND-VX} as people write it; the Party writes {@code 05-BC/ĐU}; a number alone and a notation alone occur. */
    static DocumentCode code(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return built(text.substring(0, slash), text.substring(slash + 1));
        }
        return built(text, "");
    }

    private static DocumentCode built(String number, String notation) {
        String first = number.strip();
        String rest = notation.strip();
        return new DocumentCode(
                first.length() > 30 ? first.substring(0, 30) : first,
                rest.length() > 60 ? rest.substring(0, 60) : rest);
    }

    private Optional<LocalDate> date(String field, String key) {
        Optional<LocalDate> date = DateText.date(text(field, 30), today);
        if (date.isEmpty()) {
            faults.add(field, key);
        }
        return date;
    }

    private @Nullable Integer number(String field) {
        String digits = text(field, 9);
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("[0-9]{1,6}") || Integer.parseInt(digits) > MOST_PAGES) {
            faults.add(field, "incoming.register.number.wrong");
            return null;
        }
        return Integer.valueOf(digits);
    }

    private String required(String field, int most, String key) {
        String text = text(field, most);
        if (text.isEmpty()) {
            faults.add(field, key);
        }
        return text;
    }

    private boolean flag(String field) {
        return Objects.equals(typed.get(field), "true");
    }

    private String text(String field, int most) {
        String text = typed.getOrDefault(field, "").strip().replaceAll("[\\p{Cntrl}&&[^\\n]]", " ");
        return text.length() > most ? text.substring(0, most) : text;
    }
}
