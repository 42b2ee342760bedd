package vn.lienthong.node.vxp.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.edxml.Quarantine;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.vxp.GatewaySecrets;
import vn.lienthong.node.vxp.GatewaySecrets.Issued;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Where an administrator gives systems their secrets, sees what they failed to take and what they ask of the directory. */
@InNodeRole
@Controller
class GatewayPages {

    static final String PATH = "/gateway-keys";

    private static final int MOST = 200;
    private static final int MOST_DAYS = 731;
    private static final Duration OVERLAP = Duration.ofDays(7);

    private final GatewaySecrets secrets;
    private final Quarantine quarantine;
    private final AgencyRequests requests;
    private final DirectoryView directory;
    private final InstantSource clock;

    GatewayPages(
            GatewaySecrets secrets,
            Quarantine quarantine,
            AgencyRequests requests,
            DirectoryView directory,
            InstantSource clock) {
        this.secrets = secrets;
        this.quarantine = quarantine;
        this.requests = requests;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What was typed.
     *
     * @param agency code of an agency
     * @param system name of its system; may be empty
     * @param networks from where; may be empty
     * @param days how long
     */
    public record Typed(String agency, String system, String networks, String days) {}

    @GetMapping(PATH)
    String list(Model model) {
        model.addAttribute("secrets", secrets.list());
        model.addAttribute("now", clock.instant());
        model.addAttribute("failing", quarantine.waiting(hosted(), MOST));
        model.addAttribute("requests", requests.open());
        return "gateway/list";
    }

    /** All codes of the agencies of this node. */
    private Set<AgencyCode> hosted() {
        Set<AgencyCode> codes = new LinkedHashSet<>();
        directory
                .hostedHere()
                .forEach(id -> directory
                        .current()
                        .agency(id)
                        .ifPresent(entry -> entry.agency().codes().forEach(validity -> codes.add(validity.code()))));
        return codes;
    }

    @GetMapping(PATH + "/new")
    String blank(Model model) {
        model.addAttribute("typed", new Typed("", "", "", "365"));
        return "gateway/new";
    }

    @PostMapping(PATH + "/new")
    String issue(
            @AuthenticationPrincipal Person administrator,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "") String networks,
            @RequestParam(defaultValue = "") String days,
            Model model) {
        Typed typed = new Typed(agency.strip(), system.strip(), networks.strip(), days.strip());
        FormFaults faults = new FormFaults();
        Optional<GatewaySecrets.Wish> wish = read(typed, faults);
        Optional<Issued> issued = wish.flatMap(
                checked -> secrets.issue(checked, administrator.login().value()));
        if (issued.isPresent()) {
            return shown(issued.get(), model);
        }
        if (wish.isPresent()) {
            faults.add("agency", "gateway.agency.not-served");
        }
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        model.addAttribute("typed", typed);
        return "gateway/new";
    }

    private static Optional<GatewaySecrets.Wish> read(Typed typed, FormFaults faults) {
        AgencyCode code =
                AgencyCode.check(typed.agency()) instanceof AgencyCodeCheck.Valid(AgencyCode valid) ? valid : null;
        if (code == null) {
            faults.add("agency", "gateway.agency.wrong");
        }
        if (!typed.system().matches("[A-Za-z0-9._-]{0,64}")) {
            faults.add("system", "gateway.system.wrong");
        }
        if (Networks.parse(typed.networks()).isEmpty() || typed.networks().length() > 300) {
            faults.add("networks", "gateway.networks.wrong");
        }
        boolean number = typed.days().matches("[0-9]{1,3}");
        int days = number ? Integer.parseInt(typed.days()) : 0;
        if (days < 1 || days > MOST_DAYS) {
            faults.add("days", "gateway.days.wrong");
        }
        return code == null || faults.any()
                ? Optional.empty()
                : Optional.of(new GatewaySecrets.Wish(
                        code,
                        typed.system().isEmpty() ? code.value() : typed.system(),
                        typed.networks(),
                        Duration.ofDays(days)));
    }

    private static String shown(Issued issued, Model model) {
        model.addAttribute("key", issued.facts());
        model.addAttribute("secret", issued.secret().reveal());
        return "gateway/secret";
    }

    @GetMapping(PATH + "/{id}/{act}")
    String ask(@PathVariable String id, @PathVariable String act, Model model) {
        if (!act.equals("rotate") && !act.equals("withdraw")) {
            throw new NothingHereException();
        }
        model.addAttribute("key", found(id));
        model.addAttribute("act", act);
        return "gateway/act";
    }

    private GatewaySecrets.Facts found(String id) {
        return CanonicalUuid.parse(id).flatMap(secrets::find).orElseThrow(NothingHereException::new);
    }

    @PostMapping(PATH + "/{id}/rotate")
    String rotate(
            @AuthenticationPrincipal Person administrator,
            @PathVariable String id,
            Model model,
            RedirectAttributes redirect) {
        UUID key = found(id).id();
        Optional<Issued> issued =
                secrets.rotate(key, OVERLAP, administrator.login().value());
        if (issued.isPresent()) {
            return shown(issued.get(), model);
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("gateway.ended"));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{id}/withdraw")
    String withdraw(
            @AuthenticationPrincipal Person administrator, @PathVariable String id, RedirectAttributes redirect) {
        boolean done = secrets.withdraw(found(id).id(), administrator.login().value());
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE, done ? Notice.success("gateway.withdrawn") : Notice.warning("gateway.ended"));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/release")
    String release(@RequestParam(defaultValue = "") String item, RedirectAttributes redirect) {
        boolean done = item.matches("[0-9]{1,18}") && quarantine.release(hosted(), Long.parseLong(item));
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE, done ? Notice.success("gateway.released") : Notice.warning("gateway.gone"));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/answered")
    String answered(
            @AuthenticationPrincipal Person administrator,
            @RequestParam(defaultValue = "") String request,
            RedirectAttributes redirect) {
        boolean done = request.matches("[0-9]{1,18}")
                && requests.done(Long.parseLong(request), administrator.login().value());
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE, done ? Notice.success("gateway.answered") : Notice.warning("gateway.gone"));
        return "redirect:" + PATH;
    }
}
