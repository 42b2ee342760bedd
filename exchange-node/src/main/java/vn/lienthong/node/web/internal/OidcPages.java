package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.node.identity.IdentityProviders;
import vn.lienthong.node.identity.IdentityProviders.Departure;
import vn.lienthong.node.identity.IdentityProviders.Known;
import vn.lienthong.node.identity.IdentityProviders.Stranger;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.ProviderTrip;
import vn.lienthong.node.identity.Refusal.Reason;
import vn.lienthong.node.identity.Refusals;
import vn.lienthong.node.identity.SignIn;
import vn.lienthong.node.identity.SignInMeans;
import vn.lienthong.node.identity.Vouched;

/** Signing in with an identity provider, and linking an account at the first time after its password was proved. */
@Controller
class OidcPages {
    static final String PATH = "/sign-in/oidc/";
    static final String LINK = "/sign-in/link";
    private static final String TRIP = "vn.lienthong.providerTrip";

    private final IdentityProviders providers;
    private final ProviderLinking linking;
    private final SignInSteps steps;
    private final SignIn signIn;
    private final PublicAddress address;
    private final Refusals refusals;

    OidcPages(
            IdentityProviders providers,
            ProviderLinking linking,
            SignInSteps steps,
            SignIn signIn,
            PublicAddress address,
            Refusals refusals) {
        this.providers = providers;
        this.linking = linking;
        this.steps = steps;
        this.signIn = signIn;
        this.address = address;
        this.refusals = refusals;
    }

    @GetMapping(PATH + "{provider}")
    String leave(
            @PathVariable String provider,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Departure> departure = address.site(request)
                .flatMap(site ->
                        providers.begin(provider, site.origin() + PATH + provider + "/back", LocalPath.orHome(next)));
        if (departure.isEmpty()) {
            return again(request, response, model, HttpStatus.SERVICE_UNAVAILABLE, "provider-away");
        }
        HttpSession session = request.getSession();
        session.setAttribute(TRIP, departure.get().trip());
        return "redirect:" + departure.get().address();
    }

    private String again(
            HttpServletRequest request, HttpServletResponse response, Model model, HttpStatus status, String problem) {
        response.setStatus(status.value());
        model.addAttribute("next", "/");
        model.addAttribute("out", false);
        model.addAttribute("passkey", address.site(request).isPresent());
        model.addAttribute("problem", problem);
        return "sign-in";
    }

    @GetMapping(PATH + "{provider}/back")
    String back(
            @PathVariable String provider,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<ProviderTrip> trip =
                trip(request).filter(begun -> begun.provider().equals(provider));
        IdentityProviders.Arrival arrival = trip.<IdentityProviders.Arrival>map(
                        begun -> providers.arrive(begun, parameters))
                .orElseGet(IdentityProviders.Refused::new);
        return switch (arrival) {
            case Known known -> "redirect:" + known(known, request, response);
            case Stranger(Vouched vouched, String next) -> {
                linking.ask(request, vouched, next);
                yield "redirect:" + LINK;
            }
            case IdentityProviders.Refused _ -> {
                refusals.report(request, Reason.WRONG_CREDENTIALS, "anonymous");
                yield again(request, response, model, HttpStatus.UNAUTHORIZED, "provider-refused");
            }
        };
    }

    private static Optional<ProviderTrip> trip(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(TRIP) instanceof ProviderTrip trip)) {
            return Optional.empty();
        }
        session.removeAttribute(TRIP);
        return Optional.of(trip);
    }

    /** A provider that does not say that a second factor was shown does not spare the one that is asked for here. */
    private String known(Known known, HttpServletRequest request, HttpServletResponse response) {
        Person person = known.person();
        boolean strong = known.vouched().strong();
        if (!strong && (person.needsSecondFactor() || steps.hasFactor(person))) {
            String step = steps.halfWay(request, person, known.next(), true);
            linking.vouchedFor(request, known.vouched());
            return step;
        }
        steps.complete(request, response, person, strong ? SignInMeans.PROVIDER_AND_FACTOR : SignInMeans.PROVIDER);
        linking.vouchedFor(request, known.vouched());
        return LocalPath.orHome(known.next());
    }

    @GetMapping(LINK)
    String link(HttpServletRequest request, Model model) {
        Optional<ProviderLinking.Asked> asked = linking.asked(request);
        if (asked.isEmpty()) {
            return "redirect:/sign-in";
        }
        model.addAttribute("provider", linking.label(asked.get().vouched()));
        if (!model.containsAttribute("login")) {
            model.addAttribute("login", asked.get().vouched().suggestion());
        }
        return "sign-in-link";
    }

    @PostMapping(LINK)
    String prove(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<ProviderLinking.Asked> asked = linking.asked(request);
        if (asked.isEmpty()) {
            return "redirect:/sign-in";
        }
        return switch (signIn.attempt(login, password, String.valueOf(request.getRemoteAddr()))) {
            case SignIn.SignedIn(Person person) -> "redirect:" + proved(person, asked.get(), request, response);
            case SignIn.Wrong _ -> refused(request, response, model, Reason.WRONG_CREDENTIALS, "wrong");
            case SignIn.Throttled _ -> refused(request, response, model, Reason.THROTTLED, "throttled");
        };
    }

    private String refused(
            HttpServletRequest request, HttpServletResponse response, Model model, Reason reason, String problem) {
        response.setStatus(
                reason == Reason.THROTTLED ? HttpStatus.TOO_MANY_REQUESTS.value() : HttpStatus.UNAUTHORIZED.value());
        refusals.report(request, reason, "anonymous");
        model.addAttribute("problem", problem);
        return link(request, model);
    }

    /** The password alone links nothing where a second factor is asked for: the link is made when that was shown, too. */
    private String proved(
            Person person, ProviderLinking.Asked asked, HttpServletRequest request, HttpServletResponse response) {
        if (person.needsSecondFactor() || steps.hasFactor(person)) {
            String step = steps.halfWay(request, person, asked.next(), false);
            linking.expect(request, person, asked);
            return step;
        }
        linking.expect(request, person, asked);
        steps.complete(request, response, person, SignInMeans.PASSWORD);
        return LocalPath.orHome(asked.next());
    }
}
