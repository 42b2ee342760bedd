package vn.lienthong.node.sandbox.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.platform.InSandbox;
import vn.lienthong.node.sandbox.SandboxAgency;

/** Notes what programs do that leaves no trace on documents: repeating, being refused, asking, waiting, fetching proof. */
@Component
@InSandbox
class RestHearing implements WebMvcConfigurer, HandlerInterceptor {

    private static final String DISPATCHES = "/api/v1/dispatches";
    private static final String ONE = DISPATCHES + "/{parcelId}";
    private static final String REPLAYED = "Idempotency-Replayed";

    /** What a successful call of a path shows besides. */
    private static final Map<String, Deed> DEEDS = Map.ofEntries(
            Map.entry("GET /api/v1/inbox/{entryId}/package", Deed.DOWNLOADED),
            Map.entry("GET /api/v1/inbox/{entryId}/files/{number}", Deed.DOWNLOADED),
            Map.entry("GET " + ONE + "/evidence", Deed.PROOF_TAKEN),
            Map.entry("GET " + ONE + "/dossier", Deed.PROOF_TAKEN),
            Map.entry("GET " + ONE + "/receipts/{recipient}", Deed.PROOF_TAKEN),
            Map.entry("GET /api/v1/evidence/{id}", Deed.PROOF_TAKEN),
            Map.entry("GET /api/v1/evidence/{id}/tlog-proof", Deed.PROOF_TAKEN),
            Map.entry("GET /api/v1/events", Deed.WAITED));

    private final Deeds deeds;
    private final ParcelParties parties;

    RestHearing(Deeds deeds, ParcelParties parties) {
        this.deeds = deeds;
        this.parties = parties;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var _ = registry.addInterceptor(this).addPathPatterns("/api/v1/**");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && session.getPrincipal() instanceof ApiCaller caller) {
            note(caller.agency(), request, response);
        }
    }

    private void note(AgencyCode agency, HttpServletRequest request, HttpServletResponse response) {
        String path = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        String call = request.getMethod() + " " + path;
        HttpStatus.Series series = HttpStatus.Series.resolve(response.getStatus());
        if (series == HttpStatus.Series.CLIENT_ERROR && call.equals("POST " + DISPATCHES)) {
            deeds.seen(agency, Deed.SENDING_REFUSED, Integer.toString(response.getStatus()));
        }
        if (series != HttpStatus.Series.SUCCESSFUL) {
            return;
        }
        Deed deed = DEEDS.get(call);
        if (deed != null) {
            deeds.seen(agency, deed, path);
        }
        if (call.equals("POST " + DISPATCHES) && "true".equals(response.getHeader(REPLAYED))) {
            deeds.seen(agency, Deed.REPEATED, path);
        }
        if (request.getMethod().equals("GET") && waits(request)) {
            deeds.seen(agency, Deed.WAITED, path);
        }
        if (call.equals("GET " + ONE)) {
            followed(agency, request);
        }
    }

    private static boolean waits(HttpServletRequest request) {
        String wait = request.getParameter("wait");
        return wait != null && !wait.equals("0");
    }

    private void followed(AgencyCode agency, HttpServletRequest request) {
        String name = request.getRequestURI().substring(DISPATCHES.length() + 1);
        deeds.seen(agency, Deed.STATE_READ, name);
        List<ParcelParties.Sent> sent = ParcelId.parse(name).map(parties::sent).orElseGet(List::of);
        if (sent.stream().anyMatch(one -> one.stage() == DeliveryStage.REFUSED)) {
            deeds.seen(agency, Deed.REFUSAL_READ, name);
        }
        if (sent.stream().anyMatch(one -> one.recipient().equals(SandboxAgency.OFFLINE.code()))) {
            deeds.seen(agency, Deed.OFFLINE_READ, name);
        }
    }
}
