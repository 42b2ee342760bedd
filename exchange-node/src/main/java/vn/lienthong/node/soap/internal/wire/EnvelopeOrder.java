package vn.lienthong.node.soap.internal.wire;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.ProblemException;

/** Watches that an envelope has one header at most, then one body with one element, and nothing else. */
final class EnvelopeOrder {

    private static final int MOST_HEADERS = 20;

    private @Nullable SoapKind kind;
    private boolean inBody;
    private boolean inHeader;
    private int headers;
    private int payloads;

    /** Hears of every element as it begins. */
    void element(int depth, @Nullable String namespace, String name) {
        switch (depth) {
            case 1 -> envelope(namespace, name);
            case 2 -> part(namespace, name);
            case 3 -> content();
            default -> {}
        }
    }

    private void envelope(@Nullable String namespace, String name) {
        if (!name.equals("Envelope")) {
            throw Unfit.malformed("", "Cần một phong bì SOAP");
        }
        kind = Optional.ofNullable(namespace)
                .flatMap(SoapKind::ofNamespace)
                .orElseThrow(() -> new ProblemException(ErrorCode.VERSION_UNSUPPORTED));
    }

    private void part(@Nullable String namespace, String name) {
        boolean ours = kind().namespace().equals(namespace);
        if (ours && name.equals("Header") && !inHeader && !inBody) {
            inHeader = true;
        } else if (ours && name.equals("Body") && !inBody) {
            inBody = true;
        } else {
            throw Unfit.malformed("Envelope", "Phong bì gồm nhiều nhất một Header rồi đúng một Body");
        }
    }

    private void content() {
        if (inBody) {
            payloads++;
        } else {
            headers++;
        }
        if (payloads > 1 || headers > MOST_HEADERS) {
            throw Unfit.malformed("Envelope", "Body có đúng một phần tử, Header có nhiều nhất 20");
        }
    }

    /** Nothing more comes. */
    void end() {
        if (payloads != 1) {
            throw Unfit.malformed("Envelope/Body", "Body có đúng một phần tử");
        }
    }

    SoapKind kind() {
        if (kind == null) {
            throw new IllegalStateException("no envelope yet");
        }
        return kind;
    }
}
