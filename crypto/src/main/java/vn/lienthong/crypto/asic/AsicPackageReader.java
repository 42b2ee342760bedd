package vn.lienthong.crypto.asic;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Inflater;
import vn.lienthong.crypto.asic.AsicOutcome.Refused;
import vn.lienthong.crypto.asic.AsicOutcome.Verified;
import vn.lienthong.crypto.internal.cades.CadesSignature;
import vn.lienthong.crypto.internal.cades.SignatureScheme;

/**
 * Checks a package in one pass, with memory bounded by the limits, and hands out its objects meanwhile.
 *
 * <p>Guarantees of {@link Verified}: the objects delivered are, in number, name, order and content, those that both keys signed;
 * the container holds nothing else, and its central directory tells the same as its entries, so that any other ZIP reader sees
 * the same objects. Does not guarantee: that the certificates may be trusted (the caller brings them), that the claimed time is
 * true, or that no other octets inflate to the same objects (the padding of a deflated block has no meaning). What a visitor
 * receives is <em>not</em> trustworthy before {@code Verified} is returned.
 */
public final class AsicPackageReader {

    private AsicPackageReader() {}

    /**
     * Reads a whole package.
     *
     * @param in the package and nothing after it; hostile; not closed
     * @param limits what the package may demand
     * @param visitor receives every object
     * @param signers whose signatures are demanded
     * @return the outcome; every fault of the package is a refusal
     * @throws IOException only when {@code in} or the visitor fails for reasons of its own
     */
    public static AsicOutcome read(InputStream in, AsicLimits limits, AsicEntryVisitor visitor, AsicSigners signers)
            throws IOException {
        String digestAlgorithm = PackageDigest.nameFor(signers.postQuantum());
        Inflater inflater = new Inflater(true);
        try {
            PackageParser parser = new PackageParser(new ZipSource(in), limits, digestAlgorithm);
            return verify(parser.parse(visitor, inflater), limits, signers);
        } catch (PackageRefusedException e) {
            return e.outcome();
        } finally {
            inflater.end();
        }
    }

    /**
     * Checks a package and lists it without delivering anything.
     *
     * @param in as in {@link #read}
     * @param limits as there
     * @param signers as there
     * @return as there
     * @throws IOException when {@code in} fails
     */
    public static AsicOutcome list(InputStream in, AsicLimits limits, AsicSigners signers) throws IOException {
        return read(in, limits, (name, content) -> {}, signers);
    }

    /**
     * Checks a package and delivers one object of it. The octets are trustworthy only when the answer is {@link Verified}.
     *
     * @param in as in {@link #read}
     * @param limits as there
     * @param signers as there
     * @param name the wanted object
     * @param out receives its content; not closed
     * @return as there; {@link AsicRefusal#OBJECT_ABSENT} when a sound package has no such object
     * @throws IOException when one of the streams fails
     */
    public static AsicOutcome extract(
            InputStream in, AsicLimits limits, AsicSigners signers, String name, OutputStream out) throws IOException {
        AsicEntryVisitor visitor = (found, content) -> {
            if (found.equals(name)) {
                content.transferTo(out);
            }
        };
        AsicOutcome outcome = read(in, limits, visitor, signers);
        if (outcome instanceof Verified verified
                && verified.objects().stream().noneMatch(object -> object.name().equals(name))) {
            return new Refused(AsicRefusal.OBJECT_ABSENT, "the package is sound");
        }
        return outcome;
    }

    private static AsicOutcome verify(PackageParser.Parsed parsed, AsicLimits limits, AsicSigners signers)
            throws PackageRefusedException {
        byte[] manifest = parsed.manifest().octets();
        Optional<Instant> classical =
                CadesSignature.verify(parsed.classicalSignature().octets(), manifest, signers.classical());
        if (classical.isEmpty() || isPostQuantum(signers.classical())) {
            return new Refused(AsicRefusal.CLASSICAL_SIGNATURE_INVALID, "not by the expected certificate");
        }
        Optional<Instant> postQuantum =
                CadesSignature.verify(parsed.postQuantumSignature().octets(), manifest, signers.postQuantum());
        if (postQuantum.isEmpty() || !isPostQuantum(signers.postQuantum())) {
            return new Refused(AsicRefusal.POST_QUANTUM_SIGNATURE_INVALID, "not by the expected certificate");
        }
        Instant time = classical.get();
        boolean inValidity = isValidAt(signers.classical(), time) && isValidAt(signers.postQuantum(), time);
        if (!inValidity || !postQuantum.get().equals(time)) {
            return new Refused(AsicRefusal.SIGNING_TIME_INVALID, "of the two signatures");
        }
        return new Verified(compare(parsed.objects(), ManifestReader.read(manifest, limits.mostObjects())), time);
    }

    private static List<AsicObject> compare(List<AsicObject> found, List<ManifestReader.Reference> signed)
            throws PackageRefusedException {
        if (found.isEmpty() || found.size() != signed.size()) {
            throw new PackageRefusedException(AsicRefusal.MANIFEST_DISAGREES, "number of objects");
        }
        List<AsicObject> objects = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            objects.add(compare(i, found.get(i), signed.get(i)));
        }
        return objects;
    }

    private static AsicObject compare(int index, AsicObject found, ManifestReader.Reference signed)
            throws PackageRefusedException {
        if (!AsicManifest.uriOf(found.name()).equals(signed.uri())) {
            throw new PackageRefusedException(AsicRefusal.MANIFEST_DISAGREES, "name of object " + index);
        }
        if (!AsicManifest.digestUri(found.digestAlgorithm()).equals(signed.digestUri())) {
            throw new PackageRefusedException(AsicRefusal.MANIFEST_DISAGREES, "digest algorithm of object " + index);
        }
        if (!found.digest().equals(signed.digest())) {
            throw new PackageRefusedException(AsicRefusal.DIGEST_DISAGREES, "object " + index);
        }
        return new AsicObject(found.name(), signed.mediaType(), found.size(), found.digestAlgorithm(), found.digest());
    }

    private static boolean isPostQuantum(X509Certificate certificate) {
        return SignatureScheme.of(certificate.getPublicKey())
                .map(SignatureScheme::isPostQuantum)
                .orElse(false);
    }

    private static boolean isValidAt(X509Certificate certificate, Instant time) {
        return !time.isBefore(certificate.getNotBefore().toInstant())
                && !time.isAfter(certificate.getNotAfter().toInstant());
    }
}
