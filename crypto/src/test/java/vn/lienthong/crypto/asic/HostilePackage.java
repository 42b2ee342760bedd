package vn.lienthong.crypto.asic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A container that is taken apart, changed, and put together again with all check sums right. */
final class HostilePackage {

    private static final class Entry {
        private String name;
        private byte[] content;
        private boolean stored;

        Entry(String name, byte[] content, boolean stored) {
            this.name = name;
            this.content = content;
            this.stored = stored;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private UnaryOperator<List<ZipRecord>> directory = UnaryOperator.identity();

    static HostilePackage sound() {
        return of(Packages.twoObjects(Packages.AGENCY));
    }

    static HostilePackage of(byte[] bytes) {
        HostilePackage hostile = new HostilePackage();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                boolean stored = entry.getMethod() == ZipEntry.STORED;
                hostile.entries.add(new Entry(entry.getName(), zip.readAllBytes(), stored));
            }
            return hostile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] content(String name) {
        return find(name).content;
    }

    @CanIgnoreReturnValue
    HostilePackage replace(String name, byte[] content) {
        find(name).content = content;
        return this;
    }

    @CanIgnoreReturnValue
    HostilePackage rename(String name, String newName) {
        find(name).name = newName;
        return this;
    }

    @CanIgnoreReturnValue
    HostilePackage remove(String name) {
        entries.remove(find(name));
        return this;
    }

    @CanIgnoreReturnValue
    HostilePackage insert(int index, String name, byte[] content, boolean stored) {
        entries.add(index, new Entry(name, content, stored));
        return this;
    }

    @CanIgnoreReturnValue
    HostilePackage exchange(String one, String other) {
        byte[] content = find(one).content;
        find(one).content = find(other).content;
        find(other).content = content;
        return this;
    }

    @CanIgnoreReturnValue
    HostilePackage changeMethod(String name) {
        find(name).stored = !find(name).stored;
        return this;
    }

    @CanIgnoreReturnValue
    HostilePackage withDirectory(UnaryOperator<List<ZipRecord>> change) {
        directory = change;
        return this;
    }

    byte[] build() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ZipRecord> records = new ArrayList<>();
        for (Entry entry : entries) {
            CRC32 crc = new CRC32();
            crc.update(entry.content);
            byte[] compressed = entry.stored ? entry.content : deflate(entry.content);
            ZipRecord record = new ZipRecord(
                    entry.name,
                    entry.stored,
                    0x5d750000,
                    (int) crc.getValue(),
                    compressed.length,
                    entry.content.length,
                    out.size());
            out.writeBytes(record.localHeader());
            out.writeBytes(compressed);
            out.writeBytes(entry.stored ? new byte[0] : record.descriptor());
            records.add(record);
        }
        int start = out.size();
        List<ZipRecord> listed = directory.apply(records);
        listed.forEach(record -> out.writeBytes(record.centralHeader()));
        out.writeBytes(ZipRecord.end(listed.size(), start, out.size() - start));
        return out.toByteArray();
    }

    private Entry find(String name) {
        return entries.stream()
                .filter(entry -> entry.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] deflate(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9, true))) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
