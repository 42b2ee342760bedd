package vn.lienthong.node.register.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.DocumentTypes;
import vn.lienthong.core.register.ListedType;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Which types of documents are offered to the people of an agency. Types are hidden, never deleted. */
@InNodeRole
@Controller
class TypePages {

    private static final String PATH = "/registers/types/{agency}";

    private final RegisterDoor door;
    private final BookShelf shelf;
    private final HiddenTypes hidden;
    private final RegisterEvents events;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    TypePages(
            RegisterDoor door,
            BookShelf shelf,
            HiddenTypes hidden,
            RegisterEvents events,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.door = door;
        this.shelf = shelf;
        this.hidden = hidden;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal Person person, @PathVariable String agency, Model model) {
        AgencyCode of = agency(person, agency);
        model.addAttribute("agency", of.value());
        model.addAttribute("name", shelf.nameOf(of));
        model.addAttribute("types", names(of));
        model.addAttribute("hidden", hidden.of(of));
        model.addAttribute("keeps", person.may(Permission.KEEP_REGISTERS, of));
        return "register/types";
    }

    @PostMapping(PATH)
    String save(
            @AuthenticationPrincipal Person person,
            @PathVariable String agency,
            @RequestParam(required = false) @Nullable List<String> offered,
            RedirectAttributes redirect) {
        AgencyCode of = door.agency(person, agency);
        Set<String> kept = offered == null ? Set.of() : Set.copyOf(offered);
        List<String> gone =
                names(of).stream().filter(name -> !kept.contains(name)).toList();
        transactions.executeWithoutResult(_ -> {
            hidden.hide(of, gone, person.login(), clock.instant());
            events.typesChanged(of, gone.size());
        });
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("register.types.saved", gone.size()));
        return "redirect:/registers/types/" + of;
    }

    private List<String> names(AgencyCode agency) {
        return DocumentTypes.of(shelf.bloc(agency)).stream()
                .map(ListedType::name)
                .distinct()
                .collect(Collectors.toList());
    }

    private AgencyCode agency(Person person, String wished) {
        return door.agencies(person).stream()
                .filter(code -> code.value().equals(wished))
                .findFirst()
                .orElseThrow(NothingHereException::new);
    }
}
