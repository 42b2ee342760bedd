package vn.lienthong.node.desk.internal.rest;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.gateway.KeyReach;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.Problem.Warning;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiKeyKind;
import vn.lienthong.node.platform.InNodeRole;

/** What stands between a well-formed request and its sending: how far the key reaches, and whether it was sent before. */
@InNodeRole
@Component
class Screening {
    static final String SAME_NUMBER = "DUPLICATE_NUMBER";
    static final String SAME_FILE = "DUPLICATE_FILE";

    private final KeyReach reach;
    private final Dispatches dispatches;
    private final SentFiles sentFiles;
    private final DirectoryView directory;
    private final InstantSource clock;

    Screening(
            KeyReach reach, Dispatches dispatches, SentFiles sentFiles, DirectoryView directory, InstantSource clock) {
        this.reach = reach;
        this.dispatches = dispatches;
        this.sentFiles = sentFiles;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Refuses recipients whom the key does not reach.
     *
     * @throws ProblemException with one entry for each
     */
    void reach(ApiCaller caller, List<AgencyCode> recipients) {
        if (caller.kind() == ApiKeyKind.LIVE) {
            return;
        }
        ErrorCode code = ErrorCode.RECIPIENT_OUT_OF_REACH;
        List<FieldProblem> outside = reach.outside(caller.kind(), recipients, own()).stream()
                .map(recipient -> new FieldProblem(
                        "/recipients/" + recipients.indexOf(recipient),
                        code.code(),
                        recipient + ": " + code.vietnamese()))
                .toList();
        if (!outside.isEmpty()) {
            throw new ProblemException(code, outside);
        }
    }

    private Set<AgencyCode> own() {
        DirectorySnapshot snapshot = directory.current();
        return directory.hostedHere().stream()
                .flatMap(id -> snapshot.agency(id).stream())
                .flatMap(entry -> entry.agency().codeAt(clock.instant()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Warns of a document with the same number, notation and date, or with a file that was sent before, unless the sender knows.
     *
     * @throws ProblemException with one warning for each
     */
    void warn(AgencyCode sender, RequestMetadata metadata, List<Sha256> files) {
        List<Warning> warnings = new ArrayList<>();
        if (!metadata.acknowledged().contains(SAME_NUMBER)) {
            add(warnings, SAME_NUMBER, "Đã gửi văn bản cùng số, ký hiệu và ngày", sameNumber(sender, metadata));
        }
        if (!metadata.acknowledged().contains(SAME_FILE)) {
            add(warnings, SAME_FILE, "Đã gửi văn bản có cùng tệp", sentFiles.parcels(sender, files));
        }
        if (!warnings.isEmpty()) {
            throw ProblemException.warning(ErrorCode.DOCUMENT_DUPLICATE, warnings);
        }
    }

    private List<ParcelId> sameNumber(AgencyCode sender, RequestMetadata metadata) {
        String number = metadata.document().code().number();
        String notation = metadata.document().code().notation();
        LocalDate date = metadata.document().promulgation().date();
        return date == null || number.isEmpty() || notation.isEmpty()
                ? List.of()
                : dispatches.alike(sender, number, notation, date);
    }

    private static void add(List<Warning> warnings, String code, String message, List<ParcelId> parcels) {
        if (!parcels.isEmpty()) {
            warnings.add(new Warning(
                    code, message, parcels.stream().map(ParcelId::toString).toList()));
        }
    }
}
