package vn.lienthong.node.incoming.internal.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import vn.lienthong.node.incoming.internal.record.Party;
import vn.lienthong.node.incoming.internal.work.AssignOrder;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;

/** Who is to handle a document, as typed: by a leader with an instruction, or by the clerk. */
final class AssignForm {

    private static final int LONGEST = 1000;

    private final MultiValueMap<String, String> typed;
    private final FormFaults faults;
    private final LocalDate today;

    AssignForm(MultiValueMap<String, String> typed, FormFaults faults, LocalDate today) {
        this.typed = typed;
        this.faults = faults;
        this.today = today;
    }

    static int version(MultiValueMap<String, String> typed) {
        String version = first(typed, "version");
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    static String first(MultiValueMap<String, String> typed, String field) {
        String text = typed.getFirst(field);
        return text == null ? "" : text.strip();
    }

    String words() {
        String words = first(typed, "words").replace("\r\n", "\n");
        if (words.length() > LONGEST) {
            faults.add("words", "incoming.words.long", LONGEST);
            return words.substring(0, LONGEST);
        }
        return words;
    }

    /** The day; empty when nothing was typed. */
    Optional<LocalDate> due() {
        String text = first(typed, "due");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> due = DateText.date(text, today);
        if (due.isEmpty()) {
            faults.add("due", "ui.date.wrong");
        } else if (due.get().isBefore(today)) {
            faults.add("due", "incoming.due.past");
        }
        return due;
    }

    Optional<Party> one(String field, List<Party> known, String key) {
        Optional<Party> party = Party.of(first(typed, field), known);
        if (party.isEmpty()) {
            faults.add(field, key);
        }
        return party;
    }

    private List<Party> several(String field, List<Party> known) {
        return typed.getOrDefault(field, List.of()).stream()
                .flatMap(value -> Party.of(value, known).stream())
                .toList();
    }

    /** The order; empty when nobody leads. */
    Optional<AssignOrder> order(List<Party> known, String words) {
        LocalDate due = due().orElse(null);
        return one("lead", known, "incoming.lead.missing")
                .map(lead -> new AssignOrder(lead, several("support", known), several("inform", known), due, words));
    }
}
