package vn.lienthong.node.search.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.text.MarkedText;
import vn.lienthong.core.text.SearchQuestion;
import vn.lienthong.node.search.Found;
import vn.lienthong.node.web.DateText;

/**
 * A document that was found, as the page shows it: its texts with the words marked, and where they stand.
 *
 * @param found itself
 * @param code number and notation
 * @param ownNumber số đến
 * @param subject trích yếu; null when it must not be shown
 * @param party the other side
 * @param type tên loại
 * @param signer who signed
 * @param why ends of the keys of the fields in which the words stand
 */
record FoundLine(
        Found found,
        MarkedText code,
        MarkedText ownNumber,
        @Nullable MarkedText subject,
        MarkedText party,
        MarkedText type,
        MarkedText signer,
        List<String> why) {

    private static final int SHOWN = 400;

    /** Copies the list. */
    FoundLine {
        why = List.copyOf(why);
    }

    static FoundLine of(Found found, SearchQuestion question) {
        Found.Facts facts = found.facts();
        MarkedText code = MarkedText.of(facts.code(), question);
        MarkedText own = MarkedText.of(facts.ownNumber(), question);
        @Nullable String words = facts.subject();
        @Nullable MarkedText subject = words == null ? null : MarkedText.of(shortened(words), question);
        MarkedText party = MarkedText.of(shortened(facts.party()), question);
        MarkedText type = MarkedText.of(facts.type(), question);
        MarkedText signer = MarkedText.of(facts.signer(), question);
        List<String> why = new ArrayList<>();
        note(why, "code", code);
        note(why, "own", own);
        note(why, "subject", words == null ? null : MarkedText.of(words, question));
        note(why, "party", MarkedText.of(facts.party(), question));
        note(why, "party-code", MarkedText.of(facts.partyCode(), question));
        note(why, "type", type);
        note(why, "signer", signer);
        note(why, "urgency", MarkedText.of(urgency(facts), question));
        return new FoundLine(found, code, own, subject, party, type, signer, why);
    }

    /** Its date; where it bears none, the day of its place in the list. */
    public LocalDate day() {
        @Nullable LocalDate issued = found.facts().issuedOn();
        return issued == null ? LocalDate.ofInstant(found.at(), DateText.HANOI) : issued;
    }

    private static String urgency(Found.Facts facts) {
        return Urgency.ofLevel(facts.urgency()).map(Urgency::vietnamese).orElse("");
    }

    private static void note(List<String> why, String field, @Nullable MarkedText text) {
        if (text != null && text.any()) {
            why.add(field);
        }
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /** Never prints the texts. */
    @Override
    public String toString() {
        return "FoundLine[" + found + "]";
    }
}
