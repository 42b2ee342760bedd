package vn.lienthong.node.register.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.register.IssuedCode;
import vn.lienthong.core.text.SearchText;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.EntryFacts;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.register.Registers.Delivery;

/**
 * A line before it is written.
 *
 * @param book in which book
 * @param number its place
 * @param code of an outgoing document; of an incoming one what it came with
 * @param facts what it says
 * @param document what the desk calls it; null for imported lines
 * @param by who enters it
 * @param delivery what is known about handing over; null for new lines
 */
record NewEntry(
        Book book,
        RegisterEntry.Position number,
        IssuedCode code,
        EntryFacts facts,
        @Nullable String document,
        LoginName by,
        @Nullable Delivery delivery) {

    @Nullable
    LocalDate movedOn() {
        return delivery == null ? null : delivery.movedOn();
    }

    String signedFor() {
        return delivery == null ? "" : delivery.signedFor();
    }

    LocalDate enteredOn() {
        return switch (facts) {
            case EntryFacts.Outgoing outgoing -> outgoing.issuedOn();
            case EntryFacts.Incoming incoming -> incoming.arrivedOn();
        };
    }

    @Nullable
    LocalDate issuedOn() {
        return switch (facts) {
            case EntryFacts.Outgoing outgoing -> outgoing.issuedOn();
            case EntryFacts.Incoming incoming -> incoming.issuedOn();
        };
    }

    /** Nothing readable is kept about state secrets on this node. */
    String subject() {
        return facts.secrecy().isStateSecret() ? "" : facts.subject();
    }

    String receivers() {
        return switch (facts) {
            case EntryFacts.Outgoing outgoing -> outgoing.recipients();
            case EntryFacts.Incoming incoming -> incoming.receiver();
        };
    }

    String authorName() {
        return facts instanceof EntryFacts.Incoming incoming ? incoming.author().name() : "";
    }

    String searchText() {
        return SearchText.indexed(
                String.join(" ", number.display(), code.display(), authorName(), facts.type(), subject(), receivers()));
    }
}
