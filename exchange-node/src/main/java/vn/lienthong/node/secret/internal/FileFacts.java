package vn.lienthong.node.secret.internal;

/**
 * What the table holds sealed of a file.
 *
 * @param name as people see it
 * @param mediaType what it is
 * @param size in octets
 * @param sha512 digest in hexadecimal
 */
record FileFacts(String name, String mediaType, long size, String sha512) {
    @Override
    public String toString() {
        return "FileFacts[" + size + "]";
    }
}
