package vn.lienthong.node.people.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.people.internal.Review.Decision;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Access reviews: begun with a scope and a day, decided right by right, closed with signed minutes. */
@Controller
@InNodeRole
class ReviewPages {
    private static final String LIST = "/people/reviews";
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int ROWS = 20;
    private static final int LONGEST = 200;
    private static final String FIELD = "right-";

    private final Reviews reviews;
    private final DirectoryView directory;
    private final Gate gate;
    private final InstantSource clock;

    ReviewPages(Reviews reviews, DirectoryView directory, Gate gate, InstantSource clock) {
        this.reviews = reviews;
        this.directory = directory;
        this.gate = gate;
        this.clock = clock;
    }

    @GetMapping(LIST)
    String list(HttpServletRequest request, Model model) {
        return show(Map.of(), request, model);
    }

    private String show(Map<String, String> typed, HttpServletRequest request, Model model) {
        model.addAttribute("reviews", reviews.list());
        model.addAttribute("typed", typed);
        model.addAttribute("today", today());
        model.addAttribute(
                "scopes",
                Stream.concat(
                                Stream.of(Choice.of("", "people.grant.node")),
                                hosted().map(code -> Choice.literal(code.value(), code.value())))
                        .toList());
        gate.show(request, LIST, model);
        return "people/reviews";
    }

    private Stream<AgencyCode> hosted() {
        return directory.hostedHere().stream()
                .flatMap(id -> directory.current().agency(id).stream())
                .flatMap(entry -> entry.agency().codeAt(clock.instant()).stream())
                .sorted();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    @PostMapping(LIST)
    String open(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            Model model) {
        Optional<String> elsewhere = gate.instead(request, LIST);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        FormFaults faults = new FormFaults();
        String title = typed.getOrDefault("title", "").strip();
        if (title.isEmpty() || title.length() > LONGEST) {
            faults.add("title", "people.review.title.missing");
        }
        Optional<LocalDate> due = DateText.date(typed.getOrDefault("due", ""), today());
        if (due.isEmpty() || due.get().isBefore(today())) {
            faults.add("due", "people.until.wrong");
        }
        if (faults.any()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return show(typed, request, model);
        }
        @Nullable
        AgencyCode place = hosted().filter(code -> code.value().equals(typed.get("scope")))
                .findFirst()
                .orElse(null);
        return "redirect:" + LIST + "/" + reviews.open(title, place, due.orElseThrow(), person);
    }

    @GetMapping(LIST + "/{id}")
    String one(
            @AuthenticationPrincipal Person person,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request,
            Model model) {
        Review review = reviews.find(id).orElseThrow(NothingHereException::new);
        int start = Math.clamp(from, 0, Reviews.MOST);
        List<Review.Item> found = reviews.items(id, ROWS + 1, start);
        model.addAttribute("review", review);
        model.addAttribute("items", found.subList(0, Math.min(ROWS, found.size())));
        model.addAttribute("self", person.login());
        model.addAttribute("decisions", Decision.values());
        model.addAttribute("older", found.size() > ROWS ? LIST + "/" + id + "?from=" + (start + ROWS) : null);
        model.addAttribute("newer", start > 0 ? LIST + "/" + id + "?from=" + Math.max(0, start - ROWS) : null);
        gate.show(request, LIST + "/" + id, model);
        return "people/review";
    }

    @PostMapping(LIST + "/{id}")
    String decide(
            @AuthenticationPrincipal Person person,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Review review = reviews.find(id).orElseThrow(NothingHereException::new);
        Optional<String> elsewhere = gate.instead(request, LIST + "/" + id);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        Notice notice = typed.containsKey("close") ? close(review, person) : decide(review, typed, person);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, notice);
        return "redirect:" + LIST + "/" + id;
    }

    private Notice close(Review review, Person person) {
        return switch (reviews.close(review.id(), person)) {
            case DONE -> Notice.success("people.review.closed");
            case INCOMPLETE -> Notice.warning("people.review.incomplete");
            case CLOSED_ALREADY -> Notice.warning("people.review.over");
        };
    }

    private Notice decide(Review review, Map<String, String> typed, Person person) {
        Map<Long, Decision> decisions = new TreeMap<>();
        typed.forEach((name, value) -> {
            if (name.matches(FIELD + "[0-9]{1,18}")) {
                Decision.of(value)
                        .ifPresent(decision -> decisions.put(Long.valueOf(name.substring(FIELD.length())), decision));
            }
        });
        String note = typed.getOrDefault("note", "").strip();
        String kept = note.substring(0, Math.min(LONGEST, note.length()));
        int done = reviews.decide(review.id(), decisions, kept, person);
        return done > 0 ? Notice.success("people.review.decided", done) : Notice.warning("people.review.nothing");
    }

    @GetMapping(LIST + "/{id}/minutes")
    ResponseEntity<StreamingResponseBody> minutes(@PathVariable long id) {
        return Downloads.answer(reviews.minutes(id)
                .map(octets -> new Download(
                        "bien-ban-ra-soat-quyen-" + id + ".pdf",
                        "application/pdf",
                        octets.size(),
                        out -> out.write(octets.toByteArray()))));
    }
}
