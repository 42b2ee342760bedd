package vn.lienthong.node.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.DocumentTypes;
import vn.lienthong.core.register.ListedType;
import vn.lienthong.core.text.SearchQuestion;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.search.Found;
import vn.lienthong.node.search.SavedFilters;
import vn.lienthong.node.search.SavedPlace;
import vn.lienthong.node.search.SearchSource;
import vn.lienthong.node.search.internal.Finder.Answer;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.Notice;

/** One box over everything; a number typed alone leads to its document. */
@Controller
@InNodeRole
class SearchPage {

    private static final int ROWS = 30;
    private static final Choice ANY = Choice.of("", "search.any");

    private final Finder finder;
    private final SavedFilters saved;

    SearchPage(Finder finder, SavedFilters saved) {
        this.finder = finder;
        this.saved = saved;
    }

    @GetMapping(SearchConfiguration.PATH)
    String show(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> parameters,
            Model model,
            RedirectAttributes redirect) {
        SearchForm form = SearchForm.of(parameters);
        FormFaults faults = new FormFaults();
        Optional<Wanted> wanted = form.wanted(finder.today(), faults);
        boolean begins = !parameters.containsKey("at") && !parameters.containsKey("all");
        Optional<Found> target = begins ? wanted.flatMap(one -> finder.jump(person, one)) : Optional.empty();
        if (target.isPresent()) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("search.jumped", form.get("q")));
            return "redirect:" + target.get().href();
        }
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        model.addAttribute("form", form);
        choices(person, model);
        model.addAttribute(
                SavedFilters.ATTRIBUTE, saved.box(person, SavedPlace.SEARCH, form.any() ? form.link() : null));
        wanted.filter(one -> !one.isEmpty()).ifPresent(one -> results(person, one, form, parameters, model));
        return "search/search";
    }

    private void results(Person person, Wanted wanted, SearchForm form, Map<String, String> parameters, Model model) {
        Optional<Place> behind = Optional.ofNullable(parameters.get("at")).flatMap(Place::read);
        Answer answer = finder.find(person, wanted, behind, ROWS);
        @Nullable Place next = answer.next();
        model.addAttribute("numbered", lines(answer.numbered(), wanted.question()));
        model.addAttribute("rows", lines(answer.rows(), wanted.question()));
        model.addAttribute("nothing", answer.isEmpty());
        model.addAttribute("reached", answer.reached());
        model.addAttribute("first", behind.isPresent() ? form.link("all", "yes") : null);
        model.addAttribute("next", next == null ? null : form.link("at", next.write()));
    }

    private static List<FoundLine> lines(List<Found> found, SearchQuestion question) {
        return found.stream().map(one -> FoundLine.of(one, question)).toList();
    }

    private void choices(Person person, Model model) {
        List<SearchSource> sources = finder.sources(person);
        List<Choice> kinds = new ArrayList<>(List.of(ANY));
        sources.forEach(source -> kinds.add(
                Choice.of(source.kind().slug(), "search.kind." + source.kind().slug())));
        model.addAttribute("kinds", kinds);
        model.addAttribute("sources", sources);
        model.addAttribute(
                "types",
                Stream.concat(
                                Stream.of(ANY),
                                Stream.of(
                                                DocumentTypes.ADMINISTRATIVE,
                                                DocumentTypes.COPIES,
                                                DocumentTypes.LEGAL,
                                                DocumentTypes.PARTY)
                                        .flatMap(List::stream)
                                        .map(ListedType::name)
                                        .distinct()
                                        .sorted()
                                        .map(name -> Choice.literal(name, name)))
                        .toList());
        model.addAttribute(
                "urgencies",
                Stream.concat(
                                Stream.of(ANY),
                                Stream.of(Urgency.values())
                                        .map(urgency -> Choice.of(
                                                Integer.toString(urgency.level()), "urgency." + urgency.level())))
                        .toList());
        model.addAttribute(
                "agencies",
                Stream.concat(
                                Stream.of(ANY),
                                person.agencies(Permission.READ_DOCUMENTS).stream()
                                        .map(AgencyCode::value)
                                        .sorted()
                                        .map(code -> Choice.literal(code, code)))
                        .toList());
    }
}
