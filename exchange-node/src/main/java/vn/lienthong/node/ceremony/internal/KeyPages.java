package vn.lienthong.node.ceremony.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.directory.AgencyKeyLife;
import vn.lienthong.node.directory.AgencyKeyLife.Epoch;
import vn.lienthong.node.directory.AgencyKeyLife.Standing;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.StepUp;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The keys of the agencies served here, and what people do to them. */
@InNodeRole
@Controller
class KeyPages {

    /** The reasons of a revocation; what is published is the name. */
    static final List<String> REASONS = List.of("compromised", "lost", "superseded", "ceased");

    private static final String PATH = CeremonyConfiguration.PATH;
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final AgencyKeyLife keys;
    private final DirectoryView directory;
    private final KeyCeremonies ceremonies;
    private final KeyRequestTable requests;
    private final EndingCertificates ending;
    private final StepUp stepUp;
    private final InstantSource clock;

    KeyPages(
            AgencyKeyLife keys,
            DirectoryView directory,
            KeyCeremonies ceremonies,
            KeyRequestTable requests,
            EndingCertificates ending,
            StepUp stepUp,
            InstantSource clock) {
        this.keys = keys;
        this.directory = directory;
        this.ceremonies = ceremonies;
        this.requests = requests;
        this.ending = ending;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /** An agency in the list. */
    record Row(AgencyId id, String name, Standing standing) {}

    @GetMapping(PATH)
    String list(@AuthenticationPrincipal Person person, Model model) {
        model.addAttribute(
                "rows",
                directory.hostedHere().stream()
                        .flatMap(agency ->
                                keys.standing(agency).map(standing -> new Row(agency, name(agency), standing)).stream())
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList());
        model.addAttribute("ending", ending.known());
        model.addAttribute("heldBack", keys.heldBack());
        model.addAttribute("requests", requests.recent(clock.instant()));
        model.addAttribute("names", names());
        model.addAttribute("self", person.login().value());
        return "ceremony/list";
    }

    private Map<AgencyId, String> names() {
        Map<AgencyId, String> names = new LinkedHashMap<>();
        requests.recent(clock.instant()).forEach(one -> names.put(one.agency(), name(one.agency())));
        keys.heldBack().forEach(one -> names.put(one.agency(), name(one.agency())));
        return names;
    }

    private String name(AgencyId agency) {
        return directory
                .current()
                .agency(agency)
                .map(entry -> entry.agency().name())
                .orElseGet(agency::toString);
    }

    @GetMapping(PATH + "/{agency}")
    String one(@PathVariable String agency, HttpServletRequest request, Model model) {
        AgencyId id = agency(agency);
        Standing standing = keys.standing(id).orElseThrow(NothingHereException::new);
        if (!stepUp.fresh(request, FRESH)) {
            return "redirect:" + stepUp.page(page(id));
        }
        model.addAttribute("agency", id);
        model.addAttribute("name", name(id));
        model.addAttribute("held", standing);
        model.addAttribute("parts", keys.parts());
        model.addAttribute("reasons", REASONS);
        model.addAttribute("now", clock.instant());
        return "ceremony/agency";
    }

    @PostMapping(PATH + "/{agency}/replace")
    String replace(
            @AuthenticationPrincipal Person person,
            @PathVariable String agency,
            @RequestParam(required = false) @Nullable List<String> part,
            HttpServletRequest request,
            RedirectAttributes redirect)
            throws IOException {
        AgencyId id = served(agency);
        if (!stepUp.fresh(request, FRESH)) {
            return "redirect:" + stepUp.page(page(id));
        }
        Set<String> parts = part == null ? Set.of() : new TreeSet<>(part);
        if (parts.isEmpty() || !keys.parts().containsAll(parts)) {
            return back(id, redirect, Notice.warning("ceremony.replace.none"));
        }
        boolean begun = ceremonies.replace(id, parts, person.login().value());
        return back(
                id,
                redirect,
                begun ? Notice.success("ceremony.replace.begun") : Notice.warning("ceremony.replace.busy"));
    }

    @PostMapping(PATH + "/{agency}/destroy")
    String destroy(
            @AuthenticationPrincipal Person person,
            @PathVariable String agency,
            @RequestParam(defaultValue = "0") long epoch,
            @RequestParam(defaultValue = "") String typed,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        AgencyId id = served(agency);
        if (!stepUp.fresh(request, FRESH)) {
            return "redirect:" + stepUp.page(page(id));
        }
        Optional<Epoch> old = keys.standing(id).stream()
                .flatMap(standing -> standing.epochs().stream())
                .filter(one -> one.epoch() == epoch && one.keptUntil() != null)
                .findFirst();
        if (old.isEmpty() || !typed.strip().equals(Long.toString(epoch))) {
            return back(id, redirect, Notice.warning("ceremony.destroy.typed"));
        }
        UUID asked = ceremonies.askToDestroy(id, epoch, "-", person.login());
        return back(id, redirect, Notice.success("ceremony.asked", asked));
    }

    @PostMapping(PATH + "/{agency}/revoke")
    String revoke(
            @AuthenticationPrincipal Person person,
            @PathVariable String agency,
            @RequestParam(defaultValue = "") String certificate,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String typed,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        AgencyId id = served(agency);
        if (!stepUp.fresh(request, FRESH)) {
            return "redirect:" + stepUp.page(page(id));
        }
        Optional<Sha256> listed = keys.standing(id).stream()
                .flatMap(standing -> standing.epochs().stream())
                .flatMap(epoch -> epoch.keys().stream())
                .filter(key -> !key.revoked() && key.certificate().hex().equals(certificate))
                .map(AgencyKeyLife.Key::certificate)
                .findFirst();
        boolean meant = !typed.isBlank()
                && certificate.startsWith(typed.strip())
                && typed.strip().length() >= 8;
        if (listed.isEmpty() || !REASONS.contains(reason) || !meant) {
            return back(id, redirect, Notice.warning("ceremony.revoke.typed"));
        }
        UUID asked = ceremonies.askToRevoke(id, listed.get(), reason, person.login());
        return back(id, redirect, Notice.success("ceremony.asked", asked));
    }

    @PostMapping(PATH + "/requests/{id}/{answer}")
    String answer(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @PathVariable String answer,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        UUID known = CanonicalUuid.parse(id)
                .filter(one -> requests.find(one).isPresent())
                .orElseThrow(NothingHereException::new);
        if (!stepUp.fresh(request, FRESH)) {
            return "redirect:" + stepUp.page(PATH);
        }
        boolean done = switch (answer) {
            case "confirm" -> ceremonies.confirm(known, person.login());
            case "withdraw" -> ceremonies.withdraw(known, person.login());
            default -> throw new NothingHereException();
        };
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                done ? Notice.success("ceremony." + answer + ".done") : Notice.warning("ceremony.confirm.refused"));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{agency}/trust")
    String trust(
            @AuthenticationPrincipal Person person,
            @PathVariable String agency,
            @RequestParam(defaultValue = "0") long epoch,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        AgencyId id = agency(agency);
        if (keys.heldBack().stream().noneMatch(one -> one.agency().equals(id) && one.epoch() == epoch)) {
            throw new NothingHereException();
        }
        if (!stepUp.fresh(request, FRESH)) {
            return "redirect:" + stepUp.page(PATH);
        }
        boolean trusted = ceremonies.trust(id, epoch, person.login());
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                trusted ? Notice.success("ceremony.trust.done") : Notice.warning("ceremony.confirm.refused"));
        return "redirect:" + PATH;
    }

    private static String back(AgencyId agency, RedirectAttributes redirect, Notice notice) {
        redirect.addFlashAttribute(Notice.ATTRIBUTE, notice);
        return "redirect:" + page(agency);
    }

    private static String page(AgencyId agency) {
        return PATH + "/" + agency;
    }

    private AgencyId served(String agency) {
        AgencyId id = agency(agency);
        if (keys.standing(id).isEmpty()) {
            throw new NothingHereException();
        }
        return id;
    }

    private static AgencyId agency(String agency) {
        return CanonicalUuid.parse(agency).map(AgencyId::new).orElseThrow(NothingHereException::new);
    }
}
