package vn.lienthong.node.register.internal;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.BookId;
import vn.lienthong.node.register.EntryId;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.web.NothingHereException;

/** Lets people to the books of their agencies; what is foreign is as if it were not there, and the asking is an event. */
@InNodeRole
@Component
class RegisterDoor {
    private final BookTable books;
    private final EntryTable entries;
    private final RegisterEvents events;

    RegisterDoor(BookTable books, EntryTable entries, RegisterEvents events) {
        this.books = books;
        this.entries = entries;
        this.events = events;
    }

    List<AgencyCode> agencies(Person person) {
        return person.agencies(Permission.READ_REGISTERS).stream()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    Book book(Person person, String id) {
        return RegisterAccess.number(id)
                .map(BookId::new)
                .flatMap(wanted -> agencies(person).stream()
                        .flatMap(agency -> books.find(agency, wanted).stream())
                        .findFirst())
                .orElseThrow(() -> absent(id));
    }

    /** A book that the person keeps, not only reads. */
    Book kept(Person person, String id) {
        Book found = book(person, id);
        if (!person.may(Permission.KEEP_REGISTERS, found.agency())) {
            throw absent(id);
        }
        return found;
    }

    /** The agencies whose books the person keeps. */
    List<AgencyCode> keeping(Person person) {
        return agencies(person).stream()
                .filter(agency -> person.may(Permission.KEEP_REGISTERS, agency))
                .toList();
    }

    RegisterEntry entry(Book book, String id) {
        return RegisterAccess.number(id)
                .map(EntryId::new)
                .flatMap(wanted -> entries.find(book.agency(), wanted))
                .filter(found -> found.book().equals(book.id()))
                .orElseThrow(() -> absent(id));
    }

    /** An agency whose books the person keeps, as a form names it. */
    AgencyCode agency(Person person, String code) {
        return keeping(person).stream()
                .filter(agency -> agency.value().equals(code))
                .findFirst()
                .orElseThrow(() -> absent(code));
    }

    private NothingHereException absent(String wanted) {
        events.absent(wanted.length() > 40 ? "?" : wanted);
        return new NothingHereException();
    }
}
