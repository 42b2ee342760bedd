package vn.lienthong.crypto.asic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;

/**
 * One entry of the container, and the only way in which its ZIP records are written (APPNOTE 6.3.10 §4.3). The reader compares what
 * it meets with these encodings, so writer and reader cannot disagree.
 *
 * <p>Stored entries are small and have their sizes in front; deflated entries have them in a data descriptor behind.
 *
 * @param name checked name
 * @param stored whether the content is stored as it is
 * @param dosTime date and time in the format of MS-DOS, date in the upper half
 * @param crc CRC-32 of the content
 * @param compressed octets in the container
 * @param size octets of the content
 * @param offset where the local header begins
 */
record ZipRecord(String name, boolean stored, int dosTime, int crc, long compressed, long size, long offset) {

    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int LOCAL_FIXED = 30;

    private static final int DESCRIPTOR = 0x08074b50;
    private static final long MAX_32 = 0xFFFFFFFFL;
    private static final short ZIP64_EXTRA = 1;
    private static final short VERSION_STORED = 10;
    private static final short VERSION_DEFLATED = 20;
    private static final short VERSION_ZIP64 = 45;
    private static final short FLAGS_DEFLATED = 0x0808;
    private static final short DEFLATED = 8;

    static int dosTime(LocalDateTime time) {
        LocalDateTime inRange = time.getYear() < 1980 ? LocalDateTime.of(1980, 1, 1, 0, 0) : time;
        int date = (inRange.getYear() - 1980) << 9 | inRange.getMonthValue() << 5 | inRange.getDayOfMonth();
        int clock = inRange.getHour() << 11 | inRange.getMinute() << 5 | inRange.getSecond() / 2;
        return date << 16 | clock;
    }

    ZipRecord withContent(int newCrc, long newCompressed, long newSize) {
        return new ZipRecord(name, stored, dosTime, newCrc, newCompressed, newSize, offset);
    }

    byte[] localHeader() {
        byte[] encodedName = name.getBytes(UTF_8);
        ByteBuffer header = littleEndian(LOCAL_FIXED + encodedName.length).putInt(LOCAL);
        putCommon(header, stored ? VERSION_STORED : VERSION_DEFLATED);
        header.putInt(stored ? crc : 0).putInt(stored ? (int) compressed : 0).putInt(stored ? (int) size : 0);
        return octetsOf(
                header.putShort((short) encodedName.length).putShort((short) 0).put(encodedName));
    }

    byte[] descriptor() {
        if (largeContent()) {
            ByteBuffer large = littleEndian(24).putInt(DESCRIPTOR).putInt(crc);
            return octetsOf(large.putLong(compressed).putLong(size));
        }
        ByteBuffer descriptor = littleEndian(16).putInt(DESCRIPTOR).putInt(crc);
        return octetsOf(descriptor.putInt((int) compressed).putInt((int) size));
    }

    byte[] centralHeader() {
        byte[] encodedName = name.getBytes(UTF_8);
        byte[] extra = zip64Extra();
        short version = stored ? VERSION_STORED : VERSION_DEFLATED;
        short needed = extra.length > 0 ? VERSION_ZIP64 : version;
        ByteBuffer header = littleEndian(46 + encodedName.length + extra.length)
                .putInt(CENTRAL)
                .putShort(needed);
        putCommon(header, needed);
        header.putInt(crc).putInt(largeContent() ? -1 : (int) compressed).putInt(largeContent() ? -1 : (int) size);
        header.putShort((short) encodedName.length).putShort((short) extra.length);
        // comment length, disk number, internal attributes; then external attributes
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        return octetsOf(header.putInt(largeOffset() ? -1 : (int) offset)
                .put(encodedName)
                .put(extra));
    }

    /** The records that end a container: ZIP64 end and its locator where the numbers need them, and the classical end. */
    static byte[] end(int entries, long directoryOffset, long directorySize) {
        boolean large = directoryOffset >= MAX_32;
        ByteBuffer end = littleEndian(22 + (large ? 76 : 0));
        if (large) {
            end.putInt(0x06064b50).putLong(44).putShort(VERSION_ZIP64).putShort(VERSION_ZIP64);
            end.putInt(0).putInt(0).putLong(entries).putLong(entries);
            end.putLong(directorySize).putLong(directoryOffset);
            end.putInt(0x07064b50)
                    .putInt(0)
                    .putLong(directoryOffset + directorySize)
                    .putInt(1);
        }
        end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        end.putShort((short) entries).putShort((short) entries);
        end.putInt((int) directorySize).putInt(large ? -1 : (int) directoryOffset);
        return octetsOf(end.putShort((short) 0));
    }

    static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] octetsOf(ByteBuffer filled) {
        byte[] octets = new byte[filled.position()];
        filled.get(0, octets);
        return octets;
    }

    private void putCommon(ByteBuffer header, short version) {
        header.putShort(version)
                .putShort(stored ? (short) 0 : FLAGS_DEFLATED)
                .putShort(stored ? (short) 0 : DEFLATED)
                .putInt(dosTime);
    }

    private byte[] zip64Extra() {
        int length = (largeContent() ? 16 : 0) + (largeOffset() ? 8 : 0);
        if (length == 0) {
            return new byte[0];
        }
        ByteBuffer extra = littleEndian(4 + length).putShort(ZIP64_EXTRA).putShort((short) length);
        if (largeContent()) {
            extra.putLong(size).putLong(compressed);
        }
        if (largeOffset()) {
            extra.putLong(offset);
        }
        return octetsOf(extra);
    }

    // both sizes or none, so that a reader need not know which of the two was large
    private boolean largeContent() {
        return compressed >= MAX_32 || size >= MAX_32;
    }

    private boolean largeOffset() {
        return offset >= MAX_32;
    }
}
