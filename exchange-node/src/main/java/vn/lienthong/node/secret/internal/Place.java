package vn.lienthong.node.secret.internal;

import java.nio.charset.StandardCharsets;

/** Where sealed octets belong: they open at their place and nowhere else. */
final class Place {

    private Place() {}

    /** The place with these parts, of which none holds a zero. */
    static byte[] of(Object... parts) {
        StringBuilder place = new StringBuilder("lienthong/secret/1");
        for (Object part : parts) {
            place.append('\0').append(part);
        }
        return place.toString().getBytes(StandardCharsets.UTF_8);
    }
}
