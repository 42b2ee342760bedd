package vn.lienthong.node.client.proof;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.message.RecipientsManifest;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.asic.AsicEntryVisitor;
import vn.lienthong.crypto.asic.AsicLimits;
import vn.lienthong.crypto.asic.AsicObject;
import vn.lienthong.crypto.asic.AsicOutcome;
import vn.lienthong.crypto.asic.AsicPackageReader;
import vn.lienthong.crypto.asic.AsicSigners;
import vn.lienthong.crypto.certificate.CertificateCheck;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.TrustAnchor;

/** What a signed package proves. */
public sealed interface PackageProof {

    /**
     * The agency signed every object of the package, with both of its keys.
     *
     * @param signedAt the time that the agency claims
     * @param objects what it holds
     * @param addressees to whom the agency addressed it, and under which parcel id
     */
    record Proven(Instant signedAt, List<AsicObject> objects, RecipientsManifest addressees) implements PackageProof {

        /** Copies the list. */
        public Proven {
            objects = List.copyOf(objects);
        }
    }

    /**
     * Nothing is proven; what the visitor received must be thrown away.
     *
     * @param reason why, without content
     */
    record NotProven(String reason) implements PackageProof {}

    /**
     * Checks a package by one pair of certificates.
     *
     * @param file the package
     * @param sender whose certificates they are
     * @param signers the two certificates of the agency
     * @param authority that must have issued them
     * @param visitor receives the objects; they are not trustworthy before {@link Proven}
     * @throws IOException if the file cannot be read or the visitor fails
     */
    static PackageProof of(
            Path file, AgencyCode sender, AsicSigners signers, TrustAnchor authority, AsicEntryVisitor visitor)
            throws IOException {
        AddresseesCapture capture = new AddresseesCapture(visitor);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return switch (AsicPackageReader.read(in, AsicLimits.standard(), capture, signers)) {
                case AsicOutcome.Refused(var reason, String detail) -> new NotProven(reason + ": " + detail);
                case AsicOutcome.Verified(List<AsicObject> objects, Instant time) ->
                    trusted(authority, signers, time)
                            .orElseGet(() -> addressed(capture.octets(), sender, objects, time));
            };
        }
    }

    /**
     * Checks a package by the certificates that the directory lists for the sender, those of earlier epochs included.
     *
     * @throws IOException if the file cannot be read or the visitor fails
     */
    static PackageProof of(Path file, AgencyCode sender, DirectoryRecord directory, AsicEntryVisitor visitor)
            throws IOException {
        PackageProof last = new NotProven("the directory lists no signing keys of " + sender);
        for (AsicSigners signers : directory.agencySigners(sender)) {
            // Which epoch signed is only known afterwards; a first pass without delivery tells.
            PackageProof found = of(file, sender, signers, directory.authority(Instant.EPOCH), (name, content) -> {});
            if (found instanceof Proven proven) {
                return of(file, sender, signers, directory.authority(proven.signedAt()), visitor);
            }
            last = found;
        }
        return last;
    }

    private static Optional<PackageProof> trusted(TrustAnchor authority, AsicSigners signers, Instant time) {
        return Stream.of(signers.classical(), signers.postQuantum())
                .flatMap(certificate -> fault(authority, certificate, time).stream())
                .findFirst();
    }

    private static Optional<PackageProof> fault(TrustAnchor authority, X509Certificate certificate, Instant time) {
        return switch (authority.check(certificate, CertificateProfile.AGENCY_SIGNING, time)) {
            case CertificateCheck.Valid valid -> Optional.empty();
            case CertificateCheck.Invalid(var reason, String detail) ->
                Optional.of(new NotProven("the agency's certificate did not hold: " + reason + " " + detail));
        };
    }

    private static PackageProof addressed(byte[] octets, AgencyCode sender, List<AsicObject> objects, Instant time) {
        return switch (WireFormats.RECIPIENTS.decode(octets)) {
            case Decoded.Malformed<RecipientsManifest> malformed -> new NotProven("the package names no addressees");
            case Decoded.Value<RecipientsManifest>(RecipientsManifest addressees) ->
                addressees.sender().equals(sender)
                        ? new Proven(time, objects, addressees)
                        : new NotProven("the package names another sender: " + addressees.sender());
        };
    }

    /** Keeps the list of addressees while everything goes on to the visitor. */
    final class AddresseesCapture implements AsicEntryVisitor {

        private static final int MOST = 64 << 10;

        private final AsicEntryVisitor next;
        private byte[] octets = new byte[0];

        AddresseesCapture(AsicEntryVisitor next) {
            this.next = next;
        }

        @Override
        public void visit(String name, InputStream content) throws IOException {
            if (!name.equals(PackageLayout.RECIPIENTS)) {
                next.visit(name, content);
                return;
            }
            octets = content.readNBytes(MOST);
            next.visit(name, new ByteArrayInputStream(octets));
        }

        byte[] octets() {
            return octets.clone();
        }
    }
}
