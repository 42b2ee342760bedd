package vn.lienthong.crypto.asic;

import java.io.IOException;
import java.io.InputStream;

/**
 * Receives the data objects of a package while it is read.
 *
 * <p>What arrives here is <em>not yet trustworthy</em>: signatures and digests are known only at the end. Write to a temporary
 * place, and keep it only when the reader's answer is {@link AsicOutcome.Verified}.
 */
@FunctionalInterface
public interface AsicEntryVisitor {

    /**
     * Takes one object.
     *
     * @param name the name of the object, already checked: relative, no traversal, unique
     * @param content the octets of the object; may be left unread or half read; dead after this method returns
     * @throws IOException when the octets cannot be stored, or when {@code content} throws; must not be swallowed
     */
    void visit(String name, InputStream content) throws IOException;
}
