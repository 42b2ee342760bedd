package vn.lienthong.node.identity.internal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import vn.lienthong.node.identity.LoginName;

/**
 * A login name or a network address by its SHA-256, since people type passwords into the name field.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record AttemptSubject(String hex) {
    /**
     * The subject of a login name.
     *
     * @param login the name
     * @return its digest
     */
    public static AttemptSubject of(LoginName login) {
        return digest("name:" + login.value());
    }

    /**
     * The subject of a network address.
     *
     * @param address as the server sees it
     * @return its digest
     */
    public static AttemptSubject ofAddress(String address) {
        return digest("address:" + address);
    }

    /**
     * The subject of the codes of an account.
     *
     * @param login the name
     * @return its digest
     */
    public static AttemptSubject ofCode(LoginName login) {
        return digest("code:" + login.value());
    }

    /**
     * The subject of an address at the emergency entry.
     *
     * @param address as the server sees it
     * @return its digest
     */
    public static AttemptSubject ofDoor(String address) {
        return digest("door:" + address);
    }

    /**
     * The digest as stored.
     *
     * @return 32 octets
     */
    public byte[] octets() {
        return HexFormat.of().parseHex(hex);
    }

    private static AttemptSubject digest(String text) {
        return new AttemptSubject(HexFormat.of().formatHex(Digests.sha256(text.getBytes(StandardCharsets.UTF_8))));
    }
}
