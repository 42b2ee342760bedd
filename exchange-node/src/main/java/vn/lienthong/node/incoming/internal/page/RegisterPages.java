package vn.lienthong.node.incoming.internal.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.incoming.internal.record.DocumentLists;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Facts;
import vn.lienthong.node.incoming.internal.record.Queue;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.record.Source;
import vn.lienthong.node.incoming.internal.work.Outcome;
import vn.lienthong.node.incoming.internal.work.RegisterOrder;
import vn.lienthong.node.incoming.internal.work.Registration;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The form of the incoming register, for documents of the exchange and for papers. */
@Controller
@InNodeRole
class RegisterPages {

    private static final int LEVELS = 5;
    private static final String VIEW = "incoming/register";

    private final Reach reach;
    private final Registration registration;
    private final DocumentLists lists;
    private final Answers answers;

    RegisterPages(Reach reach, Registration registration, DocumentLists lists, PageTools tools) {
        this.reach = reach;
        this.registration = registration;
        this.lists = lists;
        this.answers = tools.answers();
    }

    @GetMapping("/incoming/{id}/register")
    String form(@AuthenticationPrincipal Person clerk, @PathVariable long id, Model model) {
        Roles.requireClerk(clerk);
        IncomingDocument document = document(clerk, id);
        show(
                clerk,
                document,
                RegisterForm.prefilled(document, registration.usualOrder(clerk, document)),
                new FormFaults(),
                model);
        return VIEW;
    }

    @PostMapping("/incoming/{id}/register")
    String register(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Roles.requireClerk(clerk);
        IncomingDocument document = document(clerk, id);
        FormFaults faults = new FormFaults();
        RegisterForm form = new RegisterForm(typed, faults, registration.today());
        RegisterOrder order = form.order();
        @Nullable Facts facts = document.origin().overAxis() ? null : form.facts();
        if (faults.any()) {
            show(clerk, document, typed, faults, model);
            return VIEW;
        }
        Outcome outcome = facts == null
                ? registration.register(clerk, id, form.version(), order)
                : registration.register(clerk, id, form.version(), order, facts);
        if (outcome instanceof Outcome.Refused refused) {
            show(clerk, document, typed, Answers.faults(refused), model);
            return VIEW;
        }
        return outcome instanceof Outcome.Done(IncomingDocument done)
                ? done(clerk, done, typed, redirect)
                : answers.other(outcome, id, typed.getOrDefault("note", ""), model, response, redirect);
    }

    private String done(Person clerk, IncomingDocument done, Map<String, String> typed, RedirectAttributes redirect) {
        var place = done.registration();
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                place == null
                        ? Notice.success("incoming.noted", done.name())
                        : Notice.success("incoming.registered", done.name(), place.number()));
        if (!typed.getOrDefault("then", "").equals("next")) {
            return "redirect:/incoming/" + done.id();
        }
        return done.origin().overAxis() ? next(clerk) : "redirect:/incoming/new";
    }

    private String next(Person clerk) {
        return lists.read(reach.wholeCodes(clerk), Queue.ACCEPTED, "", Optional.empty(), 1).documents().stream()
                .findFirst()
                .map(document -> "redirect:/incoming/" + document.id() + "/register")
                .orElse("redirect:/incoming");
    }

    @GetMapping("/incoming/new")
    String paper(@AuthenticationPrincipal Person clerk, Model model) {
        Roles.requireClerk(clerk);
        Map<String, String> typed = new HashMap<>();
        typed.put("arrived-on", DateText.write(registration.today()));
        typed.put("urgency", "0");
        showPaper(clerk, typed, new FormFaults(), model);
        return VIEW;
    }

    @PostMapping("/incoming/new")
    String notePaper(
            @AuthenticationPrincipal Person clerk,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Roles.requireClerk(clerk);
        FormFaults faults = new FormFaults();
        RegisterForm form = new RegisterForm(typed, faults, registration.today());
        boolean draft = typed.getOrDefault("then", "").equals("draft");
        Facts facts = form.facts();
        Source source = form.source();
        Optional<RegisterOrder> order = draft ? Optional.empty() : Optional.of(form.order());
        if (faults.any()) {
            showPaper(clerk, typed, faults, model);
            return VIEW;
        }
        Outcome outcome = registration.note(clerk, agency(clerk, typed), source, facts, order);
        if (outcome instanceof Outcome.Refused refused) {
            showPaper(clerk, typed, Answers.faults(refused), model);
            return VIEW;
        }
        return outcome instanceof Outcome.Done(IncomingDocument done)
                ? done(clerk, done, typed, redirect)
                : answers.other(outcome, 0, "", model, response, redirect);
    }

    private void showPaper(Person clerk, Map<String, String> typed, FormFaults faults, Model model) {
        model.addAttribute("document", null);
        show(clerk, agency(clerk, typed), typed, faults, model);
    }

    private void show(
            Person clerk, IncomingDocument document, Map<String, String> typed, FormFaults faults, Model model) {
        model.addAttribute("document", document);
        model.addAttribute("entries", registration.duplicates(clerk, document));
        show(clerk, registration.agency(clerk, document), typed, faults, model);
    }

    private void show(Person clerk, AgencyCode agency, Map<String, String> typed, FormFaults faults, Model model) {
        Map<String, String> all = new HashMap<>(typed);
        List<Choice> books = registration.books(agency).stream()
                .map(book -> Choice.literal(book.id().toString(), book.title()))
                .toList();
        all.putIfAbsent("book", books.isEmpty() ? "" : books.getFirst().value());
        all.putIfAbsent("agency", agency.value());
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        model.addAttribute("typed", all);
        model.addAttribute("books", books);
        model.addAttribute("types", types(agency, all.getOrDefault("type", "")));
        model.addAttribute(
                "agencies",
                clerk.agencies(Role.CLERK).stream()
                        .sorted()
                        .map(code -> Choice.literal(code.value(), code.value()))
                        .toList());
        model.addAttribute(
                "urgencies",
                IntStream.range(0, LEVELS)
                        .mapToObj(level -> Choice.of(Integer.toString(level), "urgency." + level))
                        .toList());
        model.addAttribute(
                "sources",
                Stream.of(Source.values())
                        .filter(source -> source != Source.AXIS)
                        .map(source -> Choice.of(source.name(), "incoming.source." + source.slug()))
                        .toList());
    }

    /** The list of the bloc, and whatever the document calls itself. */
    private List<Choice> types(AgencyCode agency, String present) {
        List<String> known = registration.types(agency);
        Stream<String> first = present.isEmpty() || known.contains(present) ? Stream.of("") : Stream.of("", present);
        return Stream.concat(first, known.stream())
                .map(name ->
                        name.isEmpty() ? Choice.of("", "incoming.register.type.choose") : Choice.literal(name, name))
                .toList();
    }

    /** The agency for which the paper came: that of the form if it is one of the clerk's, else the first. */
    private static AgencyCode agency(Person clerk, Map<String, String> typed) {
        return clerk.agencies(Role.CLERK).stream()
                .filter(code -> code.value().equals(typed.get("agency")))
                .findFirst()
                .or(() -> clerk.agencies(Role.CLERK).stream().sorted().findFirst())
                .orElseThrow(NothingHereException::new);
    }

    private IncomingDocument document(Person clerk, long id) {
        return reach.findAs(Role.CLERK, clerk, id).orElseThrow(NothingHereException::new);
    }
}
