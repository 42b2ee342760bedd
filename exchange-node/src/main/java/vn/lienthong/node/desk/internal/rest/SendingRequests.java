package vn.lienthong.node.desk.internal.rest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.desk.internal.upload.Upload;
import vn.lienthong.node.desk.internal.upload.UploadId;
import vn.lienthong.node.desk.internal.upload.Uploads;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Requests to send files that were uploaded before: taken when their form is right and their files are there, judged afterwards.
 *
 * <p>Guarantees: a request that was taken is carried out or refused once, also when the node dies in between.
 */
@InNodeRole
@Service
class SendingRequests {
    private final SendingRequestRows rows;
    private final Uploads uploads;
    private final Screening screening;
    private final SendingWork work;
    private final TransactionTemplate transactions;
    private final DirectoryView directory;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    SendingRequests(
            SendingRequestRows rows,
            Uploads uploads,
            Screening screening,
            SendingWork work,
            TransactionTemplate transactions,
            DirectoryView directory,
            TimeOrderedIds ids) {
        this.rows = rows;
        this.uploads = uploads;
        this.screening = screening;
        this.work = work;
        this.transactions = transactions;
        this.directory = directory;
        this.ids = ids;
        this.clock = work.clock();
    }

    /**
     * A request that was taken.
     *
     * @param request as it is now
     * @param repeated whether it came before
     */
    record Taken(SendingRequest request, boolean repeated) {}

    /**
     * Takes a request.
     *
     * @throws ProblemException when its form is wrong, a file is missing, or it looks like one that was sent before
     */
    Taken take(ApiCaller caller, Sha256 key, byte[] octets) {
        Sha256 digest = Sha256.of(octets);
        Optional<Taken> earlier = earlier(caller.agency(), key, digest);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        AgencyNames names = new AgencyNames(directory.current(), clock.instant());
        RequestMetadata metadata = new MetadataReader(caller.agency(), names::of).readWithFiles(octets);
        screening.reach(caller, metadata.recipients());
        screening.warn(caller.agency(), metadata, digests(caller.agency(), metadata.files()));
        SendingRequest request = new SendingRequest(
                new RequestId(ids.next()),
                caller,
                key,
                digest,
                SendingRequest.State.VALIDATING,
                SendingRequest.Outcome.NONE,
                clock.instant());
        boolean written = Boolean.TRUE.equals(transactions.execute(_ -> write(request, octets, metadata.files())));
        if (!written) {
            return earlier(caller.agency(), key, digest).orElseThrow();
        }
        work.start(request.id());
        return new Taken(request, false);
    }

    private boolean write(SendingRequest request, byte[] octets, List<UploadId> files) {
        if (!rows.insert(request, octets)) {
            return false;
        }
        List<Integer> missing =
                uploads.take(request.caller().agency(), files, request.id().value());
        if (!missing.isEmpty()) {
            // Leaves the transaction, which takes back the request and the files that were there.
            throw new ProblemException(
                    ErrorCode.FIELD_INVALID,
                    missing.stream()
                            .map(place -> FieldProblem.invalid(
                                    "/files/" + place, "Không có tệp đã tải lên đầy đủ mang mã này"))
                            .toList());
        }
        return true;
    }

    private Optional<Taken> earlier(AgencyCode agency, Sha256 key, Sha256 digest) {
        Optional<SendingRequest> known = rows.byKey(agency, key);
        if (known.filter(request -> !request.request().equals(digest)).isPresent()) {
            throw new ProblemException(ErrorCode.IDEMPOTENCY_CONFLICT);
        }
        return known.map(request -> new Taken(request, true));
    }

    private List<Sha256> digests(AgencyCode agency, List<UploadId> files) {
        List<Sha256> digests = new ArrayList<>();
        for (UploadId file : files) {
            uploads.find(agency, file).map(Upload::file).ifPresent(known -> digests.add(known.sha256()));
        }
        return digests;
    }

    /**
     * Waits until a request has ended or the deadline has come.
     *
     * @return empty when the agency has none of that name
     */
    Optional<SendingRequest> await(AgencyCode agency, RequestId id, Instant deadline) {
        Optional<SendingRequest> request =
                rows.find(id).filter(known -> known.caller().agency().equals(agency));
        return request.map(
                known -> known.state() == SendingRequest.State.VALIDATING ? work.await(id, deadline) : known);
    }
}
