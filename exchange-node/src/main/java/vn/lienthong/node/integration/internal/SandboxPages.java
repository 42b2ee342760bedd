package vn.lienthong.node.integration.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.sandbox.Sandbox;
import vn.lienthong.node.sandbox.SandboxAgency;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The sandbox for people: simulated recipients, clock, reset, checklist and report. Elsewhere it says how one is started. */
@InNodeRole
@Controller
class SandboxPages {

    private static final String PATH = IntegrationConfiguration.PATH + "/sandbox";
    private static final Map<String, Duration> STEPS = Map.of(
            "5m", Duration.ofMinutes(5),
            "30m", Duration.ofMinutes(30),
            "4h", Duration.ofHours(4),
            "1d", Duration.ofDays(1));
    private static final List<Choice> STEP_CHOICES = List.of(
            Choice.of("30m", "integration.step.30m"),
            Choice.of("5m", "integration.step.5m"),
            Choice.of("4h", "integration.step.4h"),
            Choice.of("1d", "integration.step.1d"));

    private final Optional<Sandbox> sandbox;

    SandboxPages(ObjectProvider<Sandbox> sandbox) {
        this.sandbox = Optional.ofNullable(sandbox.getIfAvailable());
    }

    @GetMapping(PATH)
    String show(@RequestParam(defaultValue = "") String agency, Locale language, Model model) {
        model.addAttribute("isSandbox", sandbox.isPresent());
        sandbox.ifPresent(running -> fill(running, chosen(agency), language, model));
        return "integration/sandbox";
    }

    private static SandboxAgency chosen(String agency) {
        return SandboxAgency.programs().stream()
                .filter(one -> one.code().value().equals(agency))
                .findFirst()
                .orElse(SandboxAgency.COMMUNE);
    }

    private static void fill(Sandbox running, SandboxAgency agency, Locale language, Model model) {
        model.addAttribute("time", running.now());
        model.addAttribute("steps", STEP_CHOICES);
        model.addAttribute("recipients", SandboxAgency.simulated());
        model.addAttribute("agency", agency);
        model.addAttribute("agencies", SandboxAgency.programs());
        model.addAttribute("report", running.conformance(agency.code()));
        model.addAttribute("words", language);
    }

    private Sandbox running() {
        return sandbox.orElseThrow(NothingHereException::new);
    }

    @PostMapping(PATH + "/clock")
    String clock(@RequestParam(defaultValue = "") String step, RedirectAttributes redirect) {
        Duration length = Optional.ofNullable(STEPS.get(step)).orElseThrow(NothingHereException::new);
        var _ = running().advance(length);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("integration.clock.done"));
        return "redirect:" + PATH;
    }

    @GetMapping(PATH + "/reset")
    String ask(@RequestParam(defaultValue = "") String agency, Model model) {
        var _ = running();
        model.addAttribute("agency", chosen(agency));
        return "integration/sandbox-reset";
    }

    @PostMapping(PATH + "/reset")
    String reset(@RequestParam(defaultValue = "") String agency, RedirectAttributes redirect) {
        AgencyCode code = chosen(agency).code();
        int withdrawn = running().reset(code);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("integration.reset.done", code.value(), withdrawn));
        return "redirect:" + PATH + "?agency=" + code.value();
    }

    @PostMapping(PATH + "/run")
    String begin(
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String system,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        Sandbox running = running();
        SandboxAgency program = chosen(agency);
        String name = system.strip();
        if (name.isEmpty()
                || name.length() > Sandbox.LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            FormFaults faults = new FormFaults();
            faults.add("system", "integration.fault.system", Sandbox.LONGEST_NAME);
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return show(program.code().value(), language, model);
        }
        var _ = running.begin(program.code(), name);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("integration.run.done", name));
        return "redirect:" + PATH + "?agency=" + program.code().value();
    }

    @GetMapping(PATH + "/report.pdf")
    ResponseEntity<StreamingResponseBody> report(@RequestParam(defaultValue = "") String agency) throws IOException {
        byte[] pdf = running().certificate(chosen(agency).code()).orElseThrow(NothingHereException::new);
        return Downloads.answer(Optional.of(
                new Download("ket-qua-thu-ket-noi.pdf", "application/pdf", pdf.length, out -> out.write(pdf))));
    }
}
