package vn.lienthong.node.secretdesk.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.SecretFields;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;

/** What somebody typed about a secret document, and what is wrong with it. Never prints itself. */
final class DraftForm {

    private static final List<String> TEXTS =
            List.of("typeName", "codeNumber", "codeNotation", "place", "signerName", "signerPosition");

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    private final Map<String, String> typed;
    private final FormFaults faults = new FormFaults();
    private final LocalDate today;

    private DraftForm(Map<String, String> typed, Instant now) {
        this.typed = typed;
        this.today = LocalDate.ofInstant(now, DateText.HANOI);
    }

    static DraftForm of(Map<String, String> typed, Instant now) {
        return new DraftForm(typed, now);
    }

    /** As a new draft begins. */
    static Map<String, String> empty() {
        return Map.of("level", Secrecy.CONFIDENTIAL.name(), "urgency", "0");
    }

    /** As a draft was kept. */
    static Map<String, String> of(DraftView draft) {
        SecretFields fields = draft.fields();
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("level", fields.level().name());
        shown.put("typeName", fields.typeName());
        shown.put("codeNumber", fields.codeNumber());
        shown.put("codeNotation", fields.codeNotation());
        shown.put("subject", fields.subject());
        shown.put("place", fields.place());
        shown.put("issuedOn", date(fields.issuedOn()));
        shown.put("signerName", fields.signerName());
        shown.put("signerPosition", fields.signerPosition());
        shown.put("urgency", String.valueOf(fields.urgency().level()));
        shown.put("dueDate", date(fields.dueDate()));
        shown.put("protectedUntil", date(fields.protectedUntil()));
        shown.put("declassifyOn", date(fields.declassifyOn()));
        shown.put(
                "recipients",
                String.join(
                        "\n", draft.recipients().stream().map(AgencyCode::value).toList()));
        return shown;
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : DateText.write(date);
    }

    FormFaults faults() {
        return faults;
    }

    SecretFields fields(Secrecy highest) {
        for (String name : TEXTS) {
            if (text(name).length() > SecretFields.MAX_TEXT) {
                faults.add(name, "secret.fault.long", SecretFields.MAX_TEXT);
            }
        }
        if (text("subject").length() > SecretFields.MAX_SUBJECT) {
            faults.add("subject", "secret.fault.long", SecretFields.MAX_SUBJECT);
        }
        return new SecretFields(
                level(highest),
                text("typeName"),
                text("codeNumber"),
                text("codeNotation"),
                text("subject"),
                text("place"),
                day("issuedOn"),
                text("signerName"),
                text("signerPosition"),
                urgency(),
                day("dueDate"),
                day("protectedUntil"),
                day("declassifyOn"));
    }

    private Secrecy level(Secrecy highest) {
        for (Secrecy level : Secrecy.values()) {
            if (level != Secrecy.ORDINARY
                    && level.compareTo(highest) <= 0
                    && level.name().equals(text("level"))) {
                return level;
            }
        }
        faults.add("level", "secret.fault.level");
        return Secrecy.CONFIDENTIAL;
    }

    private Urgency urgency() {
        String level = text("urgency");
        return level.matches("[0-3]")
                ? Urgency.ofLevel(Long.parseLong(level)).orElse(Urgency.ORDINARY)
                : Urgency.ORDINARY;
    }

    private @Nullable LocalDate day(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate read = DateText.date(text, today).orElse(null);
        if (read == null) {
            faults.add(name, "secret.fault.date");
        }
        return read;
    }

    /** Codes as typed, one or several a line. */
    List<AgencyCode> recipients() {
        Set<AgencyCode> codes = new LinkedHashSet<>();
        List<String> strange = new ArrayList<>();
        for (String code : BETWEEN.split(text("recipients"), -1)) {
            if (!code.isEmpty()) {
                switch (AgencyCode.check(code)) {
                    case AgencyCodeCheck.Valid valid -> codes.add(valid.code());
                    case AgencyCodeCheck.Invalid _ -> strange.add(code);
                }
            }
        }
        if (!strange.isEmpty()) {
            faults.add("recipients", "secret.fault.recipient", strange.getFirst());
        }
        return List.copyOf(codes);
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    @Override
    public String toString() {
        return "DraftForm[]";
    }
}
