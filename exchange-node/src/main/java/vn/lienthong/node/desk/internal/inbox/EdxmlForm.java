package vn.lienthong.node.desk.internal.inbox;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.edxml.EdxmlOutlet;
import vn.lienthong.node.edxml.EdxmlWritten;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.platform.InNodeRole;

/** A document of the inbox as a message by QCVN 102, for callers that ask for this form. */
@InNodeRole
@Component
class EdxmlForm {
    private static final Logger LOG = LoggerFactory.getLogger(EdxmlForm.class);
    private static final String TYPE = "application/edxml+xml";

    private final EdxmlOutlet outlet;

    EdxmlForm(EdxmlOutlet outlet) {
        this.outlet = outlet;
    }

    static boolean wished(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains(TYPE);
    }

    /** Writes the message; the reading was recorded with the opened package, which is closed first. */
    void write(
            ApiCaller caller,
            long entry,
            PackageAccess.Opened opened,
            @Nullable String lease,
            HttpServletResponse response) {
        try {
            opened.content().close();
            Optional<UUID> holder =
                    lease == null ? Optional.empty() : Optional.of(InboxRequest.lease("/leaseId", lease));
            response.setHeader(
                    "Lienthong-Package-Sha512", opened.packageSha512().hex());
            EdxmlWritten written = outlet.write(Set.of(caller.agency()), entry, holder, new Typed(response));
            refuse(written);
        } catch (IOException e) {
            LOG.error("inbox entry {} could not be written as edXML", entry, e);
            throw new ProblemException(ErrorCode.STORAGE_FAILED);
        }
    }

    private static void refuse(EdxmlWritten written) {
        switch (written) {
            case EdxmlWritten.Written _ -> {}
            case EdxmlWritten.NotLeased() -> throw new ProblemException(ErrorCode.LEASE_UNKNOWN);
            case EdxmlWritten.LeaseEnded() -> throw new ProblemException(ErrorCode.LEASE_EXPIRED);
            case EdxmlWritten.Absent() -> throw new ProblemException(ErrorCode.NOT_FOUND);
            case EdxmlWritten.Unwritable(ErrorCode code) -> throw new ProblemException(code);
        }
    }

    /** Says what it is with the first octet: a refusal before it has a type of its own. */
    private static final class Typed extends OutputStream {
        private final HttpServletResponse response;
        private @Nullable ServletOutputStream body;

        Typed(HttpServletResponse response) {
            super();
            this.response = response;
        }

        private ServletOutputStream body() throws IOException {
            ServletOutputStream known = body;
            if (known != null) {
                return known;
            }
            response.setContentType(TYPE);
            ServletOutputStream opened = response.getOutputStream();
            body = opened;
            return opened;
        }

        @Override
        public void write(int octet) throws IOException {
            body().write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            body().write(octets, offset, length);
        }

        @Override
        public void flush() {
            // The container knows better when to send.
        }
    }
}
