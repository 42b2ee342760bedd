package vn.lienthong.node.documents;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.crypto.asic.AsicLimits;
import vn.lienthong.crypto.asic.AsicOutcome;
import vn.lienthong.crypto.asic.AsicPackageReader;
import vn.lienthong.crypto.asic.AsicSigners;
import vn.lienthong.crypto.payload.PayloadRanges;

/** A package that can be read, whole or in parts, decrypted chunk by chunk while it is read. Not thread-safe. */
public final class OpenPackage implements Closeable {

    private final PayloadRanges ranges;
    private final AsicSigners signers;

    OpenPackage(PayloadRanges ranges, AsicSigners signers) {
        this.ranges = ranges;
        this.signers = signers;
    }

    /** Returns the octets of the package. */
    public long size() {
        return ranges.length();
    }

    /**
     * Reads a part of the package.
     *
     * @throws IndexOutOfBoundsException when the package has no such part
     */
    public InputStream range(long offset, long length) {
        Objects.checkFromIndexSize(offset, length, size());
        return new RangeStream(ranges, offset, length);
    }

    /**
     * Copies one file of the document, checking the whole package again meanwhile.
     *
     * @param objectName the object of the file, from {@link PackageLayout}
     * @throws IOException when a stream fails, or when the package is no longer what was accepted
     */
    public void copyFile(String objectName, OutputStream out) throws IOException {
        AsicOutcome outcome =
                AsicPackageReader.extract(range(0, size()), AsicLimits.standard(), signers, objectName, out);
        if (outcome instanceof AsicOutcome.Refused refused) {
            throw new IOException("package " + refused.reason());
        }
    }

    @Override
    public void close() throws IOException {
        ranges.close();
    }
}
