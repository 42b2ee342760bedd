package vn.lienthong.node.register.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.register.DocumentTypes;
import vn.lienthong.core.register.IssuedCode;
import vn.lienthong.core.register.ListedType;
import vn.lienthong.core.register.SymbolPattern;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.EntryFacts;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.register.Registers.Delivery;
import vn.lienthong.node.web.DateText;

/** Makes lines of a book out of rows of a sheet and notes what is wrong, row by row. */
final class ImportReading {
    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,7})([a-z]?)");
    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_NOTATION = 60;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TYPE = 100;
    private static final int LONGEST_SUBJECT = 2000;
    private static final int LONGEST_NOTE = 500;

    private static final SymbolPattern.Symbols AS_WRITTEN = new SymbolPattern.Symbols("A", "B", "C", "2000");

    private final Book book;
    private final LoginName by;
    private final LocalDate today;
    private final Set<String> taken;
    private final List<ImportFault> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /**
     * For one sheet.
     *
     * @param taken numbers that the book has already, as {@link #key} writes them
     */
    ImportReading(Book book, LoginName by, LocalDate today, Set<String> taken) {
        this.book = book;
        this.by = by;
        this.today = today;
        this.taken = Set.copyOf(taken);
    }

    static String key(String series, int number, String suffix) {
        return series + "|" + number + suffix;
    }

    ImportPlan plan(List<ImportSheet.Line> lines) {
        List<NewEntry> entries = new ArrayList<>();
        for (ImportSheet.Line line : lines) {
            int before = faults.size();
            Optional<NewEntry> entry = entry(line);
            if (faults.size() == before) {
                entry.ifPresent(entries::add);
            }
            if (faults.size() >= ImportPlan.MOST_FAULTS) {
                break;
            }
        }
        return new ImportPlan(entries, faults, lines.size());
    }

    private Optional<NewEntry> entry(ImportSheet.Line line) {
        boolean incoming = book.kind() == BookKind.INCOMING;
        ImportColumns column = incoming ? ImportColumns.ARRIVAL_NUMBER : ImportColumns.NUMBER;
        Matcher number = NUMBER.matcher(line.get(column));
        boolean numbered = number.matches() && !number.group(1).equals("0");
        if (!numbered) {
            fault(line, "register.import.number", column.words());
        }
        Optional<EntryFacts> facts = incoming ? incoming(line) : outgoing(line);
        Optional<LocalDate> moved = date(line, ImportColumns.MOVED, false);
        String signed = text(line, ImportColumns.SIGNED_FOR, LONGEST_NAME, false);
        if (!numbered || facts.isEmpty()) {
            return Optional.empty();
        }
        ListedType type = DocumentTypes.orUnlisted(book.bloc(), facts.get().type());
        RegisterEntry.Position place = new RegisterEntry.Position(
                book.policy().seriesOf(type, Secrecy.ORDINARY), Integer.parseInt(number.group(1)), number.group(2), "");
        String key = key(place.series(), place.value(), place.suffix());
        if (taken.contains(key)) {
            fault(line, "register.import.taken", place.display());
        }
        if (!seen.add(key)) {
            fault(line, "register.import.twice", place.display());
        }
        Delivery delivery = new Delivery(null, moved.orElse(null), signed, null);
        return Optional.of(new NewEntry(book, place, code(line, incoming), facts.get(), null, by, delivery));
    }

    private IssuedCode code(ImportSheet.Line line, boolean incoming) {
        String number = line.get(ImportColumns.NUMBER);
        String notation = line.get(ImportColumns.NOTATION);
        String own =
                incoming ? "/" : book.policy().pattern().fill(1, "", AS_WRITTEN).mark();
        return new IssuedCode(number, number.isEmpty() || notation.isEmpty() ? "" : own, notation);
    }

    private Optional<EntryFacts> incoming(ImportSheet.Line line) {
        Optional<LocalDate> arrived = date(line, ImportColumns.ARRIVED, true);
        arrived.filter(day -> !book.period().covers(day))
                .ifPresent(day -> fault(line, "register.import.period", DateText.write(day)));
        Optional<LocalDate> issued = date(line, ImportColumns.ISSUED, true);
        if (arrived.isPresent()
                && issued.filter(day -> day.isAfter(arrived.get())).isPresent()) {
            fault(line, "register.import.order", "");
        }
        String author = text(line, ImportColumns.AUTHOR, LONGEST_NAME, true);
        String number = text(line, ImportColumns.NUMBER, LONGEST_NUMBER, false);
        String notation = text(line, ImportColumns.NOTATION, LONGEST_NOTATION, false);
        String subject = text(line, ImportColumns.SUBJECT, LONGEST_SUBJECT, true);
        String type = text(line, ImportColumns.TYPE, LONGEST_TYPE, false);
        String receiver = text(line, ImportColumns.RECEIVER, LONGEST_SUBJECT, false);
        String note = text(line, ImportColumns.NOTE, LONGEST_NOTE, false);
        if (arrived.isEmpty() || author.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EntryFacts.Incoming(
                arrived.get(),
                new EntryFacts.Author(null, author),
                new DocumentCode(number, notation),
                issued.orElse(null),
                type,
                subject,
                "",
                receiver,
                null,
                Urgency.ORDINARY,
                Secrecy.ORDINARY,
                note));
    }

    private Optional<EntryFacts> outgoing(ImportSheet.Line line) {
        Optional<LocalDate> issued = date(line, ImportColumns.ISSUED, true);
        issued.filter(day -> !book.period().covers(day))
                .ifPresent(day -> fault(line, "register.import.period", DateText.write(day)));
        String notation = text(line, ImportColumns.NOTATION, LONGEST_NOTATION, true);
        String type = text(line, ImportColumns.TYPE, LONGEST_TYPE, true);
        String subject = text(line, ImportColumns.SUBJECT, LONGEST_SUBJECT, true);
        String signer = text(line, ImportColumns.SIGNER, LONGEST_NAME, false);
        String recipients = text(line, ImportColumns.RECIPIENTS, LONGEST_SUBJECT, false);
        String kept = text(line, ImportColumns.KEPT_BY, LONGEST_NAME, false);
        String note = text(line, ImportColumns.NOTE, LONGEST_NOTE, false);
        @Nullable Integer copies = copies(line);
        if (issued.isEmpty() || notation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EntryFacts.Outgoing(
                issued.get(),
                type,
                "",
                subject,
                signer,
                recipients,
                kept,
                copies,
                Urgency.ORDINARY,
                Secrecy.ORDINARY,
                note));
    }

    private @Nullable Integer copies(ImportSheet.Line line) {
        String text = line.get(ImportColumns.COPIES);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,5}")) {
            fault(line, "register.import.number", ImportColumns.COPIES.words());
            return null;
        }
        return Integer.valueOf(text);
    }

    private Optional<LocalDate> date(ImportSheet.Line line, ImportColumns column, boolean needed) {
        String text = line.get(column);
        if (text.isEmpty()) {
            if (needed) {
                fault(line, "register.import.missing", column.words());
            }
            return Optional.empty();
        }
        Optional<LocalDate> date = DateText.date(text, today).filter(day -> !text.matches("[+h-].*"));
        if (date.isEmpty()) {
            fault(line, "register.import.date", column.words());
        }
        return date;
    }

    private String text(ImportSheet.Line line, ImportColumns column, int most, boolean needed) {
        String text = line.get(column).replaceAll("\\p{Cntrl}+", " ");
        if (text.isEmpty() && needed) {
            fault(line, "register.import.missing", column.words());
        }
        if (text.length() > most) {
            fault(line, "register.import.long", column.words());
            return "";
        }
        return text;
    }

    private void fault(ImportSheet.Line line, String key, Object argument) {
        faults.add(new ImportFault(line.number(), key, argument));
    }
}
