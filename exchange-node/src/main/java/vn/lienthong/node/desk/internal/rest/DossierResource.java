package vn.lienthong.node.desk.internal.rest;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.desk.internal.dossier.Dossiers;
import vn.lienthong.node.desk.internal.dossier.ReceiptSheets;
import vn.lienthong.node.desk.internal.reading.ReadingRecord;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Downloads;

/** Dossiers and receipts to take away. */
@InNodeRole
@RestController
class DossierResource {

    private static final Logger LOG = LoggerFactory.getLogger(DossierResource.class);

    private final Dispatches dispatches;
    private final Inbox inbox;
    private final Dossiers dossiers;
    private final ReceiptSheets sheets;
    private final ReadingRecord reading;

    DossierResource(
            Dispatches dispatches, Inbox inbox, Dossiers dossiers, ReceiptSheets sheets, ReadingRecord reading) {
        this.dispatches = dispatches;
        this.inbox = inbox;
        this.dossiers = dossiers;
        this.sheets = sheets;
        this.reading = reading;
    }

    @GetMapping("/api/v1/dispatches/{parcelId}/dossier")
    ResponseEntity<StreamingResponseBody> dossier(
            @AuthenticationPrincipal ApiCaller caller, @PathVariable String parcelId) {
        Dispatch dispatch = dispatch(caller, parcelId);
        reading.evidenceTaken(dispatch.parcelId());
        return answer(dossiers.of(subject(dispatch)));
    }

    @GetMapping("/api/v1/dispatches/{parcelId}/receipts/{recipient}")
    ResponseEntity<StreamingResponseBody> receipt(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String parcelId,
            @PathVariable String recipient,
            @RequestParam(required = false, defaultValue = "false") boolean subject) {
        Dispatch dispatch = dispatch(caller, parcelId);
        AgencyCode code = dispatch.deliveries().stream()
                .map(Dispatch.Leg::recipient)
                .filter(known -> known.value().equals(recipient))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        reading.evidenceTaken(dispatch.parcelId());
        @Nullable String title = subject ? dispatch.document().subject() : null;
        return answer(sheets.of(subject(dispatch), code, title));
    }

    /** With the document: who holds it already may take it along; whoever has not taken it yet does not get it this way. */
    @GetMapping("/api/v1/inbox/{entryId}/dossier")
    ResponseEntity<StreamingResponseBody> arrived(
            @AuthenticationPrincipal ApiCaller caller, @PathVariable long entryId) {
        Permissions.require(caller, ApiScope.RECEIVE);
        InboxEntry entry = inbox.find(Set.of(caller.agency()), entryId)
                .filter(found -> found.state() == InboxEntry.State.HANDED_OVER)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        try {
            if (inbox.look(Set.of(caller.agency()), entryId) instanceof PackageAccess.Opened opened) {
                reading.wholePackage(opened, null);
                return answer(dossiers.of(
                        new Dossiers.Subject(
                                entry.parcelId(),
                                entry.recipient(),
                                opened.packageSha512().hex()),
                        opened));
            }
            throw new ProblemException(ErrorCode.NOT_FOUND);
        } catch (IOException e) {
            LOG.error("inbox entry {} could not be opened", entryId, e);
            throw new ProblemException(ErrorCode.STORAGE_FAILED);
        }
    }

    private Dispatch dispatch(ApiCaller caller, String parcelId) {
        Following.require(caller);
        return Following.parcel(parcelId)
                .flatMap(id -> dispatches.find(caller.agency(), id))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private static Dossiers.Subject subject(Dispatch dispatch) {
        return new Dossiers.Subject(dispatch.parcelId(), dispatch.sender(), dispatch.packageSha512());
    }

    private static ResponseEntity<StreamingResponseBody> answer(Optional<Download> download) {
        if (download.isEmpty()) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
        return Downloads.answer(download);
    }
}
