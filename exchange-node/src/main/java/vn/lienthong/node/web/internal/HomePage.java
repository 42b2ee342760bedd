package vn.lienthong.node.web.internal;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.NodeFacts;
import vn.lienthong.node.platform.Role;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;
import vn.lienthong.node.web.SentOverview;
import vn.lienthong.node.web.SentOverview.SentRow;
import vn.lienthong.node.web.SyncState;

/** The first page after signing in: what waits for the person, and what was sent. */
@Controller
class HomePage {
    private static final int ROWS = 20;

    private final NodeFacts facts;
    private final Navigation navigation;
    private final Desk desk;
    private final Optional<SyncState> sync;
    private final Optional<SentOverview> sent;

    HomePage(
            NodeFacts facts,
            Navigation navigation,
            Desk desk,
            ObjectProvider<SyncState> sync,
            ObjectProvider<SentOverview> sent) {
        this.facts = facts;
        this.navigation = navigation;
        this.desk = desk;
        this.sync = Optional.ofNullable(sync.getIfAvailable());
        this.sent = Optional.ofNullable(sent.getIfAvailable());
    }

    /** Whoever reads no documents begins with the first page that is theirs. */
    private String elsewhere(Person person) {
        String otherwise = facts.role() == Role.DIRECTORY ? "redirect:/directory" : "home-other";
        return navigation.first(person).map(item -> "redirect:" + item.href()).orElse(otherwise);
    }

    @GetMapping("/")
    String home(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) @Nullable String sentAfter,
            Locale language,
            Model model) {
        if (facts.role() == Role.DIRECTORY || !person.readsDocuments()) {
            return elsewhere(person);
        }
        model.addAttribute("blocks", desk.of(person, Language.supported(language)));
        model.addAttribute("sync", sync.orElse(null));
        PageWish sentWish = new PageWish(Tokens.orFirst(sentAfter), ROWS);
        Page<SentRow> sentRows =
                sent.map(source -> source.sent(person, sentWish)).orElseGet(Page::empty);
        model.addAttribute("sent", sentRows);
        model.addAttribute("sentWish", sentWish);
        return "home";
    }
}
