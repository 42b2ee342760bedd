package vn.lienthong.node.secret.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.BookLine;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.DraftState;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretBook;
import vn.lienthong.node.secret.SecretBooks;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretFields;
import vn.lienthong.node.secret.SecretId;

/** The books of state secrets; clerks keep them, leaders look into them. */
@InNodeRole
@Component
class StoredSecretBooks implements SecretBooks {

    private static final int LONGEST = 200;
    private static final int MOST = 500;

    private final BookRows rows;
    private final ArrivedAccess arrivals;
    private final ArrivedRows arrivedRows;
    private final DraftAccess drafts;
    private final Scope scope;
    private final SecretEvents events;
    private final Basics basics;

    StoredSecretBooks(
            BookRows rows,
            ArrivedAccess arrivals,
            ArrivedRows arrivedRows,
            DraftAccess drafts,
            Scope scope,
            SecretEvents events,
            Basics basics) {
        this.rows = rows;
        this.arrivals = arrivals;
        this.arrivedRows = arrivedRows;
        this.drafts = drafts;
        this.scope = scope;
        this.events = events;
        this.basics = basics;
    }

    private Secrecy enter(SecretCaller caller, boolean keeping) {
        Secrecy level = scope.enter(caller);
        boolean clerk = caller.person().is(Role.CLERK, caller.agency());
        if (!clerk && (keeping || !caller.person().is(Role.LEADER, caller.agency()))) {
            throw new HinderedException(Hindrance.HIDDEN);
        }
        return level;
    }

    @Override
    public SecretAnswer<List<SecretBook>> books(SecretCaller caller) {
        return Answers.of(() -> {
            var _ = enter(caller, false);
            return rows.of(caller.agency());
        });
    }

    @Override
    public SecretAnswer<SecretBook> openVolume(SecretCaller caller, SecretBook.Direction direction, int year) {
        return Answers.of(() -> {
            var _ = enter(caller, true);
            SecretBook opened = basics.transactions().execute(_ -> {
                SecretBook last =
                        rows.lastVolume(caller.agency(), direction, year).orElse(null);
                if (last != null && last.open()) {
                    throw new HinderedException(Hindrance.WRONG_STATE);
                }
                rows.open(caller.agency(), direction, year, last == null ? 1 : last.volume() + 1);
                events.agency(EventKind.SECRET_BOOK, caller.agency(), "open " + direction + " " + year);
                return rows.lastVolume(caller.agency(), direction, year).orElseThrow();
            });
            return java.util.Objects.requireNonNull(opened);
        });
    }

    @Override
    public SecretAnswer<SecretBook> lock(SecretCaller caller, long book) {
        return Answers.of(() -> {
            var _ = enter(caller, true);
            SecretBook found = find(caller, book);
            basics.transactions().executeWithoutResult(_ -> {
                var _ = rows.lastVolume(found.agency(), found.direction(), found.year());
                if (!rows.lock(book, caller.login(), basics.now())) {
                    throw new HinderedException(Hindrance.BOOK_LOCKED);
                }
                events.agency(EventKind.SECRET_BOOK, caller.agency(), "lock " + book);
            });
            return find(caller, book);
        });
    }

    private SecretBook find(SecretCaller caller, long book) {
        return rows.find(caller.agency(), book).orElseThrow(() -> new HinderedException(Hindrance.HIDDEN));
    }

    @Override
    public SecretAnswer<BookLine> registerArrived(SecretCaller caller, SecretId id, String unit, String note) {
        return Answers.of(() -> {
            var _ = enter(caller, true);
            Arrived arrived = arrivals.known(caller, id).arrived();
            DocumentMetadata metadata = arrived.document().metadata();
            BookContent content = new BookContent(
                    LocalDate.ofInstant(arrived.receivedAt(), Statements.HANOI),
                    metadata.promulgation().date(),
                    metadata.code().display(),
                    metadata.sender().name(),
                    metadata.type().name(),
                    subject(arrived.level(), metadata.subject()),
                    metadata.signer().fullName(),
                    bounded(unit),
                    1,
                    bounded(note));
            return enter(
                    caller, new Wish(SecretBook.Direction.IN, arrived.level(), id.value(), _ -> content), number -> {
                        if (!arrivedRows.registered(id, String.valueOf(number))) {
                            throw new HinderedException(Hindrance.NUMBER_TAKEN);
                        }
                    });
        });
    }

    @Override
    public SecretAnswer<BookLine> registerDraft(SecretCaller caller, DraftId id, String unit, int copies, String note) {
        return Answers.of(() -> {
            var _ = enter(caller, true);
            Draft draft = drafts.either(caller, id);
            if (draft.state() != DraftState.DRAFT && draft.state() != DraftState.SENT) {
                throw new HinderedException(Hindrance.WRONG_STATE);
            }
            boolean numbering = draft.content().fields().codeNumber().isBlank();
            Entering how = new Entering(bounded(unit), Math.max(1, copies), bounded(note));
            return enter(
                    caller,
                    new Wish(
                            SecretBook.Direction.OUT,
                            draft.level(),
                            id.value(),
                            number -> outgoing(
                                    draft, numbering ? draft.content().numbered(number) : draft.content(), how)),
                    number -> {
                        if (numbering && draft.state() == DraftState.DRAFT) {
                            drafts.number(draft, number, basics.now());
                        }
                    });
        });
    }

    private record Entering(String unit, int copies, String note) {}

    private BookContent outgoing(Draft draft, DraftContent content, Entering how) {
        SecretFields fields = content.fields();
        String code = fields.codeNotation().isBlank()
                ? fields.codeNumber()
                : fields.codeNumber() + "/" + fields.codeNotation();
        return new BookContent(
                null,
                fields.issuedOn(),
                code,
                content.codes().stream().map(scope::name).collect(Collectors.joining("; ")),
                fields.typeName(),
                subject(draft.level(), fields.subject()),
                fields.signerName(),
                how.unit(),
                how.copies(),
                how.note());
    }

    /** Whatever was written: no book holds the subject of a document of the highest level. */
    private static String subject(Secrecy level, String subject) {
        return level == Secrecy.TOP_SECRET ? "" : subject;
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw new HinderedException(Hindrance.INCOMPLETE, "note");
        }
        return text.strip();
    }

    private record Wish(SecretBook.Direction direction, Secrecy level, UUID source, IntFunction<BookContent> content) {}

    private BookLine enter(SecretCaller caller, Wish wish, java.util.function.IntConsumer also) {
        int year = LocalDate.ofInstant(basics.now(), Statements.HANOI).getYear();
        BookLine line = basics.transactions().execute(_ -> {
            SecretBook volume = rows.lastVolume(caller.agency(), wish.direction(), year)
                    .filter(SecretBook::open)
                    .orElseThrow(() -> new HinderedException(Hindrance.BOOK_LOCKED));
            int number = rows.highest(caller.agency(), wish.direction(), year) + 1;
            rows.insert(
                    volume.id(),
                    number,
                    wish.level(),
                    wish.source(),
                    wish.content().apply(number),
                    caller.login(),
                    basics.now());
            also.accept(number);
            events.step(
                    EventKind.SECRET_REGISTER,
                    wish.source(),
                    wish.level(),
                    caller.agency(),
                    wish.direction() + " " + year + " " + number);
            return rows.lines(volume.id(), number - 1, 1, wish.level()).getFirst();
        });
        return java.util.Objects.requireNonNull(line);
    }

    @Override
    public SecretAnswer<List<BookLine>> entries(SecretCaller caller, long book, int after, int limit) {
        return Answers.of(() -> {
            Secrecy level = enter(caller, false);
            SecretBook found = find(caller, book);
            basics.transactions()
                    .executeWithoutResult(
                            _ -> events.agency(EventKind.SECRET_BOOK_VIEW, caller.agency(), "view " + found.id()));
            return rows.lines(book, after, Math.clamp(limit, 1, MOST), level);
        });
    }
}
