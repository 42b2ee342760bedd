package vn.lienthong.node.vxp.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.desk.door.BodyRest;
import vn.lienthong.node.platform.InNodeRole;

/** The same operations in the dialect of a provincial platform: a token for half an hour, {@code success} in every answer. */
@InNodeRole
@RestController
class ProvincialResource {

    private static final Logger LOG = LoggerFactory.getLogger(ProvincialResource.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 16 << 10;
    private static final String ROOT = "/v1/";

    private final ProvincialGate gate;
    private final Sending sending;
    private final Receiving receiving;
    private final AgencyLists agencies;
    private final VxpProperties properties;

    ProvincialResource(
            ProvincialGate gate, Sending sending, Receiving receiving, AgencyLists agencies, VxpProperties properties) {
        this.gate = gate;
        this.sending = sending;
        this.receiving = receiving;
        this.agencies = agencies;
        this.properties = properties;
    }

    /** What is done for a caller who is known. */
    @FunctionalInterface
    private interface Work {
        byte[] of(VxpCaller caller) throws IOException;
    }

    @PostMapping({"/vxp/v1/auth/login", "/v1/auth/login"})
    void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isHidden(request, response)) {
            return;
        }
        Map<String, String> body = body(request);
        Optional<String> token = gate.login(
                first(body, request, "systemid", "username", "X-SystemId"),
                first(body, request, "secretkey", "password", "X-SecretKey"),
                request);
        if (token.isEmpty()) {
            unknown(response);
        } else {
            VxpResource.write(ProvincialAnswer.token(token.get(), Tokens.LIFE), response);
        }
    }

    private static String first(
            Map<String, String> body, HttpServletRequest request, String name, String other, String header) {
        return Optional.ofNullable(body.get(name))
                .or(() -> Optional.ofNullable(body.get(other)))
                .or(() -> Optional.ofNullable(request.getHeader(header)))
                .orElse("");
    }

    @PostMapping({"/vxp/v1/sendEdoc", "/v1/sendEdoc"})
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, Map.of(), caller -> sending.sendUndigested(caller, request));
    }

    @GetMapping({"/vxp/v1/syncReceivedEdocList", "/v1/syncReceivedEdocList"})
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, query(request), receiving::list);
    }

    @GetMapping({"/vxp/v1/getAgenciesList", "/v1/getAgenciesList"})
    void agencies(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, Map.of(), _ -> agencies.agencies().octets().toByteArray());
    }

    @PostMapping({"/vxp/v1/updateStatus", "/v1/updateStatus"})
    void update(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> body = isHere(request) ? body(request) : Map.of();
        answer(
                request,
                response,
                body,
                caller -> receiving.update(caller).map(VxpAnswer::fault).orElseGet(() -> VxpAnswer.done("")));
    }

    @GetMapping({"/vxp/v1/getEdoc", "/v1/getEdoc"})
    void document(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isHidden(request, response)) {
            return;
        }
        Optional<VxpCaller> caller = gate.enter(request, query(request));
        if (caller.isEmpty()) {
            unknown(response);
            return;
        }
        LazyOutput out = new LazyOutput(response, LazyOutput.Form.PROVINCIAL);
        Optional<VxpFault> fault = receiving.write(caller.get(), out);
        if (fault.isPresent()) {
            VxpResource.write(ProvincialAnswer.of(VxpAnswer.fault(fault.get())), response);
        } else {
            out.end();
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, Map<String, String> parameters, Work work)
            throws IOException {
        if (isHidden(request, response)) {
            return;
        }
        try {
            Optional<VxpCaller> caller = gate.enter(request, parameters);
            if (caller.isEmpty()) {
                unknown(response);
            } else {
                VxpResource.write(ProvincialAnswer.of(work.of(caller.get())), response);
            }
        } finally {
            BodyRest.passOver(request);
        }
    }

    private boolean isHere(HttpServletRequest request) {
        return properties.provincialAtRoot() || !request.getRequestURI().startsWith(ROOT);
    }

    /** At the root there is nothing unless it was asked for. */
    private boolean isHidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isHere(request)) {
            return false;
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return true;
    }

    private static void unknown(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        VxpResource.write(ProvincialAnswer.of(VxpAnswer.fault(VxpFault.wrongKey())), response);
    }

    private static Map<String, String> query(HttpServletRequest request) {
        Map<String, String> found = new HashMap<>();
        for (String name : new String[] {"docId", "messageType"}) {
            String value = request.getParameter(name);
            if (value != null) {
                found.put(name.toLowerCase(Locale.ROOT), value);
            }
        }
        return found;
    }

    /** The flat JSON object of a call; texts only, what else is in it is passed over. */
    private static Map<String, String> body(HttpServletRequest request) throws IOException {
        Map<String, String> found = new HashMap<>();
        try {
            JsonNode root = JSON.readTree(request.getInputStream().readNBytes(LONGEST));
            for (var member : root.properties()) {
                @Nullable
                String value = member.getValue().isString() ? member.getValue().stringValue() : null;
                if (value != null) {
                    found.put(member.getKey().toLowerCase(Locale.ROOT), value);
                }
            }
        } catch (JacksonException e) {
            // What is no JSON says nothing.
            LOG.debug("the body of a call cannot be read", e);
        }
        return found;
    }

    /** Whatever goes wrong inside is the system's error, in the shape of this dialect. */
    @ExceptionHandler(RuntimeException.class)
    void failed(RuntimeException failure, HttpServletResponse response) throws IOException {
        LOG.error("a call at the gateway door failed", failure);
        if (!response.isCommitted()) {
            response.reset();
            VxpResource.write(ProvincialAnswer.of(VxpAnswer.fault(VxpFault.later(ErrorCode.UNAVAILABLE))), response);
        }
    }
}
