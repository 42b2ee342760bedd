package vn.lienthong.node.client.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.pdf.PdfAttachments;

/**
 * The parts of a proof as they lie in a dossier or in a printed receipt: the same names in both.
 *
 * <p>Guarantees: bounded in number and size. Nothing in it is verified.
 *
 * @param parts content by name, in the order in which they were found
 * @param form in what they came
 */
public record ProofFiles(Map<String, byte[]> parts, Form form) {

    /** The largest file that is taken. */
    public static final long LARGEST = 64L << 20;

    /** The folder of evidence: {@code name.json}, {@code name.p7s}, {@code name.tlog-proof}. */
    public static final String EVIDENCE = "evidence/";

    /** The certificates of authority and directory. */
    public static final String ANCHOR = "directory/anchor.pem";

    /** The beginning of the names of the publications of the directory. */
    public static final String PUBLICATIONS = "directory/publications-";

    /** The folder of key proofs: {@code name.change}, {@code name.entry}, {@code name.tlog-proof}. */
    public static final String KEY_PROOFS = "directory/keys/";

    /** A page with the publication that lists the keys of the directory's log. */
    public static final String LOG_KEYS = "directory/log-keys.json";

    /** The revocation list of the authority (DER), as it was when the file was made. */
    public static final String REVOCATIONS = "certificates/authority.crl";

    /** The certificate (PEM) of the issuer of the time-stamp authority, where it is not the exchange's own. */
    public static final String STAMPING = "certificates/timestamps.pem";

    /** The ending of the proof that an evidence stands in a time-stamped checkpoint. */
    public static final String STAMPED = ".stamped.tlog-proof";

    /** The ending of the time-stamp token (DER) over that checkpoint. */
    public static final String TOKEN = ".tst";

    /** The signed document itself. */
    public static final String PACKAGE = "package.asice";

    /** The name of the signature with which a node seals a receipt. */
    public static final String SEAL = "node-seal";

    /** Who sealed what. */
    public static final String CONTENTS = "dossier.json";

    /** The ending of the octets of a change of the directory. */
    public static final String CHANGE = ".change";

    private static final byte[] NOTHING = {};
    private static final int MOST = 4096;
    private static final int INFLATION = 100;
    /** Checking the seal of a page takes ten times its memory; a receipt has a few. */
    private static final long LARGEST_PAGE = 16L << 20;

    private static final int LARGEST_PART = 16 << 20;
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** In what parts may come; it decides who has to have sealed them. */
    public enum Form {
        /** A container sealed by an agency. */
        CONTAINER,
        /** A printed page sealed by a node. */
        PAGE,
        /** Each by itself. */
        LOOSE
    }

    /** Keeps the order. */
    public ProofFiles {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /**
     * Opens a dossier or a printed receipt.
     *
     * @return its parts; empty when it is neither
     * @throws IOException if it cannot be read, or is too large
     */
    public static Optional<ProofFiles> open(ProofSource file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] begin = in.readNBytes(4);
            if (Arrays.equals(begin, ZIP)) {
                return Optional.of(container(file));
            }
            if (!Arrays.equals(begin, PDF)) {
                return Optional.empty();
            }
        }
        if (file.size() > LARGEST_PAGE) {
            throw new IOException("larger than 16 MiB");
        }
        Map<String, byte[]> attached =
                PdfAttachments.read(file.octets(), new PdfAttachments.Limits(MOST, LARGEST_PART, LARGEST));
        return Optional.of(new ProofFiles(attached, Form.PAGE));
    }

    private static ProofFiles container(ProofSource file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long left = file.size() * INFLATION + LARGEST;
        long total = 0;
        int count = 0;
        try (ZipInputStream zip = new ZipInputStream(file.open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                count++;
                if (count > MOST || total > LARGEST) {
                    throw new IOException("more or larger parts than a dossier has");
                }
                if (!isPart(entry.getName())) {
                    left = passOver(zip, left);
                    continue;
                }
                byte[] content = zip.readNBytes(LARGEST_PART + 1);
                total += content.length;
                if (content.length > LARGEST_PART || parts.put(entry.getName(), content) != null) {
                    throw new IOException("a part is too large or comes twice");
                }
            }
        } catch (IllegalArgumentException badName) {
            throw new IOException("a name in the container cannot be read", badName);
        }
        return new ProofFiles(parts, Form.CONTAINER);
    }

    /** Takes what an entry inflates to from what the whole container may inflate to. */
    private static long passOver(ZipInputStream entry, long left) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long rest = left;
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            rest -= read;
            if (rest < 0) {
                throw new IOException("the container inflates to more than a dossier does");
            }
        }
        return rest;
    }

    /** The package may be as large as it likes: it is not held in memory. */
    private static boolean isPart(String name) {
        return !name.equals(PACKAGE) && !name.startsWith("META-INF/");
    }

    /** The content of a part. */
    public Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** The pages of the directory, in order. */
    List<byte[]> pages() {
        return parts.entrySet().stream()
                .filter(part -> part.getKey().startsWith(PUBLICATIONS))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The key proofs, in order; what of one is missing is empty. */
    List<ListedChange.Offer> keyProofs() {
        return parts.keySet().stream()
                .filter(name -> name.startsWith(KEY_PROOFS) && name.endsWith(CHANGE))
                .map(name -> name.substring(0, name.length() - CHANGE.length()))
                .sorted()
                .map(stem -> new ListedChange.Offer(
                        octets(stem + CHANGE), octets(stem + ".entry"), octets(stem + ".tlog-proof")))
                .toList();
    }

    private Octets octets(String name) {
        return Octets.of(part(name).orElse(NOTHING));
    }

    /** The names of the pieces of evidence without their ending, in order. */
    List<String> stems() {
        return parts.keySet().stream()
                .filter(name -> name.startsWith(EVIDENCE) && name.endsWith(".json"))
                .map(name -> name.substring(0, name.length() - ".json".length()))
                .sorted()
                .toList();
    }
}
