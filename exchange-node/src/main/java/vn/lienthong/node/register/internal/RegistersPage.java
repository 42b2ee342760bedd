package vn.lienthong.node.register.internal;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;

/** The books of the agencies of a person. */
@InNodeRole
@Controller
class RegistersPage {
    private final RegisterDoor door;
    private final BookShelf shelf;
    private final CounterTable counters;

    RegistersPage(RegisterDoor door, BookShelf shelf, CounterTable counters) {
        this.door = door;
        this.shelf = shelf;
        this.counters = counters;
    }

    /** An agency and its books. */
    record Shelf(AgencyCode agency, String name, List<BookOverview> books) {}

    @GetMapping(RegisterAccess.PATH)
    String show(@AuthenticationPrincipal Person person, Model model) {
        model.addAttribute(
                "shelves", door.agencies(person).stream().map(this::shelf).toList());
        model.addAttribute("keeps", person.may(Permission.KEEP_REGISTERS));
        return "register/registers";
    }

    private Shelf shelf(AgencyCode agency) {
        List<BookOverview> books = Stream.of(BookKind.INCOMING, BookKind.OUTGOING)
                .flatMap(kind -> shelf.of(agency, kind).stream())
                .map(this::overview)
                .toList();
        return new Shelf(agency, shelf.nameOf(agency), books);
    }

    private BookOverview overview(Book book) {
        return new BookOverview(book, counters.of(book.id()), book.takesEntriesOn(shelf.today()));
    }
}
