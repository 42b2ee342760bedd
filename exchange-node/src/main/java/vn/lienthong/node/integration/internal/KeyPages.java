package vn.lienthong.node.integration.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.ApiKeyFacts;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.IssuedApiKey;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The keys of programs: who has one, issue, replace, withdraw. A key is shown once and never kept in clear. */
@InNodeRole
@Controller
class KeyPages {

    static final String LIST = IntegrationConfiguration.PATH + "/keys";
    static final String ONE = LIST + "/key/";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
    private static final int MOST = 200;
    private static final List<Integer> OVERLAP_HOURS = List.of(24, 168, 1, 0);

    private final ApiKeys keys;
    private final HostedAgencies agencies;
    private final KeyForm form;
    private final InstantSource clock;

    KeyPages(ApiKeys keys, HostedAgencies agencies, KeyForm form, InstantSource clock) {
        this.keys = keys;
        this.agencies = agencies;
        this.form = form;
        this.clock = clock;
    }

    /** With whom and when everything is compared. */
    @ModelAttribute
    void now(Model model) {
        model.addAttribute("now", clock.instant());
        model.addAttribute("soon", clock.instant().plus(ConfigurationHealth.SOON));
    }

    @GetMapping(LIST)
    String list(@RequestParam(defaultValue = "") String agency, Model model) {
        List<HostedAgencies.Hosted> all = agencies.all();
        List<ApiKeyFacts> found = new ArrayList<>();
        all.stream()
                .filter(one -> agency.isBlank() || one.code().value().equals(agency.strip()))
                .forEach(one -> found.addAll(keys.list(one.code())));
        found.sort(Comparator.comparing(ApiKeyFacts::createdAt).reversed());
        model.addAttribute("keys", found.subList(0, Math.min(MOST, found.size())));
        model.addAttribute("more", found.size() > MOST);
        model.addAttribute("agency", agency.strip());
        model.addAttribute("agencies", form.agencies(true));
        return "integration/keys";
    }

    @GetMapping(LIST + "/new")
    String blank(@RequestParam(defaultValue = "") String agency, Model model) {
        return show(KeyForm.Typed.empty(agency), model);
    }

    private String show(KeyForm.Typed typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("agencies", form.agencies(false));
        model.addAttribute("kinds", KeyForm.KINDS);
        model.addAttribute("lives", KeyForm.LIVES);
        model.addAttribute("scopes", KeyForm.SCOPES);
        return "integration/key-new";
    }

    @PostMapping(LIST + "/new")
    String issue(@ModelAttribute KeyForm.Typed typed, Model model) {
        FormFaults faults = new FormFaults();
        Optional<NewApiKey> wished = form.read(typed, faults);
        if (wished.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return show(typed, model);
        }
        return once(keys.issue(wished.get()), model);
    }

    /** Not after a redirect: nothing may keep the clear text meanwhile. */
    private String once(IssuedApiKey issued, Model model) {
        model.addAttribute("key", found(issued.id().value()));
        model.addAttribute("token", issued.token().reveal());
        return "integration/key-once";
    }

    private ApiKeyFacts found(String id) {
        return Optional.of(id)
                .filter(text -> ID.matcher(text).matches())
                .flatMap(text -> keys.find(new ApiKeyId(text)))
                .filter(key -> agencies.find(key.agency().value()).isPresent())
                .orElseThrow(NothingHereException::new);
    }

    @GetMapping(ONE + "{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("key", found(id));
        model.addAttribute(
                "overlaps", OVERLAP_HOURS.stream().map(KeyPages::overlap).toList());
        return "integration/key";
    }

    private static Choice overlap(int hours) {
        return Choice.of(Integer.toString(hours), "integration.key.overlap." + hours);
    }

    @PostMapping(ONE + "{id}/rotate")
    String rotate(
            @PathVariable String id,
            @RequestParam(defaultValue = "24") int overlap,
            Model model,
            RedirectAttributes redirect) {
        ApiKeyFacts key = found(id);
        Duration both = Duration.ofHours(OVERLAP_HOURS.contains(overlap) ? overlap : OVERLAP_HOURS.getFirst());
        Optional<IssuedApiKey> issued = keys.rotate(key.id(), both);
        if (issued.isPresent()) {
            return once(issued.get(), model);
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("integration.key.over", key.label()));
        return "redirect:" + ONE + id;
    }

    @GetMapping(ONE + "{id}/withdraw")
    String ask(@PathVariable String id, Model model) {
        model.addAttribute("key", found(id));
        return "integration/key-withdraw";
    }

    @PostMapping(ONE + "{id}/withdraw")
    String withdraw(@PathVariable String id, RedirectAttributes redirect) {
        ApiKeyFacts key = found(id);
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                keys.revoke(key.id())
                        ? Notice.success("integration.key.withdrawn", key.label())
                        : Notice.warning("integration.key.over", key.label()));
        return "redirect:" + LIST;
    }
}
