package vn.lienthong.node.incoming.internal.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.record.Task;
import vn.lienthong.node.incoming.internal.record.Tasks;
import vn.lienthong.node.incoming.internal.work.Handling;
import vn.lienthong.node.incoming.internal.work.Outcome;
import vn.lienthong.node.incoming.internal.work.Registration;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** What somebody has to handle: taking it on, saying how far it is, asking for a later day, finishing it. */
@Controller
@InNodeRole
class TaskPages {

    private static final int ROWS = 100;
    private static final int LONGEST = 1000;

    private final Handling handling;
    private final Tasks tasks;
    private final Reach reach;
    private final Registration registration;
    private final PageTools tools;

    TaskPages(Handling handling, Tasks tasks, Reach reach, Registration registration, PageTools tools) {
        this.handling = handling;
        this.tasks = tasks;
        this.reach = reach;
        this.registration = registration;
        this.tools = tools;
    }

    /**
     * A part with its document.
     *
     * @param task the part
     * @param document the document
     * @param pressing what presses
     */
    record Line(Task task, IncomingDocument document, Presentation.Pressing pressing) {}

    @GetMapping("/tasks")
    String mine(@AuthenticationPrincipal Person person, Locale language, Model model) {
        List<Line> lines = handling.open(person, ROWS).stream()
                .flatMap(task -> reach.find(person, task.document()).stream()
                        .map(document -> new Line(
                                task,
                                document,
                                tools.presentation().due(task.order().dueOn(), language))))
                .toList();
        model.addAttribute("lines", lines);
        return "incoming/tasks";
    }

    @GetMapping("/tasks/{id}")
    String task(@AuthenticationPrincipal Person person, @PathVariable long id, Locale language, Model model) {
        Task task = task(person, id);
        IncomingDocument document = reach.find(person, task.document()).orElseThrow(NothingHereException::new);
        tools.looks().viewed(document);
        show(person, task, document, Map.of(), language, model);
        return "incoming/task";
    }

    private void show(
            Person person,
            Task task,
            IncomingDocument document,
            Map<String, String> typed,
            Locale language,
            Model model) {
        model.addAttribute("task", task);
        model.addAttribute("document", document);
        model.addAttribute("mine", handling.isMine(person, task) && task.isOpen());
        model.addAttribute("pressing", tools.presentation().due(task.order().dueOn(), language));
        model.addAttribute(
                "progress", typed.getOrDefault("progress", task.work().progress()));
        model.addAttribute("until", typed.getOrDefault("until", ""));
        model.addAttribute("why", typed.getOrDefault("why", ""));
        model.addAttribute("result", typed.getOrDefault("result", task.work().result()));
        model.addAttribute("reply", typed.getOrDefault("reply", task.work().reply()));
    }

    @PostMapping("/tasks/{id}")
    String act(
            @AuthenticationPrincipal Person person,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Task task = task(person, id);
        IncomingDocument document = reach.find(person, task.document()).orElseThrow(NothingHereException::new);
        FormFaults faults = new FormFaults();
        Optional<Outcome> outcome = done(person, task, typed, faults);
        if (outcome.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(person, task, document, typed, language, model);
            return "incoming/task";
        }
        if (!(outcome.get() instanceof Outcome.Done)) {
            String words = typed.getOrDefault("progress", typed.getOrDefault("result", typed.getOrDefault("why", "")));
            return tools.answers().other(outcome.get(), document.id(), words, model, response, redirect);
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("incoming.task.saved"));
        return typed.getOrDefault("then", "").equals("complete") ? "redirect:/tasks" : "redirect:/tasks/" + id;
    }

    private Optional<Outcome> done(Person person, Task task, Map<String, String> typed, FormFaults faults) {
        int version = version(typed);
        return switch (typed.getOrDefault("then", "")) {
            case "take" -> Optional.of(handling.take(person, task.id(), version));
            case "progress" ->
                text("progress", typed, "incoming.task.progress.missing", faults)
                        .map(words -> handling.progress(person, task.id(), version, words));
            case "ask" -> ask(person, task, typed, faults);
            case "complete" ->
                text("result", typed, "incoming.task.result.missing", faults)
                        .map(words -> handling.complete(
                                person, task.id(), version, words, shortened(typed.getOrDefault("reply", ""))));
            default -> throw new NothingHereException();
        };
    }

    private Optional<Outcome> ask(Person person, Task task, Map<String, String> typed, FormFaults faults) {
        LocalDate today = registration.today();
        Optional<LocalDate> until = DateText.date(typed.getOrDefault("until", ""), today);
        if (until.isEmpty() || until.get().isBefore(today)) {
            faults.add("until", "incoming.task.until.missing");
        }
        Optional<String> why = text("why", typed, "incoming.task.why.missing", faults);
        return faults.any()
                ? Optional.empty()
                : Optional.of(handling.ask(person, task.id(), version(typed), until.orElseThrow(), why.orElseThrow()));
    }

    /** A leader grants a later day or not. */
    @PostMapping("/tasks/{id}/answer")
    String answer(
            @AuthenticationPrincipal Person leader,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Roles.requireLeader(leader);
        boolean granted = typed.getOrDefault("then", "").equals("grant");
        Outcome outcome = handling.answer(leader, id, version(typed), granted);
        if (outcome instanceof Outcome.Done) {
            redirect.addFlashAttribute(
                    Notice.ATTRIBUTE, Notice.success(granted ? "incoming.task.granted" : "incoming.task.declined"));
            return "redirect:/opinions";
        }
        return tools.answers().other(outcome, 0, "", model, response, redirect);
    }

    private static Optional<String> text(String field, Map<String, String> typed, String key, FormFaults faults) {
        String text = typed.getOrDefault(field, "").replace("\r\n", "\n").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            faults.add(field, key, LONGEST);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static String shortened(String text) {
        String line = text.strip();
        return line.length() > 100 ? line.substring(0, 100) : line;
    }

    private static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    /** A part of a document of which the person may know. */
    private Task task(Person person, long id) {
        return tasks.find(id)
                .filter(task -> reach.find(person, task.document()).isPresent())
                .orElseThrow(NothingHereException::new);
    }
}
