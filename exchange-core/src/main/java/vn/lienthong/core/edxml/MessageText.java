package vn.lienthong.core.edxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The characters of a message: UTF-8, or UTF-16 with a byte order mark, without a single wrong octet. */
final class MessageText {

    // Systems that build the text in memory claim UTF-16 and send UTF-8: the octets decide, the claim must only be one
    // of these.
    private static final Set<String> CLAIMS = Set.of("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii");

    private MessageText() {}

    static Reader open(InputStream octets) throws IOException {
        PushbackInputStream in = new PushbackInputStream(octets, 4);
        byte[] head = in.readNBytes(4);
        Charset charset = charset(head);
        int mark = markLength(head);
        in.unread(head, mark, head.length - mark);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    static void checkClaim(@Nullable String encoding) throws FaultException {
        if (encoding != null && !CLAIMS.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw new FaultException("edXML", EdxmlRule.ENCODING);
        }
    }

    private static Charset charset(byte[] head) throws FaultException {
        if (starts(head, 0xFF, 0xFE, 0, 0) || starts(head, 0, 0) || starts(head, 0, '<') || starts(head, '<', 0)) {
            throw new FaultException("edXML", EdxmlRule.ENCODING);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return starts(head, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static int markLength(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return starts(head, 0xFE, 0xFF) || starts(head, 0xFF, 0xFE) ? 2 : 0;
    }

    private static boolean starts(byte[] head, int... octets) {
        if (head.length < octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((head[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
