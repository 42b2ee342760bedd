package vn.lienthong.node.vxp.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.node.edxml.EdxmlCall;
import vn.lienthong.node.edxml.EdxmlIntake;
import vn.lienthong.node.edxml.EdxmlTaken;
import vn.lienthong.node.platform.InNodeRole;

/** Takes messages, documents and statuses alike: the message itself says which it is. */
@InNodeRole
@Component
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_TO = 8 << 10;

    private final EdxmlIntake intake;
    private final VxpProperties properties;
    private final Codes codes;

    Sending(EdxmlIntake intake, VxpProperties properties, Codes codes) {
        this.intake = intake;
        this.properties = properties;
        this.codes = codes;
    }

    byte[] send(VxpCaller caller, HttpServletRequest request) {
        return undigested(caller).map(VxpAnswer::faultOfSending).orElseGet(() -> sendUndigested(caller, request));
    }

    /** The same for whoever has no place for a digest. */
    byte[] sendUndigested(VxpCaller caller, HttpServletRequest request) {
        Optional<VxpFault> fault = foreign(caller);
        if (fault.isPresent()) {
            return VxpAnswer.faultOfSending(fault.get());
        }
        Optional<List<AgencyCode>> to = to(caller);
        if (to.isEmpty()) {
            return VxpAnswer.faultOfSending(VxpFault.parameter("to", "phải là mảng JSON các mã định danh"));
        }
        EdxmlCall call = new EdxmlCall(
                caller.agency(), Set.of(caller.agency()), caller.submittedBy(), Optional.empty(), to.get());
        try (InputStream message = new DigestedBody(
                MessageBody.open(request.getInputStream()),
                caller.parameter("hash-file").orElse(""),
                properties.unpaddedDigests())) {
            return answer(intake.take(call, message));
        } catch (DigestedBody.WrongDigestException e) {
            return VxpAnswer.faultOfSending(new VxpFault(
                    VxpFault.BAD_FILE,
                    ErrorCode.PAYLOAD_TAMPERED,
                    "Tệp nhận được không khớp hash-file. Cách xử lý: gửi lại nguyên vẹn tệp đã tính SHA-256."));
        } catch (MessageBody.BrokenBodyException e) {
            return VxpAnswer.faultOfSending(new VxpFault(
                    VxpFault.BAD_FILE,
                    ErrorCode.REQUEST_MALFORMED,
                    "Thân yêu cầu không đọc được. Cách xử lý: gửi tệp edXML trực tiếp hoặc trong phần file_doc"
                            + " của form."));
        } catch (IOException e) {
            LOG.warn(
                    "a message at the gateway door broke off or could not be stored: {}",
                    e.getClass().getSimpleName());
            return VxpAnswer.faultOfSending(VxpFault.later(ErrorCode.STORAGE_FAILED));
        }
    }

    private Optional<VxpFault> foreign(VxpCaller caller) {
        return caller.parameter("from")
                .filter(from -> codes.all(caller.agency()).stream()
                        .noneMatch(code -> code.value().equals(from.strip())))
                .map(_ -> new VxpFault(
                        VxpFault.SENDER_UNKNOWN,
                        ErrorCode.SENDER_NOT_SERVED,
                        "from không phải mã của cơ quan mang khóa này. Cách xử lý: dùng khóa cổng trục của cơ"
                                + " quan gửi."));
    }

    private Optional<VxpFault> undigested(VxpCaller caller) {
        return properties.fileDigestRequired() && caller.parameter("hash-file").isEmpty()
                ? Optional.of(VxpFault.parameter("hash-file", "bị thiếu; cần SHA-256 của tệp gửi"))
                : Optional.empty();
    }

    /** The recipients that the header chooses; none to go by the message, nothing when it cannot be read. */
    private Optional<List<AgencyCode>> to(VxpCaller caller) {
        Optional<String> header = caller.parameter("to").filter(_ -> properties.toHeader());
        if (header.isEmpty()) {
            return Optional.of(List.of());
        }
        if (header.get().length() > LONGEST_TO) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(header.get());
            List<AgencyCode> chosen = new ArrayList<>();
            for (JsonNode one : root) {
                if (chosen.size() == ParcelHeader.MAX_RECIPIENTS
                        || !(AgencyCode.check(one.isString() ? one.stringValue() : "")
                                instanceof AgencyCodeCheck.Valid(AgencyCode code))) {
                    return Optional.empty();
                }
                chosen.add(code);
            }
            return root.isArray() ? Optional.of(List.copyOf(chosen)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static byte[] answer(EdxmlTaken taken) {
        return switch (taken) {
            case EdxmlTaken.Sent sent -> VxpAnswer.sent(sent.parcelId().toString(), words(sent));
            case EdxmlTaken.Stated stated ->
                VxpAnswer.sent(
                        stated.statements().isEmpty()
                                ? stated.parcelId().toString()
                                : stated.statements().getFirst().toString(),
                        "");
            case EdxmlTaken.Refused(var refusal) -> VxpAnswer.faultOfSending(VxpFault.of(refusal));
        };
    }

    private static String words(EdxmlTaken.Sent sent) {
        return sent.leftOut().isEmpty()
                ? ""
                : "Không chuyển được tới: "
                        + sent.leftOut().stream()
                                .map(check -> check.recipient() + " ("
                                        + check.error()
                                                .orElse(ErrorCode.RECIPIENT_WITHOUT_KEY)
                                                .code()
                                        + ")")
                                .collect(Collectors.joining(", "));
    }
}
