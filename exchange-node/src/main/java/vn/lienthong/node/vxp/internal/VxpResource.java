package vn.lienthong.node.vxp.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.desk.door.BodyRest;
import vn.lienthong.node.platform.InNodeRole;

/**
 * {@code /vxp/{operation}}: every operation of the kit, by GET or POST, because it uses both as it likes. Typed errors are answers
 * with status 200, because it reads no others.
 */
@InNodeRole
@RestController
class VxpResource {

    private static final Logger LOG = LoggerFactory.getLogger(VxpResource.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_WISH = 16 << 10;
    private static final String ERROR = "X-Lienthong-Error";

    private final VxpGate gate;
    private final Sending sending;
    private final Receiving receiving;
    private final SentList sent;
    private final AgencyLists agencies;
    private final AgencyRequests requests;

    VxpResource(
            VxpGate gate,
            Sending sending,
            Receiving receiving,
            SentList sent,
            AgencyLists agencies,
            AgencyRequests requests) {
        this.gate = gate;
        this.sending = sending;
        this.receiving = receiving;
        this.sent = sent;
        this.agencies = agencies;
        this.requests = requests;
    }

    @RequestMapping(
            path = "/vxp/{operation}",
            method = {RequestMethod.GET, RequestMethod.POST})
    void call(@PathVariable String operation, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<VxpOperation> known = VxpOperation.of(operation);
        if (known.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            switch (gate.enter(known.get(), request)) {
                case VxpGate.Entry.Open(VxpCaller caller) -> call(caller, known.get(), request, response);
                case VxpGate.Entry.Shut(VxpFault fault) -> fault(known.get(), fault, response);
            }
        } finally {
            BodyRest.passOver(request);
        }
    }

    private void call(
            VxpCaller caller, VxpOperation operation, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (operation) {
            case GET_AGENCIES_LIST -> list(agencies.agencies(), request, response);
            case GET_AGENCIES_LIST_QD20 ->
                list(agencies.byDecision20(caller.parameter("level").equals(Optional.of("1"))), request, response);
            case GET_SYNCHRONIZE_UNIT -> list(agencies.units(), request, response);
            case REGISTER_AGENCY -> write(ask(caller, operation, body(request)), response);
            case DELETE_AGENCY ->
                write(
                        ask(
                                caller,
                                operation,
                                Map.of("code", caller.parameter("agencycode").orElse(""))),
                        response);
            case SEND_EDOC -> write(sending.send(caller, request), response);
            case GET_RECEIVED_EDOC_LIST -> write(receiving.list(caller), response);
            case GET_EDOC, DOWNLOAD_EDOC -> document(caller, operation, response);
            case UPDATE_STATUS ->
                write(receiving.update(caller).map(VxpAnswer::fault).orElseGet(() -> VxpAnswer.done("")), response);
            case GET_SENT_EDOC_LIST -> write(sent.list(caller), response);
            case COUNT_RECEIVE_EDOC -> write(VxpAnswer.count(receiving.count(caller, false)), response);
            case COUNT_RECEIVE_STATUS -> write(VxpAnswer.count(receiving.count(caller, true)), response);
        }
    }

    private void document(VxpCaller caller, VxpOperation operation, HttpServletResponse response) throws IOException {
        LazyOutput out = new LazyOutput(
                response, operation == VxpOperation.DOWNLOAD_EDOC ? LazyOutput.Form.RAW : LazyOutput.Form.KIT);
        Optional<VxpFault> fault = receiving.write(caller, out);
        if (fault.isPresent()) {
            fault(operation, fault.get(), response);
        } else {
            out.end();
        }
    }

    private static void list(AgencyLists.Made made, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = "\"" + made.version() + "\"";
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        write(made.octets().toByteArray(), response);
    }

    private byte[] ask(VxpCaller caller, VxpOperation operation, Map<String, String> wish) {
        if (wish.getOrDefault("code", "").isBlank()) {
            return VxpAnswer.fault(VxpFault.parameter("code", "bị thiếu"));
        }
        return requests.keep(caller, operation, wish)
                ? VxpAnswer.done(
                        "Đã ghi nhận đề nghị và chuyển quản trị viên. Danh mục chỉ thay đổi khi cơ quan quản lý danh"
                                + " mục công bố; đến lúc đó thông tin cũ vẫn có hiệu lực.")
                : VxpAnswer.fault(VxpFault.later(ErrorCode.TOO_MANY_REQUESTS));
    }

    /** The flat JSON object of a wish; texts only, what else is in it is passed over. */
    private static Map<String, String> body(HttpServletRequest request) throws IOException {
        byte[] octets = request.getInputStream().readNBytes(LONGEST_WISH);
        Map<String, String> wish = new HashMap<>();
        try {
            JsonNode root = JSON.readTree(octets);
            for (String name : new String[] {"code", "name", "mail"}) {
                JsonNode value = root.path(name);
                wish.put(name, value.isString() ? value.stringValue() : "");
            }
        } catch (JacksonException e) {
            // What is no JSON names no agency.
            LOG.debug("a wish about the directory cannot be read", e);
        }
        return wish;
    }

    /** The kit writes whatever a download answers into a file: without octets it knows that there is none. */
    private static void fault(VxpOperation operation, VxpFault fault, HttpServletResponse response) throws IOException {
        response.setHeader(ERROR, fault.error().code());
        if (operation == VxpOperation.DOWNLOAD_EDOC) {
            response.setStatus(fault.error().httpStatus());
            response.setContentLength(0);
            response.flushBuffer();
        } else {
            write(
                    operation == VxpOperation.SEND_EDOC ? VxpAnswer.faultOfSending(fault) : VxpAnswer.fault(fault),
                    response);
        }
    }

    static void write(byte[] answer, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
        response.flushBuffer();
    }

    /** Whatever goes wrong inside is the system's error, in the shape that the kit reads. */
    @ExceptionHandler(RuntimeException.class)
    void failed(RuntimeException failure, HttpServletResponse response) throws IOException {
        LOG.error("a call at the gateway door failed", failure);
        if (!response.isCommitted()) {
            response.reset();
            response.setHeader(ERROR, ErrorCode.UNAVAILABLE.code());
            write(VxpAnswer.faultOfSending(VxpFault.later(ErrorCode.UNAVAILABLE)), response);
        }
    }
}
