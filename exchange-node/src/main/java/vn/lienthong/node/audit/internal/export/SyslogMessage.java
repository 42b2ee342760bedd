package vn.lienthong.node.audit.internal.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.internal.Times;

/** A message of RFC 5424 in a frame with octet counting (RFC 6587, as RFC 5425 demands). */
final class SyslogMessage {

    private static final int LOG_AUDIT = 13;
    private static final int FACILITY = 8;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private SyslogMessage() {}

    static byte[] frame(String host, Instant at, Severity severity, String id, String payload) {
        String head = "<" + (LOG_AUDIT * FACILITY + level(severity)) + ">1 " + Times.text(at) + " " + name(host)
                + " lienthong - " + name(id) + " - ";
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(MARK);
        message.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
        byte[] octets = message.toByteArray();
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes((octets.length + " ").getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes(octets);
        return frame.toByteArray();
    }

    private static int level(Severity severity) {
        return switch (severity) {
            case INFO -> 6;
            case NOTICE -> 5;
            case WARNING -> 4;
            case CRITICAL -> 2;
        };
    }

    /** Printable ASCII without blanks, at most 32 characters, as MSGID; a hyphen for nothing. */
    private static String name(String text) {
        String printable = text.replaceAll("[^\\x21-\\x7e]", "");
        String bounded = printable.length() > 32 ? printable.substring(0, 32) : printable;
        return bounded.isEmpty() ? "-" : bounded;
    }
}
