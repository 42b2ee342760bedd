package vn.lienthong.node.desk.internal.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.desk.door.BrokenFormException;
import vn.lienthong.node.desk.door.FormPart;
import vn.lienthong.node.desk.door.FormParts;
import vn.lienthong.node.documents.SealingException;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.platform.InNodeRole;

/** Takes a document from a form: the metadata first, then one file after the other straight into the sealed parcel. */
@InNodeRole
@Component
class DispatchIntake {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchIntake.class);
    private static final String METADATA = "metadata";
    private static final String FILE = "file";
    private static final int LONGEST_NAME = 500;

    private final Dispatches dispatches;
    private final Screening screening;

    DispatchIntake(Dispatches dispatches, Screening screening) {
        this.dispatches = dispatches;
        this.screening = screening;
    }

    /**
     * Takes the document of a request.
     *
     * @throws ProblemException when it is refused; nothing of it is kept
     */
    Intake take(ApiCaller caller, Sha256 key, AgencyNames names, HttpServletRequest request) {
        return take(caller, key, names, () -> StreamedForm.of(request), false);
    }

    /** Takes a document that comes in another form. */
    Intake take(ApiCaller caller, Sha256 key, AgencyNames names, FormParts form) {
        return take(caller, key, names, () -> form, false);
    }

    /** Takes a document whose metadata name files that were uploaded before; the parts carry those files. */
    Intake takeUploaded(ApiCaller caller, Sha256 key, AgencyNames names, FormParts form) {
        return take(caller, key, names, () -> form, true);
    }

    /** Opens a form when its time has come. */
    @FunctionalInterface
    private interface FormSource {
        FormParts open() throws IOException;
    }

    private Intake take(ApiCaller caller, Sha256 key, AgencyNames names, FormSource source, boolean uploaded) {
        try {
            FormParts form = source.open();
            byte[] octets = metadata(form);
            MetadataReader reader = new MetadataReader(caller.agency(), names::of);
            RequestMetadata metadata = uploaded ? reader.readWithFiles(octets) : reader.read(octets);
            screening.reach(caller, metadata.recipients());
            DispatchOrder order = new DispatchOrder(
                    caller.agency(),
                    metadata.recipients(),
                    metadata.allowPartial(),
                    metadata.expiresAt(),
                    metadata.document(),
                    key,
                    Sha256.of(octets),
                    "key:" + caller.key().value());
            return take(order, metadata, form);
        } catch (BrokenFormException e) {
            throw new ProblemException(ErrorCode.REQUEST_MALFORMED);
        } catch (SealingException e) {
            throw new ProblemException(e.code());
        } catch (IOException e) {
            throw storageFailed(e);
        } catch (UncheckedIOException e) {
            throw storageFailed(e);
        }
    }

    private static ProblemException storageFailed(Exception failure) {
        LOG.error("a document could not be stored", failure);
        return new ProblemException(ErrorCode.STORAGE_FAILED);
    }

    private Intake take(DispatchOrder order, RequestMetadata metadata, FormParts form) throws IOException {
        return switch (dispatches.begin(order)) {
            case Submission.Open(OpenDispatch dispatch) -> take(order, metadata, dispatch, form);
            case Submission.Repeated(var parcelId) -> new Intake.Repeated(parcelId, order.recipients());
            case Submission.Undeliverable(var failures) -> throw RecipientFaults.problem(order.recipients(), failures);
            case Submission.Rejected(ErrorCode code) -> throw rejected(code);
        };
    }

    private static ProblemException rejected(ErrorCode code) {
        // The one field that only the delivery can judge, by its own clock.
        return code == ErrorCode.FIELD_INVALID
                ? invalid("/expiresAt", code, "Phải ở tương lai và trong vòng 90 ngày")
                : new ProblemException(code);
    }

    private Intake take(DispatchOrder order, RequestMetadata metadata, OpenDispatch dispatch, FormParts form)
            throws IOException {
        try (dispatch) {
            // Only now: a request that is repeated under its key looks like its own first sending.
            screening.warn(order.sender(), metadata, List.of());
            int files = 0;
            for (var part = form.next(); part.isPresent(); part = form.next()) {
                addFile(dispatch, part.get(), files);
                files++;
            }
            if (files == 0) {
                throw invalid("/files", ErrorCode.FIELD_INVALID, "Cần ít nhất một tệp");
            }
            return switch (dispatch.submit()) {
                case Completion.Taken(var parcelId) -> new Intake.Taken(parcelId, dispatch.leftOut());
                case Completion.Repeated(var parcelId) -> new Intake.Repeated(parcelId, order.recipients());
                case Completion.KeyTaken() -> throw new ProblemException(ErrorCode.IDEMPOTENCY_CONFLICT);
            };
        }
    }

    private static void addFile(OpenDispatch dispatch, FormPart part, int index) throws IOException {
        String where = "/files/" + index;
        if (!part.name().equals(FILE)) {
            throw invalid(where, ErrorCode.REQUEST_MALFORMED, "Sau phần metadata chỉ có các phần mang tên file");
        }
        if (!isName(part.fileName())) {
            throw invalid(where, ErrorCode.ATTACHMENT_NAME_INVALID, ErrorCode.ATTACHMENT_NAME_INVALID.vietnamese());
        }
        String mediaType = part.fileType()
                .orElseThrow(() -> invalid(where, ErrorCode.FIELD_INVALID, "Kiểu nội dung của tệp không hợp lệ"));
        dispatch.addFile(part.fileName(), mediaType, part.content());
    }

    private static boolean isName(String name) {
        try {
            return !BoundedText.line("file name", name, 1, LONGEST_NAME).isBlank();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] metadata(FormParts form) throws IOException {
        FormPart first = form.next()
                .filter(part -> part.name().equals(METADATA))
                .orElseThrow(() -> invalid("/metadata", ErrorCode.REQUEST_MALFORMED, "Phần đầu tiên phải là metadata"));
        if (!first.mediaType().equals("application/json")) {
            throw invalid("/metadata", ErrorCode.MEDIA_TYPE_UNSUPPORTED, "Cần application/json");
        }
        byte[] octets = first.content().readNBytes(MetadataReader.MAX_OCTETS + 1);
        if (octets.length > MetadataReader.MAX_OCTETS) {
            throw invalid("/metadata", ErrorCode.TOO_LARGE, "Nhiều nhất 1 MiB");
        }
        return octets;
    }

    private static ProblemException invalid(String pointer, ErrorCode code, String message) {
        return new ProblemException(code, List.of(new FieldProblem(pointer, code.code(), message)));
    }
}
