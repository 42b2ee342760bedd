package vn.lienthong.core.edxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The ZIP of one file that systems put around everything but PDF and Word files. */
public final class EdxmlZip {

    private static final int STEP = 16 << 10;
    private static final int RATIO = 200;
    private static final long FREE = 4 << 20;
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,12}");
    private static final String UNSAFE = "/\\:\0";

    private final MessageInput octets;
    private final ZipInputStream zip;
    private final EdxmlLimits limits;
    private final String element;

    private EdxmlZip(MessageInput octets, ZipInputStream zip, EdxmlLimits limits, String element) {
        this.octets = octets;
        this.zip = zip;
        this.limits = limits;
        this.element = element;
    }

    /**
     * Inflates the one file of a ZIP: one entry, no path, bounded size and ratio. Does not look into files that are ZIP themselves.
     *
     * @param source the ZIP; not closed
     * @param element names the file in a fault, for example {@code Attachment[2]}
     * @param target takes the octets of the file; not closed
     * @throws IOException only when source or target fail
     */
    public static EdxmlUnwrapping unwrap(InputStream source, String element, EdxmlLimits limits, OutputStream target)
            throws IOException {
        MessageInput octets = new MessageInput(source, limits.attachment());
        // Closing the unpacker ends at our own stream and never reaches the source.
        try (ZipInputStream zip = new ZipInputStream(octets, StandardCharsets.UTF_8)) {
            return new EdxmlZip(octets, zip, limits, element).unwrap(target);
        } catch (FaultException e) {
            boolean tooLong = e.fault().rule() == EdxmlRule.MESSAGE_SIZE;
            EdxmlRule rule = tooLong ? EdxmlRule.FILE_SIZE : e.fault().rule();
            return new EdxmlUnwrapping.Refused(
                    new EdxmlFault(element, rule, e.fault().detail()));
        }
    }

    private EdxmlUnwrapping unwrap(OutputStream target) throws IOException {
        ZipEntry entry = next();
        if (entry == null || entry.isDirectory()) {
            return new EdxmlUnwrapping.Kept();
        }
        if (isUnsafe(entry.getName())) {
            throw new FaultException(element, EdxmlRule.ZIP_PATH);
        }
        FileProbe probe = new FileProbe();
        inflate(target, probe);
        if (next() != null) {
            return new EdxmlUnwrapping.Kept();
        }
        String written = FileProbe.extension(entry.getName());
        String extension = EXTENSION.matcher(written).matches() ? written : "";
        return new EdxmlUnwrapping.Unwrapped(extension, probe.mediaType(entry.getName()), probe.size());
    }

    private void inflate(OutputStream target, FileProbe probe) throws IOException {
        byte[] piece = new byte[STEP];
        for (int read = read(piece); read >= 0; read = read(piece)) {
            probe.pass(piece, 0, read);
            if (probe.size() > limits.attachment()) {
                throw new FaultException(element, EdxmlRule.FILE_SIZE, "≤ " + limits.attachment() + " B");
            }
            if (probe.size() > FREE + octets.count() * RATIO) {
                throw new FaultException(element, EdxmlRule.ZIP_RATIO, "≤ 1:" + RATIO);
            }
            target.write(piece, 0, read);
        }
    }

    private static boolean isUnsafe(String name) {
        return name.isEmpty() || name.equals("..") || name.chars().anyMatch(unit -> UNSAFE.indexOf(unit) >= 0);
    }

    private @Nullable ZipEntry next() throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IOException e) {
            throw refusal(e);
        } catch (RuntimeException e) {
            // The octets are hostile: whatever the unpacker throws is a refusal.
            throw refusal(e);
        }
    }

    private int read(byte[] piece) throws IOException {
        try {
            return zip.read(piece);
        } catch (IOException e) {
            throw refusal(e);
        } catch (RuntimeException e) {
            // The octets are hostile: whatever the unpacker throws is a refusal.
            throw refusal(e);
        }
    }

    private FaultException refusal(Exception thrown) throws IOException {
        octets.rethrow();
        return thrown instanceof FaultException fault ? fault : new FaultException(element, EdxmlRule.ZIP_BROKEN);
    }
}
