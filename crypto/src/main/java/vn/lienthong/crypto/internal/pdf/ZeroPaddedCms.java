package vn.lienthong.crypto.internal.pdf;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.ICMSUtils;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import eu.europa.esig.dss.model.DSSException;
import java.util.Arrays;
import java.util.ServiceLoader;

/**
 * Cuts the zero padding that every PDF signature has after its CMS object. BouncyCastle from 1.85 on refuses trailing
 * bytes, and DSS 6.4 would silently find no signature at all. Padding that is not zero stays refused.
 *
 * <p>Registered as a service in front of DSS's own class.
 */
public final class ZeroPaddedCms extends CMSObjectUtils {

    private static final int MAX_LENGTH_BYTES = 4;

    /** For the service loader. */
    public ZeroPaddedCms() {}

    /** Fails at start-up when the class path order puts DSS's own class first, instead of missing signatures later. */
    static void requireActive() {
        ICMSUtils active =
                ServiceLoader.load(ICMSUtils.class).findFirst().orElseThrow(() -> new IllegalStateException("no CMS"));
        if (!(active instanceof ZeroPaddedCms)) {
            throw new IllegalStateException("the crypto module must precede dss-cms-object on the class path");
        }
    }

    @Override
    public CMS parseToCMS(byte[] padded) {
        return super.parseToCMS(withoutPadding(padded));
    }

    static byte[] withoutPadding(byte[] padded) {
        int length = objectLength(padded);
        for (int i = length; i < padded.length; i++) {
            if (padded[i] != 0) {
                throw new DSSException("bytes after the signature that are not padding");
            }
        }
        return Arrays.copyOf(padded, length);
    }

    /** Length of the first DER object, head included. Indefinite length goes to the parser as it is. */
    static int objectLength(byte[] der) {
        if (der.length < 2) {
            throw new DSSException("signature is empty");
        }
        int first = der[1] & 0xff;
        if (first < 0x80) {
            return within(der, 2L + first);
        }
        int lengthBytes = first & 0x7f;
        if (lengthBytes == 0) {
            return der.length;
        }
        if (lengthBytes > MAX_LENGTH_BYTES || der.length < 2 + lengthBytes) {
            throw new DSSException("signature length is not readable");
        }
        long length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = (length << 8) | (der[2 + i] & 0xff);
        }
        return within(der, 2L + lengthBytes + length);
    }

    private static int within(byte[] der, long length) {
        if (length > der.length) {
            throw new DSSException("signature is cut off");
        }
        return (int) length;
    }
}
