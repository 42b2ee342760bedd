package vn.lienthong.node.webhook.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;
import vn.lienthong.node.webhook.internal.Endpoint.Wish;

/** Screen D4: all webhooks of the installation, making and changing one. */
@InNodeRole
@Controller
class WebhookPages {

    static final String LIST = "/webhooks";
    private static final String NEW = "/webhooks/new";
    private static final String EDIT = "/webhooks/endpoint/{id}/edit";

    private final Endpoints endpoints;
    private final WebhookForm form;

    WebhookPages(Endpoints endpoints, WebhookForm form) {
        this.endpoints = endpoints;
        this.form = form;
    }

    @GetMapping(LIST)
    String list(Model model) {
        model.addAttribute("endpoints", endpoints.all());
        return "webhook/list";
    }

    @GetMapping(NEW)
    String blank(Model model) {
        return show(WebhookForm.Typed.empty(), null, model);
    }

    private static String show(WebhookForm.Typed typed, @Nullable Endpoint endpoint, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("endpoint", endpoint);
        model.addAttribute("allTypes", WebhookForm.allTypes());
        return "webhook/form";
    }

    @PostMapping(NEW)
    String create(
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") List<String> types,
            Model model) {
        WebhookForm.Typed typed = new WebhookForm.Typed(agency, name, address, Set.copyOf(types));
        FormFaults faults = new FormFaults();
        Optional<AgencyCode> code = form.agency(typed, faults);
        Optional<Wish> wish = form.wish(typed, faults);
        if (code.isPresent() && wish.isPresent()) {
            EndpointAnswer answer = endpoints.create(code.get(), wish.get());
            if (answer instanceof EndpointAnswer.Secretive(Endpoint endpoint, var secret)) {
                model.addAttribute("endpoint", endpoint);
                model.addAttribute("secret", secret.reveal());
                return "webhook/secret";
            }
            note(answer, faults);
        }
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        return show(typed, null, model);
    }

    private static void note(EndpointAnswer answer, FormFaults faults) {
        switch (answer) {
            case EndpointAnswer.NotAnswered(var reply) ->
                faults.add(
                        "address",
                        "webhook.address.silent",
                        WebhookAnswers.Pinged.of(reply).words());
            case EndpointAnswer.TooMany() -> faults.add("agency", "webhook.too-many", Endpoints.MOST);
            case EndpointAnswer.ChangedMeanwhile() -> faults.add("name", "webhook.meanwhile");
            case EndpointAnswer.Done _, EndpointAnswer.Secretive _ -> {
                // Nothing is wrong.
            }
        }
    }

    Endpoint found(String id) {
        return CanonicalUuid.parse(id).flatMap(endpoints::find).orElseThrow(NothingHereException::new);
    }

    @GetMapping(EDIT)
    String edit(@PathVariable String id, Model model) {
        Endpoint endpoint = found(id);
        return show(WebhookForm.Typed.of(endpoint), endpoint, model);
    }

    @PostMapping(EDIT)
    String change(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") List<String> types,
            Model model,
            RedirectAttributes redirect) {
        Endpoint endpoint = found(id);
        WebhookForm.Typed typed = new WebhookForm.Typed(endpoint.agency().value(), name, address, Set.copyOf(types));
        FormFaults faults = new FormFaults();
        Optional<Wish> wish = form.wish(typed, faults);
        if (wish.isPresent()) {
            EndpointAnswer answer = endpoints.change(endpoint, version, wish.get());
            note(answer, faults);
        }
        if (faults.any()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return show(typed, endpoint, model);
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("webhook.done.edit"));
        return "redirect:" + Outcomes.PAGE + endpoint.id();
    }
}
