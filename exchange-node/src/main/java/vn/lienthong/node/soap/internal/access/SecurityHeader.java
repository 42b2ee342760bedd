package vn.lienthong.node.soap.internal.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.soap.internal.wire.Envelope;
import vn.lienthong.node.soap.internal.wire.Unfit;

/**
 * The header of WS-Security (OASIS, SOAP Message Security 1.1): token, timestamp and signature, one of each at most.
 *
 * @param element as it came
 */
record SecurityHeader(Element element) {

    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String TEXT_PASSWORD =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";

    static Optional<SecurityHeader> of(Envelope envelope) {
        return envelope.header(WSSE, "Security").map(SecurityHeader::new);
    }

    /** The one block of that name; empty when there is none. */
    Optional<Element> one(String namespace, String name) {
        List<Element> found = children(element, namespace, name);
        if (found.size() > 1) {
            throw Unfit.malformed("Header/Security/" + name, "Chỉ được có một phần tử này");
        }
        return found.stream().findFirst();
    }

    /** The timestamp, which must be there and be of now. */
    Element timestamp(Instant now) {
        Element timestamp = one(WSU, "Timestamp")
                .orElseThrow(
                        () -> Unfit.malformed("Header/Security/Timestamp", "Thiếu dấu thời gian trong phần được ký"));
        checkTimes(timestamp, now);
        return timestamp;
    }

    private static void checkTimes(Element timestamp, Instant now) {
        Instant created = time(timestamp, "Created");
        Instant expires = time(timestamp, "Expires");
        boolean current = !created.isAfter(now.plus(SKEW)) && expires.isAfter(now.minus(SKEW));
        if (!current || Duration.between(created, expires).compareTo(LONGEST) > 0) {
            throw new ProblemException(
                    ErrorCode.CREDENTIALS_EXPIRED,
                    Unfit.invalid("Header/Security/Timestamp", "Hết hạn, ở tương lai, hoặc dài hơn 10 phút")
                            .errors());
        }
    }

    private static Instant time(Element timestamp, String name) {
        List<Element> found = children(timestamp, WSU, name);
        try {
            if (found.size() == 1) {
                return OffsetDateTime.parse(found.getFirst().getTextContent().strip())
                        .toInstant();
            }
        } catch (DateTimeParseException e) {
            // Told below: the same as a missing one.
            throw unreadable();
        }
        throw unreadable();
    }

    private static ProblemException unreadable() {
        return Unfit.malformed("Header/Security/Timestamp", "Cần Created và Expires theo giờ UTC");
    }

    /** The name and the password in the clear; empty when there is no such token. */
    Optional<NamedKey> named() {
        return one(WSSE, "UsernameToken").map(token -> {
            List<Element> names = children(token, WSSE, "Username");
            List<Element> passwords = children(token, WSSE, "Password");
            if (names.size() != 1 || passwords.size() != 1 || !isText(passwords.getFirst())) {
                throw Unfit.malformed("Header/Security/UsernameToken", "Cần Username và Password dạng PasswordText");
            }
            return new NamedKey(
                    names.getFirst().getTextContent().strip(),
                    passwords.getFirst().getTextContent().strip());
        });
    }

    private static boolean isText(Element password) {
        String type = password.getAttribute("Type");
        return type.isEmpty() || type.equals(TEXT_PASSWORD);
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return Envelope.children(parent).stream()
                .filter(child -> namespace.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
                .toList();
    }

    /**
     * A key that its holder shows under its name.
     *
     * @param name identifier of the key
     * @param key the key itself; never printed
     */
    record NamedKey(String name, String key) {

        @Override
        public String toString() {
            return "NamedKey[" + name + "]";
        }
    }
}
