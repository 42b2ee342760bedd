package vn.lienthong.crypto.asic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import vn.lienthong.crypto.internal.cades.CadesSignature;

/** Goes through a container entry by entry, in the only order that there is, up to its last octet. */
final class PackageParser {

    /**
     * All that the container says about its signed part; nothing of it is verified yet.
     *
     * @param objects what was found, in order, with the digests computed here and media types still empty
     * @param manifest the octets that should be signed
     * @param classicalSignature signature file
     * @param postQuantumSignature signature file
     */
    record Parsed(
            List<AsicObject> objects,
            SmallFile manifest,
            SmallFile classicalSignature,
            SmallFile postQuantumSignature) {}

    /** The whole content of an entry that is not a data object. */
    static final class SmallFile {
        private final byte[] octets;

        SmallFile(byte[] octets) {
            this.octets = octets;
        }

        byte[] octets() {
            return octets;
        }
    }

    private final ZipSource source;
    private final AsicLimits limits;
    private final String digestAlgorithm;
    private final ReadBudget budget;
    private final EntryNames names = new EntryNames();
    private final List<ZipRecord> records = new ArrayList<>();
    private final List<AsicObject> objects = new ArrayList<>();

    PackageParser(ZipSource source, AsicLimits limits, String digestAlgorithm) {
        this.source = source;
        this.limits = limits;
        this.digestAlgorithm = digestAlgorithm;
        this.budget = new ReadBudget(limits);
    }

    Parsed parse(AsicEntryVisitor visitor, Inflater inflater) throws IOException {
        ZipRecord first = header(AsicRefusal.MALFORMED);
        require(first.name().equals(AsicManifest.MIMETYPE_FILE), AsicRefusal.MALFORMED, "mimetype is not first");
        byte[] mimetype = stored(first, AsicManifest.MIMETYPE.length()).octets();
        boolean asic = AsicManifest.MIMETYPE.equals(new String(mimetype, US_ASCII));
        require(asic, AsicRefusal.MALFORMED, "not an ASiC-E container");
        ZipRecord next = header(AsicRefusal.MANIFEST_MALFORMED);
        while (!next.name().equals(AsicManifest.FILE)) {
            readObject(next, visitor, inflater);
            next = header(AsicRefusal.MANIFEST_MALFORMED);
        }
        SmallFile manifest = stored(next, limits.largestManifest());
        SmallFile classical = signature(AsicManifest.CLASSICAL_SIGNATURE);
        SmallFile postQuantum = signature(AsicManifest.POST_QUANTUM_SIGNATURE);
        checkDirectory();
        return new Parsed(List.copyOf(objects), manifest, classical, postQuantum);
    }

    private void readObject(ZipRecord record, AsicEntryVisitor visitor, Inflater inflater) throws IOException {
        require(!record.stored(), AsicRefusal.MALFORMED, "an object is not deflated");
        String fault = EntryNames.faultOf(record.name(), limits.longestName()).orElse("");
        require(fault.isEmpty(), AsicRefusal.FORBIDDEN_NAME, fault);
        require(objects.size() < limits.mostObjects(), AsicRefusal.LIMIT_EXCEEDED, "number of objects");
        require(names.add(record.name()), AsicRefusal.DUPLICATE_NAME, "object " + objects.size());
        ObjectContent content = new ObjectContent(source, inflater, PackageDigest.of(digestAlgorithm), budget);
        deliver(record.name(), content, visitor);
        records.add(content.finish(record));
        String digest = HexFormat.of().formatHex(content.digest());
        objects.add(new AsicObject(record.name(), "", content.size(), digestAlgorithm, digest));
    }

    // a visitor may have wrapped the fault that it met while reading: the package is to blame then, not the visitor
    private static void deliver(String name, ObjectContent content, AsicEntryVisitor visitor) throws IOException {
        try {
            visitor.visit(name, content);
        } catch (IOException e) {
            content.throwFault();
            throw e;
        }
    }

    private SmallFile signature(String name) throws IOException {
        ZipRecord record = header(AsicRefusal.SIGNATURE_MISSING);
        require(record.name().equals(name), AsicRefusal.SIGNATURE_MISSING, "another entry in its place");
        return stored(record, CadesSignature.LARGEST);
    }

    private SmallFile stored(ZipRecord record, int largest) throws IOException {
        require(record.stored(), AsicRefusal.MALFORMED, "an entry is not stored");
        require(record.size() <= largest, AsicRefusal.LIMIT_EXCEEDED, "size of a signed entry");
        byte[] content = source.read((int) record.size());
        CRC32 crc = new CRC32();
        crc.update(content);
        require(record.crc() == (int) crc.getValue(), AsicRefusal.MALFORMED, "check sum");
        records.add(record);
        return new SmallFile(content);
    }

    // every field that a record does not keep has one allowed value: the re-encoded header tells
    private ZipRecord header(AsicRefusal otherwise) throws IOException {
        long offset = source.position();
        ByteBuffer fixed = source.readLittleEndian(ZipRecord.LOCAL_FIXED);
        require(fixed.getInt(0) == ZipRecord.LOCAL, otherwise, "no further entry at octet " + offset);
        boolean stored = fixed.getShort(8) == 0;
        int nameLength = Short.toUnsignedInt(fixed.getShort(26));
        require(nameLength <= limits.longestName(), AsicRefusal.LIMIT_EXCEEDED, "length of a name");
        long compressed = Integer.toUnsignedLong(fixed.getInt(18));
        long size = Integer.toUnsignedLong(fixed.getInt(22));
        byte[] name = source.read(nameLength);
        ZipRecord record =
                new ZipRecord(decode(name), stored, fixed.getInt(10), fixed.getInt(14), compressed, size, offset);
        ByteBuffer again = ByteBuffer.wrap(record.localHeader());
        boolean same = again.remaining() == fixed.remaining() + nameLength
                && again.slice(0, fixed.remaining()).equals(fixed);
        require(same && (!stored || compressed == size), AsicRefusal.MALFORMED, "local header at octet " + offset);
        return record;
    }

    private void checkDirectory() throws IOException {
        long offset = source.position();
        for (ZipRecord record : records) {
            require(source.matches(record.centralHeader()), AsicRefusal.DIRECTORY_DISAGREES, "central directory");
        }
        byte[] end = ZipRecord.end(records.size(), offset, source.position() - offset);
        require(source.matches(end), AsicRefusal.DIRECTORY_DISAGREES, "end of central directory");
        require(source.atEnd(), AsicRefusal.MALFORMED, "octets after the container");
    }

    private static String decode(byte[] name) throws PackageRefusedException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
        } catch (CharacterCodingException e) {
            throw new PackageRefusedException(AsicRefusal.FORBIDDEN_NAME, "not UTF-8");
        }
    }

    private static void require(boolean holds, AsicRefusal reason, String detail) throws PackageRefusedException {
        if (!holds) {
            throw new PackageRefusedException(reason, detail);
        }
    }
}
