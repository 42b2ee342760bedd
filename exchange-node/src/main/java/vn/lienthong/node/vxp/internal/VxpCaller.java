package vn.lienthong.node.vxp.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.party.AgencyCode;

/**
 * Whose call it is, and what it asks for as it was signed.
 *
 * @param systemId the system that signed
 * @param agency for whom it speaks
 * @param secret with which of its secrets
 * @param parameters what was signed, names in lower case without the prefix
 */
record VxpCaller(String systemId, AgencyCode agency, UUID secret, Map<String, String> parameters) {

    VxpCaller {
        parameters = Map.copyOf(parameters);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    /** Who handed something in, as rows and events name it. */
    String submittedBy() {
        return "vxp:" + secret;
    }

    @Override
    public String toString() {
        return "VxpCaller[" + agency + "]";
    }
}
