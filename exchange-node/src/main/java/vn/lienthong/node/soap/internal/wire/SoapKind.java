package vn.lienthong.node.soap.internal.wire;

import java.util.Arrays;
import java.util.Optional;

/** The two versions of SOAP. */
public enum SoapKind {
    /** SOAP 1.1. */
    SOAP_11(
            "http://schemas.xmlsoap.org/soap/envelope/",
            "text/xml",
            "actor",
            "http://schemas.xmlsoap.org/soap/actor/next"),
    /** SOAP 1.2. */
    SOAP_12(
            "http://www.w3.org/2003/05/soap-envelope",
            "application/soap+xml",
            "role",
            "http://www.w3.org/2003/05/soap-envelope/role/next");

    private final String namespace;
    private final String mediaType;
    private final String actor;
    private final String next;

    SoapKind(String namespace, String mediaType, String actor, String next) {
        this.namespace = namespace;
        this.mediaType = mediaType;
        this.actor = actor;
        this.next = next;
    }

    /** Returns the version that has the namespace of envelopes. */
    public static Optional<SoapKind> ofNamespace(String namespace) {
        return Arrays.stream(values())
                .filter(kind -> kind.namespace.equals(namespace))
                .findFirst();
    }

    /** Returns the namespace of envelopes. */
    public String namespace() {
        return namespace;
    }

    /** Returns the media type of a message without attachments. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the attribute of a header that says for whom it is. */
    String actor() {
        return actor;
    }

    /** Returns the value of that attribute which means whoever comes next. */
    String next() {
        return next;
    }
}
