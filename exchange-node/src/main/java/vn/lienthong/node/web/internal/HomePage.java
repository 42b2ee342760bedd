package vn.lienthong.node.web.internal;

import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.NodeFacts;
import vn.lienthong.node.platform.Role;
import vn.lienthong.node.web.SyncState;

/** The first page after signing in: what waits for the person. */
@Controller
class HomePage {
    private final NodeFacts facts;
    private final Navigation navigation;
    private final Desk desk;
    private final Optional<SyncState> sync;

    HomePage(NodeFacts facts, Navigation navigation, Desk desk, ObjectProvider<SyncState> sync) {
        this.facts = facts;
        this.navigation = navigation;
        this.desk = desk;
        this.sync = Optional.ofNullable(sync.getIfAvailable());
    }

    /** Whoever reads no documents begins with the first page that is theirs. */
    private String elsewhere(Person person) {
        String otherwise = facts.role() == Role.DIRECTORY ? "redirect:/directory" : "home-other";
        return navigation.first(person).map(item -> "redirect:" + item.href()).orElse(otherwise);
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal Person person, Locale language, Model model) {
        if (facts.role() == Role.DIRECTORY || !person.readsDocuments()) {
            return elsewhere(person);
        }
        model.addAttribute("blocks", desk.of(person, Language.supported(language)));
        model.addAttribute("sync", sync.orElse(null));
        return "home";
    }
}
