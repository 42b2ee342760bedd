package vn.lienthong.node.desk.internal.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.desk.door.BodyRest;
import vn.lienthong.node.documents.NoRoomException;
import vn.lienthong.node.gateway.ApiLimits;
import vn.lienthong.node.gateway.DailyVolume;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;

/** {@code /api/v1/files}: files in parts by tus 1.0, with creation, creation-with-upload, checksum, expiration and termination. */
@InNodeRole
@RestController
@RequestMapping("/api/v1/files")
class FileResource {
    private static final Logger LOG = LoggerFactory.getLogger(FileResource.class);
    private static final String PATH = "/api/v1/files/";

    private final Uploads uploads;
    private final ApiLimits limits;
    private final DailyVolume volume;

    FileResource(Uploads uploads, ApiLimits limits, DailyVolume volume) {
        this.uploads = uploads;
        this.limits = limits;
        this.volume = volume;
    }

    /** An upload as JSON shows it. */
    record Shown(
            String fileId,
            String name,
            String mediaType,
            long size,
            long received,
            String sha256,
            boolean complete,
            boolean taken,
            String expiresAt) {
        static Shown of(Upload upload) {
            return new Shown(
                    upload.id().toString(),
                    upload.file().name(),
                    upload.file().mediaType(),
                    upload.file().size(),
                    upload.size(),
                    upload.file().sha256().hex(),
                    upload.complete(),
                    upload.taken(),
                    Timestamps.format(upload.expiresAt()));
        }
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> options() {
        return ResponseEntity.noContent()
                .header(TusRequest.RESUMABLE, TusRequest.VERSION)
                .header("Tus-Version", TusRequest.VERSION)
                .header("Tus-Extension", "creation,creation-with-upload,checksum,expiration,termination")
                .header("Tus-Max-Size", Long.toString(Uploads.LARGEST))
                .header("Tus-Checksum-Algorithm", "sha256")
                .build();
    }

    @PostMapping
    ResponseEntity<Void> begin(@AuthenticationPrincipal ApiCaller caller, HttpServletRequest request) {
        try {
            Permissions.require(caller, ApiScope.SUBMIT);
            TusRequest.version(request);
            Upload.Announced file = TusRequest.announced(request);
            volume.require(caller.agency(), file.size());
            Upload upload = uploads.begin(caller, file, limits.openUploads())
                    .orElseThrow(() -> ProblemException.with(ErrorCode.TOO_MANY_REQUESTS, Map.of("Retry-After", "60")));
            Upload now = TusRequest.carriesPart(request) ? append(caller, upload, 0, request) : upload;
            return at(HttpStatus.CREATED, now)
                    .location(URI.create(PATH + now.id()))
                    .build();
        } finally {
            BodyRest.passOver(request);
        }
    }

    @RequestMapping(path = "/{fileId}", method = RequestMethod.HEAD)
    ResponseEntity<Void> offset(@AuthenticationPrincipal ApiCaller caller, @PathVariable String fileId) {
        Upload upload = find(caller, fileId);
        return at(HttpStatus.OK, upload)
                .header(TusRequest.LENGTH, Long.toString(upload.file().size()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GetMapping("/{fileId}")
    Shown one(@AuthenticationPrincipal ApiCaller caller, @PathVariable String fileId) {
        return Shown.of(find(caller, fileId));
    }

    @PatchMapping("/{fileId}")
    ResponseEntity<Void> part(
            @AuthenticationPrincipal ApiCaller caller, @PathVariable String fileId, HttpServletRequest request) {
        try {
            Upload upload = find(caller, fileId);
            TusRequest.version(request);
            if (!TusRequest.carriesPart(request)) {
                throw new ProblemException(ErrorCode.MEDIA_TYPE_UNSUPPORTED);
            }
            volume.require(caller.agency(), request.getContentLengthLong());
            return at(HttpStatus.NO_CONTENT, append(caller, upload, TusRequest.offset(request), request))
                    .build();
        } finally {
            BodyRest.passOver(request);
        }
    }

    @DeleteMapping("/{fileId}")
    ResponseEntity<Void> remove(@AuthenticationPrincipal ApiCaller caller, @PathVariable String fileId) {
        Upload upload = find(caller, fileId);
        if (upload.taken()) {
            throw new ProblemException(ErrorCode.REQUEST_IN_PROGRESS);
        }
        uploads.remove(upload.id());
        return ResponseEntity.noContent()
                .header(TusRequest.RESUMABLE, TusRequest.VERSION)
                .build();
    }

    private Upload append(ApiCaller caller, Upload upload, long offset, HttpServletRequest request) {
        try {
            var answer = uploads.append(
                    caller.agency(), upload, offset, request.getInputStream(), TusRequest.checksum(request));
            return kept(caller, upload, answer);
        } catch (NoRoomException full) {
            throw new ProblemException(ErrorCode.STORAGE_FULL);
        } catch (IOException e) {
            LOG.error("an upload could not be stored", e);
            throw new ProblemException(ErrorCode.STORAGE_FAILED);
        }
    }

    private Upload kept(ApiCaller caller, Upload before, UploadAnswer answer) {
        return switch (answer) {
            case UploadAnswer.Kept(Upload now) -> {
                volume.add(caller.agency(), now.size() - before.size());
                yield now;
            }
            case UploadAnswer.WrongPlace(long place) ->
                throw ProblemException.with(ErrorCode.OFFSET_CONFLICT, Map.of(TusRequest.OFFSET, Long.toString(place)));
            case UploadAnswer.PartBroken() -> throw broken(TusRequest.CHECKSUM);
            case UploadAnswer.WholeBroken() -> throw broken(TusRequest.METADATA);
            case UploadAnswer.TooMuch() -> throw new ProblemException(ErrorCode.TOO_LARGE);
        };
    }

    private static ProblemException broken(String header) {
        ErrorCode code = ErrorCode.DIGEST_MISMATCH;
        return new ProblemException(code, List.of(new FieldProblem(header, code.code(), code.vietnamese())));
    }

    private Upload find(ApiCaller caller, @Nullable String fileId) {
        Permissions.require(caller, ApiScope.SUBMIT);
        return UploadId.parse(String.valueOf(fileId))
                .flatMap(id -> uploads.find(caller.agency(), id))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private static ResponseEntity.BodyBuilder at(HttpStatus status, Upload upload) {
        return ResponseEntity.status(status)
                .header(TusRequest.RESUMABLE, TusRequest.VERSION)
                .header(TusRequest.OFFSET, Long.toString(upload.size()))
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                upload.expiresAt().atOffset(ZoneOffset.UTC)));
    }
}
