package vn.lienthong.node.outgoing.internal.sending;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.calendar.LegalClocks;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.calendar.Calendars;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.Typed;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.DraftFiles;
import vn.lienthong.node.outgoing.internal.file.FileCheck;
import vn.lienthong.node.outgoing.internal.recipients.AgencyFinder;
import vn.lienthong.node.outgoing.internal.recipients.Recipient;
import vn.lienthong.node.outgoing.internal.recipients.RecipientLines;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.web.DateText;

/** Looks at everything once more before a document is numbered and sent. */
@InNodeRole
@Component
public class Preflight {

    private static final SuiteId SUITE = new SuiteId("LT-1");
    private static final int MOST_NAMED = 5;

    private final DraftFiles files;
    private final RecipientLines recipients;
    private final AgencyFinder finder;
    private final DirectoryView directory;
    private final OutgoingNumbering numbering;
    private final Calendars calendars;
    private final InstantSource clock;

    Preflight(
            DraftFiles files,
            RecipientLines recipients,
            AgencyFinder finder,
            DirectoryView directory,
            OutgoingNumbering numbering,
            Calendars calendars,
            InstantSource clock) {
        this.files = files;
        this.recipients = recipients;
        this.finder = finder;
        this.directory = directory;
        this.numbering = numbering;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Looks at a document as it is kept. */
    public Checklist check(Outgoing document) {
        List<DraftFile> all = files.of(document.id());
        List<Check> checks = new ArrayList<>(FileRules.check(all, document.typed()));
        checks.addAll(sameContent(document, all));
        checks.addAll(facts(document));
        checks.addAll(recipients(recipients.of(document.id())));
        checks.addAll(times(document.typed()));
        checks.addAll(late(document, all));
        for (RegisterEntry earlier : numbering.duplicates(document)) {
            checks.add(Check.confirm("duplicate", earlier.display(), DateText.write(earlier.enteredOn())));
        }
        return new Checklist(checks);
    }

    private List<Check> sameContent(Outgoing document, List<DraftFile> all) {
        return all.stream()
                .filter(DraftFile::main)
                .flatMap(main -> files.sameContent(document.agency(), main).stream())
                .map(code -> Check.confirm("same-content", code))
                .toList();
    }

    /** What was signed must leave that day, at the latest in the morning of the next working day (Decision 28/2018, Article 6). */
    private List<Check> late(Outgoing document, List<DraftFile> all) {
        Urgency urgency = Urgency.ofLevel(document.urgency()).orElse(Urgency.ORDINARY);
        LegalClocks clocks = calendars.clocks();
        return all.stream()
                .filter(DraftFile::main)
                .flatMap(main -> FileCheck.read(main.signatures()).marks().stream())
                .map(FileCheck.Mark::at)
                .min(Instant::compareTo)
                .map(signed -> clocks.sendBy(signed, urgency))
                .filter(limit -> clock.instant().isAfter(limit))
                .map(limit -> Check.confirm("late", DateText.write(limit)))
                .stream()
                .toList();
    }

    private static List<Check> facts(Outgoing document) {
        Typed typed = document.typed();
        List<Check> checks = new ArrayList<>();
        for (Field field : List.of(Field.TYPE, Field.SUBJECT, Field.SIGNER)) {
            if (typed.line(field).isEmpty()) {
                checks.add(Check.block("missing-" + field.id()));
            }
        }
        if (typed.ticked(Field.NUMBERED)
                && document.number().isEmpty()
                && OutgoingNumbering.given(typed).isEmpty()) {
            checks.add(Check.block("missing-number"));
        }
        if (typed.line(Field.SUBJECT).length() > 500) {
            checks.add(Check.confirm("long-subject"));
        }
        return checks;
    }

    private List<Check> recipients(List<Recipient> lines) {
        List<Check> checks = new ArrayList<>();
        List<String> open = lines.stream()
                .filter(Recipient::isOpen)
                .limit(MOST_NAMED)
                .map(Recipient::label)
                .toList();
        if (!open.isEmpty()) {
            checks.add(Check.block("recipients-open", String.join("; ", open)));
        }
        List<AgencyCode> codes = RecipientLines.codes(lines);
        if (codes.isEmpty()) {
            checks.add(Check.block("recipients-none"));
        }
        Instant now = clock.instant();
        DirectorySnapshot snapshot = directory.current();
        List<Check> bad = new ArrayList<>();
        for (AgencyCode code : codes) {
            Optional<ErrorCode> error = RecipientCheck.of(snapshot, code, SUITE, Secrecy.ORDINARY, now)
                    .error();
            error.ifPresent(why -> bad.add(undeliverable(code, why)));
        }
        checks.addAll(bad);
        if (bad.isEmpty() && open.isEmpty() && !codes.isEmpty()) {
            checks.add(Check.fine("recipients", codes.size()));
        }
        return checks;
    }

    private Check undeliverable(AgencyCode code, ErrorCode why) {
        List<String> successors = finder.successors(code).stream()
                .map(agency -> agency.name() + " (" + agency.code() + ")")
                .toList();
        return successors.isEmpty()
                ? Check.block("recipient-unable", code.value(), why.vietnamese(), why.code())
                : Check.block("recipient-moved", code.value(), String.join("; ", successors));
    }

    private List<Check> times(Typed typed) {
        Instant now = clock.instant();
        List<Check> checks = new ArrayList<>();
        boolean timed = typed.get(Field.URGENCY).equals(Integer.toString(Urgency.EXPRESS_AT_HOUR.level()));
        Optional<Instant> appointed = moment(typed, Field.APPOINTED);
        if (timed && appointed.filter(now::isBefore).isEmpty()) {
            checks.add(Check.block("appointed"));
        }
        if (!typed.get(Field.SEND_AT).isEmpty()
                && moment(typed, Field.SEND_AT).filter(now::isBefore).isEmpty()) {
            checks.add(Check.block("send-at"));
        }
        if (!typed.get(Field.ISSUED).isEmpty() && badDay(typed)) {
            checks.add(Check.block("issued"));
        }
        LocalDate today = LocalDate.ofInstant(now, DateText.HANOI);
        if (!typed.get(Field.DUE).isEmpty()
                && DateText.date(typed.line(Field.DUE), today)
                        .filter(due -> !due.isBefore(today))
                        .isEmpty()) {
            checks.add(Check.block("due"));
        }
        return checks;
    }

    private boolean badDay(Typed typed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), DateText.HANOI);
        return DateText.date(typed.line(Field.ISSUED), today)
                .filter(day -> !day.isAfter(today))
                .isEmpty();
    }

    private Optional<Instant> moment(Typed typed, Field field) {
        return DateText.moment(typed.line(field), clock.instant(), false);
    }
}
