package vn.lienthong.node.web.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.NodeFacts;
import vn.lienthong.node.platform.Role;
import vn.lienthong.node.web.NavigationItem;
import vn.lienthong.node.web.PersonalNavigation;

/** The main navigation of each person: what the modules offer and the permissions allow, eight entries at most, and the personal ones. */
@Component
class Navigation {
    static final int MOST = 8;
    private static final NavigationItem HOME =
            new NavigationItem("home", "/", "frame.home", 0, Permission.READ_DOCUMENTS);
    private static final NavigationItem ACCOUNTS =
            new NavigationItem("accounts", "/accounts", "frame.accounts", 90, Permission.MANAGE_ACCOUNTS);

    private final NodeFacts facts;
    private final ObjectProvider<NavigationItem> items;
    private final ObjectProvider<PersonalNavigation> personal;

    Navigation(NodeFacts facts, ObjectProvider<NavigationItem> items, ObjectProvider<PersonalNavigation> personal) {
        this.facts = facts;
        this.items = items;
        this.personal = personal;
    }

    List<NavigationItem> of(Person person) {
        List<NavigationItem> offered = items.stream().toList();
        List<NavigationItem> own = facts.role() == Role.NODE ? List.of(HOME, ACCOUNTS) : List.of(ACCOUNTS);
        Stream<NavigationItem> common = Stream.concat(own.stream(), offered.stream())
                .filter(item -> person.may(item.needs()))
                .sorted(Comparator.comparingInt(NavigationItem::order))
                .limit(MOST);
        Stream<NavigationItem> theirs = personal.stream().flatMap(one -> one.itemFor(person).stream());
        return Stream.concat(common, theirs)
                .sorted(Comparator.comparingInt(NavigationItem::order))
                .toList();
    }

    Optional<NavigationItem> first(Person person) {
        return of(person).stream().filter(item -> !item.href().equals("/")).findFirst();
    }
}
