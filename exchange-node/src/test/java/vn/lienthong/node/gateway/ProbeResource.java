package vn.lienthong.node.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.sql.SQLNonTransientConnectionException;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;

/** Resources as others will write them, to see how the edge treats what goes wrong in them. */
@RestController
public class ProbeResource {

    /** Something that no answer may contain. */
    public static final String SECRET = "jdbc-password-in-an-exception-text";

    @GetMapping("/api/v1/probe/agencies/{agency}")
    Map<String, String> own(@AuthenticationPrincipal ApiCaller caller, @PathVariable String agency) {
        Permissions.require(caller, ApiScope.TRACK, new AgencyCode(agency));
        return Map.of("agency", caller.agency().value());
    }

    @GetMapping("/api/v1/probe/defect")
    Map<String, String> defect() {
        throw new IllegalStateException(SECRET);
    }

    @GetMapping("/api/v1/probe/database-away")
    Map<String, String> databaseAway() {
        throw new CannotCreateTransactionException(SECRET, new SQLNonTransientConnectionException(SECRET));
    }

    @GetMapping("/api/v1/probe/known")
    Map<String, String> known() {
        throw new ProblemException(ErrorCode.RECIPIENT_UNKNOWN);
    }

    @PostMapping("/api/v1/probe/letters")
    Map<String, String> letter(@RequestBody @Valid Letter letter) {
        return Map.of("title", letter.title());
    }

    @PostMapping("/api/v1/probe/files")
    Map<String, Integer> file(@RequestPart("file") byte[] file) {
        return Map.of("size", file.length);
    }

    record Letter(@NotBlank String title) {}
}
