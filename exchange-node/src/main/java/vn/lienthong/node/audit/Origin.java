package vn.lienthong.node.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where it came from. All of it is private except the door.
 *
 * @param channel the door
 * @param address network address, or null
 * @param device what the browser or program calls itself, or null
 * @param certificate fingerprint of the client certificate, or null
 * @param correlationId under which the log of the program knows the request, or null
 */
public record Origin(
        Channel channel,
        @Nullable String address,
        @Nullable String device,
        @Nullable String certificate,
        @Nullable String correlationId) {

    private static final int LONGEST_ADDRESS = 45;
    private static final int LONGEST_DEVICE = 200;
    private static final int LONGEST_CERTIFICATE = 64;

    /** Bounds the texts. */
    public Origin {
        address = Bounds.orNull(address, LONGEST_ADDRESS);
        device = Bounds.orNull(device, LONGEST_DEVICE);
        certificate = Bounds.orNull(certificate, LONGEST_CERTIFICATE);
        correlationId = Bounds.orNull(correlationId, Bounds.CODE);
    }

    /** This program itself. */
    public static Origin here() {
        return new Origin(Channel.SYSTEM, null, null, null, null);
    }
}
