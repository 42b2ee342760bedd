package vn.lienthong.node.outgoing.internal.signing;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingRows;
import vn.lienthong.node.platform.InNodeRole;

/** {@code /api/v1/signings}: a signing program fetches the octets that wait for a signature and brings the value. */
@InNodeRole
@RestController
class SigningResource {

    private static final String PATH = "/api/v1/signings/{id}";
    private static final int LONGEST_VALUE = 8192;

    private final PersonalSigning signing;
    private final OutgoingRows documents;

    SigningResource(PersonalSigning signing, OutgoingRows documents) {
        this.signing = signing;
        this.documents = documents;
    }

    /**
     * What is to be signed.
     *
     * @param signingId names it
     * @param toBeSigned the octets, base64
     * @param sha256 their digest, hex, for devices that sign digests
     * @param hash always {@code SHA-256}
     */
    record Wanted(String signingId, String toBeSigned, String sha256, String hash) {}

    /**
     * What came of it.
     *
     * @param signingId names it
     * @param state always {@code SIGNED}
     */
    record Done(String signingId, String state) {}

    @GetMapping(PATH)
    Wanted wanted(@AuthenticationPrincipal ApiCaller caller, @PathVariable String id) throws IOException {
        PersonalSigning.Waiting waiting = waiting(caller, id);
        byte[] octets = waiting.prepared().toBeSigned();
        return new Wanted(
                waiting.id().toString(),
                Base64.getEncoder().encodeToString(octets),
                Sha256.of(octets).hex(),
                "SHA-256");
    }

    private PersonalSigning.Waiting waiting(ApiCaller caller, String id) throws IOException {
        Permissions.require(caller, ApiScope.SUBMIT);
        Optional<SigningId> name = SigningId.parse(id);
        Optional<PersonalSigning.Waiting> found = name.isEmpty() ? Optional.empty() : signing.find(name.get());
        return found.filter(waiting -> waiting.agency().equals(caller.agency()))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    /** Takes the value: base64 as plain text. */
    @PostMapping(path = PATH + "/signature", consumes = MediaType.TEXT_PLAIN_VALUE)
    Done sign(@AuthenticationPrincipal ApiCaller caller, @PathVariable String id, @RequestBody String value)
            throws IOException {
        PersonalSigning.Waiting waiting = waiting(caller, id);
        Outgoing document =
                documents.find(waiting.document()).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        if (!signing.complete("key:" + caller.key().value(), document, waiting.id(), decoded(value))) {
            throw new ProblemException(ErrorCode.FIELD_INVALID);
        }
        return new Done(waiting.id().toString(), "SIGNED");
    }

    private static byte[] decoded(String value) {
        try {
            return value.length() > LONGEST_VALUE
                    ? new byte[0]
                    : Base64.getMimeDecoder().decode(value);
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }
}
