package vn.lienthong.node.secret;

/**
 * A file of a secret document. Never prints its name.
 *
 * @param number of the file in its document, from 1
 * @param name as people see it
 * @param mediaType what it is
 * @param size in octets
 * @param sha512 digest of its octets in hexadecimal
 */
public record SecretFile(int number, String name, String mediaType, long size, String sha512) {

    @Override
    public String toString() {
        return "SecretFile[" + number + "]";
    }
}
