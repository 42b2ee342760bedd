package vn.lienthong.node.officer.internal;

import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import vn.lienthong.node.audit.export.ExportFormat;
import vn.lienthong.node.audit.export.ExportPart;
import vn.lienthong.node.audit.export.Exports;
import vn.lienthong.node.audit.export.Shipping;
import vn.lienthong.node.audit.export.ShippingTest;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Events that leave: exports with a signed manifest, and the state of shipping to a collector. */
@Controller
class ExportPages {
    static final String PATH = "/exports";
    private static final int ROWS = 30;
    private static final int REFRESH_SECONDS = 2;

    private final Exports exports;
    private final Shipping shipping;
    private final InstantSource clock;

    ExportPages(Exports exports, Shipping shipping, InstantSource clock) {
        this.exports = exports;
        this.shipping = shipping;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> parameters, Model model) {
        show(EventQuery.of(parameters, EventQuery.USUAL), model);
        return "officer/exports";
    }

    private void show(EventQuery query, Model model) {
        model.addAttribute("query", query);
        model.addAttribute("periods", EventChoices.periods());
        model.addAttribute(
                "formats",
                Arrays.stream(ExportFormat.values())
                        .filter(format -> format != ExportFormat.DOSSIER)
                        .map(format -> Choice.of(format.name(), "officer.format." + format.name()))
                        .toList());
        model.addAttribute("jobs", ExportView.of(exports.list(ROWS)));
        model.addAttribute("shipping", shipping.state());
    }

    @PostMapping(PATH)
    String request(
            @AuthenticationPrincipal Person officer,
            @RequestParam ExportFormat format,
            @RequestParam Map<String, String> parameters,
            Model model) {
        FormFaults faults = new FormFaults();
        EventQuery query = EventQuery.of(parameters, EventQuery.USUAL);
        Optional<EventFilter> filter = query.filter(clock.instant(), faults);
        if (faults.any() || filter.isEmpty() || format == ExportFormat.DOSSIER) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(query, model);
            return "officer/exports";
        }
        UUID job =
                exports.request(format, filter.get(), officer.login().value()).id();
        return "redirect:/exports/" + job;
    }

    @GetMapping("/exports/{id}")
    String job(@PathVariable UUID id, Model model) {
        ExportView view = ExportView.of(exports.find(id).orElseThrow(NothingHereException::new));
        model.addAttribute("view", view);
        if (view.going()) {
            model.addAttribute("refreshSeconds", REFRESH_SECONDS);
        }
        return "officer/export";
    }

    @GetMapping("/exports/{id}/{part}")
    ResponseEntity<StreamingResponseBody> download(@PathVariable UUID id, @PathVariable String part) {
        ExportPart wanted = List.of(ExportPart.values()).stream()
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(part))
                .findFirst()
                .orElseThrow(NothingHereException::new);
        return Downloads.answer(exports.open(id, wanted)
                .map(file -> new Download(file.name(), file.mediaType(), file.size(), out -> {
                    var _ = Files.copy(file.file(), out);
                })));
    }

    @PostMapping("/exports/shipping-test")
    String test(RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                switch (shipping.test()) {
                    case ShippingTest.Sent(var took) ->
                        Notice.success("officer.shipping.sent", Long.toString(took.toMillis()));
                    case ShippingTest.Failed(String why) -> Notice.warning("officer.shipping.failed", why);
                    case ShippingTest.NotSetUp() -> Notice.warning("officer.shipping.none");
                });
        return "redirect:" + PATH;
    }
}
