package vn.lienthong.crypto.asic;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Inflates one data object under limits while hashing it. A fault found once is met again at every further step. */
final class ObjectContent extends InputStream {

    private final ZipSource source;
    private final Inflater inflater;
    private final MessageDigest digest;
    private final ReadBudget budget;
    private final CRC32 crc = new CRC32();
    private final long start;
    private long size;
    private boolean finished;
    private boolean dead;
    private @Nullable PackageRefusedException fault;

    ObjectContent(ZipSource source, Inflater inflater, MessageDigest digest, ReadBudget budget) {
        this.source = source;
        this.inflater = inflater;
        this.digest = digest;
        this.budget = budget;
        this.start = source.position();
        inflater.reset();
    }

    @Override
    public int read() throws IOException {
        byte[] octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xFF;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, octets.length);
        if (dead) {
            throw new IOException("the object was left already");
        }
        if (length == 0) {
            return 0;
        }
        return inflateSome(octets, offset, length);
    }

    /** Reads what the visitor left unread, checks the data descriptor and forbids further reading. */
    ZipRecord finish(ZipRecord record) throws IOException {
        byte[] rest = new byte[8192];
        int count = 0;
        while (count >= 0) {
            count = inflateSome(rest, 0, rest.length);
        }
        dead = true;
        ZipRecord complete = record.withContent((int) crc.getValue(), source.position() - start, size);
        if (!source.matches(complete.descriptor())) {
            throw new PackageRefusedException(AsicRefusal.MALFORMED, "data descriptor");
        }
        return complete;
    }

    /** Tells whether it was the package, not the visitor, that made reading fail. */
    void throwFault() throws PackageRefusedException {
        if (fault != null) {
            throw fault;
        }
    }

    long size() {
        return size;
    }

    byte[] digest() {
        return digest.digest();
    }

    private int inflateSome(byte[] octets, int offset, int length) throws IOException {
        throwFault();
        try {
            int count = finished ? -1 : inflate(octets, offset, length);
            if (count > 0) {
                crc.update(octets, offset, count);
                digest.update(octets, offset, count);
            }
            return count;
        } catch (PackageRefusedException e) {
            fault = e;
            throw e;
        }
    }

    private int inflate(byte[] octets, int offset, int length) throws IOException {
        try {
            int count = 0;
            while (count == 0 && !inflater.finished()) {
                if (inflater.needsInput()) {
                    source.feed(inflater);
                }
                count = inflater.inflate(octets, offset, length);
                refuseDictionary();
            }
            size += count;
            budget.spend(count, size, source.position());
            if (inflater.finished()) {
                finished = true;
                source.giveBack(inflater.getRemaining());
            }
            return count == 0 ? -1 : count;
        } catch (DataFormatException e) {
            throw new PackageRefusedException(AsicRefusal.MALFORMED, "compressed data");
        }
    }

    private void refuseDictionary() throws PackageRefusedException {
        if (inflater.needsDictionary()) {
            throw new PackageRefusedException(AsicRefusal.MALFORMED, "compressed data");
        }
    }
}
