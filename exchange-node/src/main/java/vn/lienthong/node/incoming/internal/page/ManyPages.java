package vn.lienthong.node.incoming.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.internal.record.CheckState;
import vn.lienthong.node.incoming.internal.record.DocumentLists.Cursor;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Party;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.work.AssignOrder;
import vn.lienthong.node.incoming.internal.work.Outcome;
import vn.lienthong.node.incoming.internal.work.Receiving;
import vn.lienthong.node.incoming.internal.work.Routing;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Notice;

/** Doing the same with all documents that were chosen in a list. Each is an act of its own; who was overtaken changes nothing. */
@Controller
@InNodeRole
class ManyPages {

    private static final int MOST_AT_ONCE = 50;

    private final Reach reach;
    private final Receiving receiving;
    private final Routing routing;
    private final RoutingModel parties;

    ManyPages(Reach reach, Receiving receiving, Routing routing, RoutingModel parties) {
        this.reach = reach;
        this.receiving = receiving;
        this.routing = routing;
        this.parties = parties;
    }

    /** Takes in all that were chosen, if the checks of every one of them say that all is well; registers them unless told not to. */
    @PostMapping("/incoming/accept-many")
    String acceptMany(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) @Nullable List<String> chosen,
            @RequestParam(defaultValue = "") String then,
            RedirectAttributes redirect) {
        Roles.requireClerk(person);
        List<IncomingDocument> documents = seen(person, chosen);
        if (documents.stream().anyMatch(document -> document.check() != CheckState.GOOD)) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("incoming.many.not-good"));
            return "redirect:/incoming";
        }
        boolean only = then.equals("accept");
        Notice told = all(
                documents,
                only ? "incoming.many.accepted" : "incoming.many.done",
                document -> only
                        ? receiving.accept(person, document.id(), document.version())
                        : receiving.acceptAndRegister(person, document.id(), document.version()));
        redirect.addFlashAttribute(Notice.ATTRIBUTE, told);
        return "redirect:/incoming";
    }

    /** Lays all that were chosen before a leader, or gives them to those who handle them. */
    @PostMapping("/incoming/give-many")
    String giveMany(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) @Nullable List<String> chosen,
            @RequestParam(defaultValue = "") String leader,
            @RequestParam(defaultValue = "") String lead,
            @RequestParam(defaultValue = "") String then,
            RedirectAttributes redirect) {
        Roles.requireClerk(person);
        List<IncomingDocument> documents = seen(person, chosen);
        boolean submit = then.equals("submit");
        String value = submit ? leader : lead;
        Notice told = value.isEmpty() && !documents.isEmpty()
                ? Notice.warning(submit ? "incoming.leader.missing" : "incoming.lead.missing")
                : all(documents, "incoming.many.given", document -> give(person, document, submit, value));
        redirect.addFlashAttribute(Notice.ATTRIBUTE, told);
        return "redirect:/incoming?tab=registered";
    }

    private Outcome give(Person person, IncomingDocument document, boolean submit, String value) {
        List<Party> known = submit ? parties.leaders(person, document) : parties.parties(person, document);
        var due = document.times().dueOn();
        return Party.of(value, known)
                .map(party -> submit
                        ? routing.submit(person, document.id(), document.version(), party, "", due)
                        : routing.assign(
                                person,
                                document.id(),
                                document.version(),
                                new AssignOrder(party, List.of(), List.of(), due, "")))
                .orElseGet(Outcome.Absent::new);
    }

    private static Notice all(List<IncomingDocument> documents, String key, Function<IncomingDocument, Outcome> act) {
        if (documents.isEmpty()) {
            return Notice.warning("incoming.many.none");
        }
        long done = documents.stream()
                .map(act)
                .filter(Outcome.Done.class::isInstance)
                .count();
        return done == documents.size()
                ? Notice.success(key, done)
                : Notice.warning("incoming.many.some", done, documents.size());
    }

    /** The form sends key and version of what the clerk saw; who was overtaken is left out. */
    private List<IncomingDocument> seen(Person person, @Nullable List<String> chosen) {
        List<IncomingDocument> documents = new ArrayList<>();
        for (String line :
                chosen == null ? List.<String>of() : chosen.subList(0, Math.min(MOST_AT_ONCE, chosen.size()))) {
            Optional<Cursor> pair = Cursor.read(line);
            pair.flatMap(seen -> reach.find(person, seen.queueKey()))
                    .filter(document -> document.version() == pair.orElseThrow().id())
                    .ifPresent(documents::add);
        }
        return documents;
    }
}
