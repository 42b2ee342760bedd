package vn.lienthong.core.wire;

import java.util.List;
import vn.lienthong.core.directory.SignedPublication;

/**
 * The directory's answer to one who asks for publications after a number.
 *
 * @param latest the number of the last publication there is; 0 when there is none
 * @param publications the next ones in their order, at most 256; fewer when they are large
 */
public record PublicationPage(long latest, List<SignedPublication> publications) {

    /** The most publications in one answer. */
    public static final int MAX_PUBLICATIONS = 256;

    /** The longest encoding in octets: room for one publication of the largest size. */
    public static final int MAX_OCTETS = 16 << 20;

    /** Bounds the number. */
    public PublicationPage {
        publications = List.copyOf(publications);
        if (latest < 0 || publications.size() > MAX_PUBLICATIONS) {
            throw new IllegalArgumentException("a page of publications is out of range");
        }
    }
}
