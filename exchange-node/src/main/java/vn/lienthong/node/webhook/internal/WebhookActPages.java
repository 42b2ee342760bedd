package vn.lienthong.node.webhook.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Screen D4: one webhook with what was tried, and what an administrator does with it. */
@InNodeRole
@Controller
class WebhookActPages {

    private static final Duration OVERLAP = Duration.ofHours(24);
    private static final int ROWS = 10;

    private final Endpoints endpoints;
    private final Attempts attempts;
    private final Messages messages;
    private final InstantSource clock;

    WebhookActPages(Endpoints endpoints, Attempts attempts, Messages messages, InstantSource clock) {
        this.endpoints = endpoints;
        this.attempts = attempts;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is done with one button; those that change much have a question before it. */
    enum Act {
        ROTATE(true),
        STOP(true),
        REMOVE(true),
        START(false),
        TRY(false);

        private final boolean asked;

        Act(boolean asked) {
            this.asked = asked;
        }

        static Act of(String slug) {
            return Arrays.stream(values())
                    .filter(act -> act.slug().equals(slug))
                    .findFirst()
                    .orElseThrow(NothingHereException::new);
        }

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Endpoint found(String id) {
        return CanonicalUuid.parse(id).flatMap(endpoints::find).orElseThrow(NothingHereException::new);
    }

    @GetMapping("/webhooks/endpoint/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String attempt,
            Model model) {
        Endpoint endpoint = found(id);
        List<Attempts.Attempt> found =
                attempts.list(endpoint.id(), number(before).orElse(Long.MAX_VALUE), ROWS + 1);
        List<Attempts.Attempt> shown = found.subList(0, Math.min(ROWS, found.size()));
        model.addAttribute("endpoint", endpoint);
        model.addAttribute("overlap", endpoint.overlap(clock.instant()).orElse(null));
        model.addAttribute("waiting", messages.waiting(endpoint.id()));
        model.addAttribute("attempts", shown);
        model.addAttribute(
                "chosen",
                number(attempt)
                        .flatMap(one -> attempts.find(endpoint.id(), one))
                        .orElse(null));
        model.addAttribute(
                "older",
                found.size() > ROWS
                        ? path(endpoint.id()) + "?before=" + shown.getLast().id()
                        : null);
        return "webhook/one";
    }

    private static Optional<Long> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(digits -> digits.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static String path(UUID id) {
        return Outcomes.PAGE + id;
    }

    @GetMapping("/webhooks/endpoint/{id}/replay")
    String askSince(@PathVariable String id, Model model) {
        return askSince(found(id), "", model);
    }

    private static String askSince(Endpoint endpoint, String since, Model model) {
        model.addAttribute("endpoint", endpoint);
        model.addAttribute("since", since);
        return "webhook/replay";
    }

    @PostMapping("/webhooks/endpoint/{id}/replay")
    String replay(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String since,
            Model model,
            RedirectAttributes redirect) {
        Endpoint endpoint = found(id);
        Instant now = clock.instant();
        Optional<Instant> moment = DateText.moment(since, now, false).filter(at -> !at.isAfter(now));
        if (moment.isEmpty()) {
            FormFaults faults = new FormFaults();
            faults.add("since", "webhook.replay.wrong");
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return askSince(endpoint, since, model);
        }
        boolean done = endpoints.replay(endpoint, moment.get());
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                done
                        ? Notice.success("webhook.done.replay", DateText.write(moment.get()))
                        : Notice.warning("webhook.replay.not"));
        return "redirect:" + path(endpoint.id());
    }

    @GetMapping("/webhooks/endpoint/{id}/{act}")
    String ask(@PathVariable String id, @PathVariable String act, Model model) {
        Act wanted = Act.of(act);
        if (!wanted.asked) {
            throw new NothingHereException();
        }
        model.addAttribute("endpoint", found(id));
        model.addAttribute("act", wanted.slug());
        return "webhook/act";
    }

    @PostMapping("/webhooks/endpoint/{id}/{act}")
    String act(@PathVariable String id, @PathVariable String act, Model model, RedirectAttributes redirect) {
        Act wanted = Act.of(act);
        Endpoint endpoint = found(id);
        return switch (wanted) {
            case ROTATE -> rotate(endpoint, model, redirect);
            case STOP -> done(endpoint, wanted, endpoints.stop(endpoint), redirect);
            case START -> done(endpoint, wanted, endpoints.start(endpoint), redirect);
            case TRY -> tried(endpoint, redirect);
            case REMOVE -> removed(endpoint, redirect);
        };
    }

    private String rotate(Endpoint endpoint, Model model, RedirectAttributes redirect) {
        EndpointAnswer answer = endpoints.rotate(endpoint, OVERLAP);
        if (answer instanceof EndpointAnswer.Secretive(Endpoint present, Secret secret)) {
            model.addAttribute("endpoint", present);
            model.addAttribute("secret", secret.reveal());
            return "webhook/secret";
        }
        return done(endpoint, Act.ROTATE, answer, redirect);
    }

    private String tried(Endpoint endpoint, RedirectAttributes redirect) {
        WebhookAnswers.Pinged pinged = WebhookAnswers.Pinged.of(endpoints.ping(endpoint));
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                pinged.ok()
                        ? Notice.success("webhook.done.try", pinged.words())
                        : Notice.warning("webhook.try.failed", pinged.words()));
        return "redirect:" + path(endpoint.id());
    }

    private String removed(Endpoint endpoint, RedirectAttributes redirect) {
        boolean gone = endpoints.remove(endpoint);
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                gone
                        ? Notice.success("webhook.done.remove", endpoint.wish().name())
                        : Notice.warning("webhook.meanwhile"));
        return "redirect:" + WebhookPages.LIST;
    }

    private static String done(Endpoint endpoint, Act act, EndpointAnswer answer, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                answer instanceof EndpointAnswer.Done
                        ? Notice.success("webhook.done." + act.slug())
                        : Notice.warning("webhook.meanwhile"));
        return "redirect:" + path(endpoint.id());
    }
}
