package vn.lienthong.node.desk.internal.inbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.documents.OpenPackage;
import vn.lienthong.node.gateway.ProblemException;

/** Writes packages and files into answers, decrypting while it writes. A connection that breaks meanwhile is no defect. */
final class PackageWriter {

    /** The type of a signed package. */
    static final String ASIC = "application/vnd.etsi.asic-e+zip";

    private static final Logger LOG = LoggerFactory.getLogger(PackageWriter.class);

    private PackageWriter() {}

    static void writePackage(
            PackageAccess.Opened opened, String name, HttpServletRequest request, HttpServletResponse response) {
        try (OpenPackage content = opened.content()) {
            String tag = '"' + opened.packageSha512().hex() + '"';
            String condition = request.getHeader(HttpHeaders.IF_RANGE);
            boolean ranged = condition == null || condition.equals(tag);
            String wanted = ranged ? request.getHeader(HttpHeaders.RANGE) : null;
            response.setHeader(HttpHeaders.ETAG, tag);
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            describe(response, ASIC, name);
            switch (ByteRange.read(wanted, content.size())) {
                case ByteRange.Whole() -> {
                    response.setContentLengthLong(content.size());
                    copy(content, 0, content.size(), response);
                }
                case ByteRange.Part(long from, long length) -> {
                    response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                    response.setContentLengthLong(length);
                    response.setHeader(
                            HttpHeaders.CONTENT_RANGE,
                            "bytes " + from + "-" + (from + length - 1) + "/" + content.size());
                    copy(content, from, length, response);
                }
                case ByteRange.Unsatisfiable() -> {
                    response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                    response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + content.size());
                    response.setContentLength(0);
                }
            }
        } catch (IOException e) {
            failed(response, e);
        }
    }

    static void writeFile(PackageAccess.Opened opened, int number, HttpServletResponse response) {
        try (OpenPackage content = opened.content()) {
            if (number < 1 || number > opened.document().attachments().size()) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            Attachment file = opened.document().attachments().get(number - 1);
            describe(response, file.mediaType(), file.name().value());
            response.setContentLengthLong(file.size());
            content.copyFile(PackageLayout.file(number - 1, file.name()), response.getOutputStream());
        } catch (IOException e) {
            failed(response, e);
        }
    }

    private static void describe(HttpServletResponse response, String mediaType, String name) {
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private static void copy(OpenPackage content, long from, long length, HttpServletResponse response)
            throws IOException {
        try (InputStream part = content.range(from, length)) {
            long written = part.transferTo(response.getOutputStream());
            LOG.trace("wrote {} octets", written);
        }
    }

    private static void failed(HttpServletResponse response, IOException cause) {
        if (!response.isCommitted()) {
            response.reset();
            LOG.error("a package could not be read", cause);
            throw new ProblemException(ErrorCode.STORAGE_FAILED);
        }
        LOG.info("a download broke off", cause);
    }
}
